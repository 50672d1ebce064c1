import { BookUser, CircleDashed, CircleStop, FileText, IdCard, Lock, PanelBottom, ScanFace, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { slotLabel, slotsFor, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import type { Checking } from '../../capture/tray/capture-state.ts';
import { IconButton } from '../../components/button.tsx';
import colours from '../../components/family.module.css';
import { names } from '../../components/names.ts';
import { Progress } from '../../components/progress.tsx';
import { documentStatus, refusedStatus, standingStatus, type StatusWord } from '../../components/status-words.ts';
import { t } from '../../text.ts';
import { fileWords, percentOf } from './file-words.ts';
import { fieldId } from './form-issues.ts';
import type { Standing } from './judged.ts';
import css from './slot-cards.module.css';

const c = names({ ...colours, ...css });
const icons: Readonly<Record<DocumentSlot, LucideIcon>> = { identity: IdCard, identity_back: PanelBottom, proof_of_address: FileText, liveness_check: ScanFace };

/** Props of {@link SlotCards}. */
export type SlotCardsProps = {
  readonly idType: IdType;
  readonly documents: readonly DocumentInfo[];
  readonly chosen: DocumentSlot;
  readonly onChoose: (slot: DocumentSlot) => void;
  /** What is being looked at. */
  readonly checking: Checking | null;
  /** How each filled slot stands with its checks; none where nothing was looked at. */
  readonly standings: Readonly<Partial<Record<DocumentSlot, Standing | null>>>;
  /** Documents that Blaaiz refused and that still lie in their slots. */
  readonly refused: ReadonlySet<string>;
  /** Slots that can't change though others may. */
  readonly closed: ReadonlySet<DocumentSlot>;
  /** Slots that a submit found empty. */
  readonly missing: ReadonlySet<string>;
  readonly onStop: (slot: DocumentSlot) => void;
  readonly onStopChecking: () => void;
  /** Goes on with what was cut; null while it can't. */
  readonly onContinue: (() => void) | null;
};

/** One card a slot: its name, what it holds and how far that is. The chosen one has the accent edge and its file below. */
export function SlotCards(props: SlotCardsProps): ReactElement {
  const slots = slotsFor(props.idType);
  return (
    <ul className={c('slots', slots.length === 4 && 'four')} aria-label={t('Files')}>
      {slots.map(({ slot, required }) => (
        <SlotCard key={slot} {...props} slot={slot} required={required} document={props.documents.find((document) => document.slot === slot) ?? null} />
      ))}
    </ul>
  );
}

type SlotCardProps = SlotCardsProps & { readonly slot: DocumentSlot; readonly required: boolean; readonly document: DocumentInfo | null };

function SlotCard(props: SlotCardProps): ReactElement {
  const { slot, idType, document, chosen, onChoose, onStop } = props;
  const Icon = slot === 'identity' && idType === 'passport' ? BookUser : icons[slot];
  const label = slotLabel(slot, idType);
  const on = chosen === slot;
  return (
    <li className={c('card', on && 'chosen')} data-card="">
      <Icon size={20} strokeWidth={1.75} aria-hidden className={c('icon')} />
      <div className={c('words')}>
        <AriaButton id={fieldId(slot)} className={c('name')} aria-pressed={on} aria-describedby={`${fieldId(slot)}-state`} onPress={() => onChoose(slot)}>{label}</AriaButton>
        <div id={`${fieldId(slot)}-state`} className={c('state')}><SlotState {...props} /></div>
      </div>
      {props.closed.has(slot) ? <Lock size={14} strokeWidth={1.75} role="img" aria-label={t('Stays as it is')} className={c('padlock')} /> : null}
      {props.checking?.slot === slot ? <div className={c('action')}><IconButton icon={CircleStop} label={t('Stop checking {label}', { label: label.toLowerCase() })} onPress={props.onStopChecking} /></div> : null}
      {document?.state === 'uploading' ? <div className={c('action')}><IconButton icon={CircleStop} label={t('Stop uploading {label}', { label: label.toLowerCase() })} onPress={() => onStop(slot)} /></div> : null}
    </li>
  );
}

function SlotState(props: SlotCardProps): ReactElement {
  const { slot, document, required, checking, missing, idType } = props;
  const label = slotLabel(slot, idType);
  if (checking?.slot === slot) return <Going word={t('Checking')} label={t('{label}: being checked', { label })} percent={Math.round(checking.part * 100)} />;
  if (!document) {
    const words = missing.has(slot) ? t('No file yet') : required ? t('Empty') : t('Empty, optional');
    return <span className={c('line', missing.has(slot) ? 'bad' : 'idle')}><CircleDashed size={14} strokeWidth={2} aria-hidden /><span className={c('cutOff')}>{words}</span></span>;
  }
  if (document.state === 'uploading') return <Going word={t('Uploading')} label={t('{label}: uploading', { label })} percent={percentOf(document.sent, document.bytes)} />;
  if (props.refused.has(document.id)) return <Plain status={refusedStatus()} />;
  return document.state === 'kept' ? <Kept document={document} standing={props.standings[slot] ?? null} /> : <Gone {...props} document={document} />;
}

function Going({ word, label, percent }: { readonly word: string; readonly label: string; readonly percent: number }): ReactElement {
  return (
    <>
      <span className={c('line', 'between')}><span>{word}</span><span className={c('percent')}>{t('{percent}%', { percent })}</span></span>
      <Progress label={label} value={percent / 100} />
    </>
  );
}

function Plain({ status: { word, icon: Icon, family }, words = word }: { readonly status: StatusWord; readonly words?: string }): ReactElement {
  return <span className={c('line', family)}><Icon size={14} strokeWidth={2} aria-hidden /><span className={c('cutOff')}>{words}</span></span>;
}

/** A document on this computer: how it stands with its checks. */
function Kept({ document, standing }: { readonly document: DocumentInfo; readonly standing: Standing | null }): ReactElement {
  const status = standing === null ? documentStatus(document) : standingStatus(standing);
  const said = standing === null || standing === 'pass';
  return <Plain status={status} words={said ? t('{word}, {file}', { word: status.word, file: fileWords({ ...document, pages: null }) }) : status.word} />;
}

/** A document that has left, or was on its way. */
function Gone({ document, slot, idType, onContinue }: SlotCardProps & { readonly document: DocumentInfo }): ReactElement {
  const { word, icon: Icon, family } = documentStatus(document);
  const percent = percentOf(document.sent, document.bytes);
  const words = document.state === 'cut' && percent > 0 && percent < 100 ? t('Cut at {percent}%', { percent }) : word;
  return <span className={c('line', family)}><Icon size={14} strokeWidth={2} aria-hidden /><span className={c('cutOff')}>{words}</span>{document.state === 'cut' && onContinue ? <GoOn label={slotLabel(slot, idType)} onContinue={onContinue} /> : null}</span>;
}

function GoOn({ label, onContinue }: { readonly label: string; readonly onContinue: () => void }): ReactElement {
  return <AriaButton className={c('goOn')} aria-label={t('Continue uploading {label}', { label: label.toLowerCase() })} onPress={onContinue}>{t('Continue')}</AriaButton>;
}

import { useRef, useState, type ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { slotLabel, type DocumentInfo } from '../../../preload/contract/documents.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import said from '../../components/said.module.css';
import { useKey } from '../../keys.ts';
import { t } from '../../text.ts';
import type { CaptureSideProps } from './capture-side.tsx';
import { ChecksList } from './checks-list.tsx';
import { CompareDocuments } from './compare-documents.tsx';
import { EmptySlot } from './empty-slot.tsx';
import type { Open } from './over-page.tsx';
import css from './slot-part.module.css';
import { PageLine } from './page-line.tsx';
import { StagePart } from './stage-part.tsx';
import { TrayPart } from './tray-part.tsx';
import { useFocusKept } from './use-focus-kept.ts';
import { useDocumentCaptures, useStaged, type Staged } from './use-staged.ts';
import { useVerdictSaid } from './use-verdict-said.ts';
import { VerdictBanner } from './verdict-banner.tsx';
import type { Ways } from './ways-in.tsx';

const c = names({ ...said, ...css });

/** Props of {@link SlotPart}. */
export type SlotPartProps = CaptureSideProps & { readonly ways: Ways; readonly onOpen: (open: Open) => void };

/** What a slot holds: its document, the refused one to mend, and what stands on the stage. */
type Held = { readonly document: DocumentInfo | null; readonly refused: DocumentInfo | null; readonly captures: readonly Capture[]; readonly staged: Staged | null };

function useHeld({ customer, documents, against, slot, capture }: SlotPartProps): Held {
  const document = documents.find((one) => one.slot === slot) ?? null;
  const refused = customer?.state === 'rejected' ? (against.rejection?.before.find((one) => one.slot === slot) ?? null) : null;
  const captures = useDocumentCaptures(document);
  const there = useStaged({ customerId: customer?.id ?? null, slot, document, documents, tray: capture.tray, shown: capture.state.shown, against });
  // The refused document in its slot is no new one yet.
  const old = there?.of === 'document' && document !== null && document.id === refused?.id;
  return { document, refused, captures, staged: old ? null : there };
}

/** The chosen slot: what stands on the stage, what was found, and the tray. After a refusal the refused document stands beside the new one. */
export function SlotPart(props: SlotPartProps): ReactElement {
  const { slot, capture, against, frozen, closed, ways, onOpen } = props;
  const { idType } = against.fields;
  const held = useHeld(props);
  const { document, staged, captures } = held;
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place, `${document?.id ?? ''}/${capture.state.shown ?? ''}`);
  const retake = retakeOf(staged, ways);
  useKey('retake', retake, staged !== null && !frozen && closed === null);
  const announced = useVerdictSaid(slotLabel(slot, idType), staged);
  const edit = (page: Capture) => onOpen({ kind: 'edit', page });
  const [marks, setMarks] = useState(true);
  useKey('marks', () => setMarks(!marks), staged !== null || held.refused !== null);
  const tray = <TrayPart capture={capture} slot={slot} idType={idType} document={document} documentPages={captures} frozen={frozen} closed={closed} ways={staged ? ways : null} onEdit={edit} />;
  return (
    <div ref={place} className={c('chosen')} role="group" aria-label={slotLabel(slot, idType)} tabIndex={-1} aria-busy={capture.state.checking?.slot === slot}>
      <Staging {...props} held={held} marks={marks} />
      {capture.tray.length > 0 ? tray : null}
      {staged ? <Below side={props} held={held} staged={staged} retake={retake} marks={marks} onMarks={setMarks} onEdit={edit} /> : null}
      {capture.tray.length > 0 ? null : tray}
      <div className={c('said')} role="status">{announced}</div>
    </div>
  );
}

type BelowProps = {
  readonly side: SlotPartProps; readonly held: Held; readonly staged: Staged; readonly retake: () => void;
  readonly marks: boolean; readonly onMarks: (on: boolean) => void; readonly onEdit: (page: Capture) => void;
};

/** What stands under the stage: the verdict, the checks, and the page’s own line. */
function Below({ side, held: { document, refused }, staged, retake, marks, onMarks, onEdit }: BelowProps): ReactElement {
  const { customer, slot, against, capture: { capturing }, frozen, closed } = side;
  const fixed = frozen || closed !== null;
  return (
    <>
      <Weighed staged={staged} document={document} side={side} retake={retake} plain={refused === null} />
      <PageLine
        staged={staged} slot={slot} idType={against.fields.idType} customerId={customer?.id ?? null} document={document} marks={marks} onMarks={onMarks}
        onEdit={fixed ? null : onEdit} onRemove={fixed || !document ? null : () => void capturing.removeDocument(document)}
      />
    </>
  );
}

/** The stage: the page, or the place for one; after a refusal both documents. */
function Staging({ held: { refused, staged }, marks, ...side }: SlotPartProps & { readonly held: Held; readonly marks: boolean }): ReactElement {
  const { customer, against, slot, capture: { state: { checking } }, frozen, closed, ways } = side;
  const { idType } = against.fields;
  const empty = <EmptySlot slot={slot} idType={idType} frozen={frozen} closed={closed} checking={checking?.slot === slot ? checking.name : null} ways={ways} />;
  if (refused && customer) return <CompareDocuments customerId={customer.id} refused={refused} staged={staged} against={against} marks={marks} label={slotLabel(slot, idType)} empty={empty} />;
  return staged ? <StagePart staged={staged} slot={slot} idType={idType} marks={marks} /> : empty;
}

/** Opens again what the page came from. */
function retakeOf(staged: Staged | null, ways: Ways): () => void {
  const source = staged?.page.capture?.source;
  return source === 'camera' ? ways.camera : source === 'scanner' ? ways.scan : ways.files;
}

type WeighedProps = { readonly staged: Staged; readonly document: DocumentInfo | null; readonly side: SlotPartProps; readonly retake: () => void; readonly plain: boolean };

/** What was found on the stage's pages, and what it comes to. */
function Weighed({ staged, document, side, retake, plain }: WeighedProps): ReactElement | null {
  const { slot, against, capture: { capturing }, frozen, closed, onOpen } = side;
  const { findings, overrides, of, page } = staged;
  const fixed = frozen || closed !== null;
  if (findings.length === 0) return document && of === 'document' && document.evidence.length === 0 ? <Unchecked onCheck={fixed || document.state !== 'kept' ? null : () => void capturing.check(document)} /> : null;
  const label = slotLabel(slot, against.fields.idType).toLowerCase();
  return (
    <>
      <VerdictBanner
        findings={findings} overrides={overrides} source={page.capture?.source ?? null} now={against.now} frozen={fixed} waiting={of === 'tray'} onRetake={retake}
        onKeep={of === 'document' ? () => onOpen({ kind: 'reason' }) : null}
      />
      {plain ? <ChecksList label={t('Checks of {label}', { label })} findings={findings} overrides={overrides} /> : null}
    </>
  );
}

/** A document that was kept before documents were looked at here. */
function Unchecked({ onCheck }: { readonly onCheck: (() => void) | null }): ReactElement {
  return (
    <Banner family="idle" head={t('This file has not been checked')} actions={onCheck ? <Button onPress={onCheck}>{t('Check it now')}</Button> : undefined}>
      {t('It was kept before files were checked on this computer.')}
    </Banner>
  );
}

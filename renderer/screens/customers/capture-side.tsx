import { ShieldCheck } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { DocumentInfo, DocumentSlot, IdType } from '../../../preload/contract/documents.ts';
import { fromFiles } from '../../capture/sources.ts';
import { Banner } from '../../components/banner.tsx';
import { useFileDrop, useFilePaste } from '../../components/file-drop.ts';
import { names } from '../../components/names.ts';
import said from '../../components/said.module.css';
import { t } from '../../text.ts';
import css from './capture-side.module.css';
import { ChosenSlot } from './chosen-slot.tsx';
import type { Capturing } from './use-capture.ts';

const c = names({ ...said, ...css });

/** Props of {@link CaptureSide}; `cards` and `strip` stand above the chosen slot's file. */
export type CaptureSideProps = {
  readonly customerId: string | null;
  readonly idType: IdType;
  readonly documents: readonly DocumentInfo[];
  readonly chosen: DocumentSlot;
  readonly capturing: Capturing;
  /** While submitting, what is kept can't change. */
  readonly frozen: boolean;
  readonly cards: ReactNode;
  readonly strip: ReactNode;
};

/** The right side of the form: slots, and the chosen one's file. All of it takes what is dropped, and the whole screen what is pasted. */
export function CaptureSide({ customerId, idType, documents, chosen, capturing, frozen, cards, strip }: CaptureSideProps): ReactElement {
  const document = documents.find((one) => one.slot === chosen) ?? null;
  const take = (files: readonly File[]) => { if (!frozen) void capturing.take(chosen, fromFiles(files)); };
  const drop = useFileDrop(frozen, take);
  useFilePaste(frozen, take);
  const refusal = capturing.refusal?.slot === chosen ? capturing.refusal.error : null;
  return (
    <section aria-label={t('Documents')} className={c('side', drop.over && 'over')} data-region="inspector" tabIndex={-1} {...drop.on}>
      {cards}
      {strip}
      {refusal ? (
        <Banner family="bad" head={refusal.message} live>
          {refusal.fix}{document ? ` ${t('The earlier file stays: {name}.', { name: document.name })}` : ''}
        </Banner>
      ) : null}
      <ChosenSlot
        key={chosen} customerId={customerId} idType={idType} slot={chosen} document={document} busy={capturing.busy === chosen} frozen={frozen}
        onFiles={take} onRemove={() => { if (document) void capturing.remove(document); }}
      />
      <p className={c('promise')}><ShieldCheck size={14} strokeWidth={1.75} aria-hidden />{promise(documents)}</p>
      <div className={c('said')} role="status">{capturing.busy ? t('The file is being looked at.') : capturing.said}</div>
    </section>
  );
}

function promise(documents: readonly DocumentInfo[]): string {
  if (documents.length === 0) return t('What you add is opened on this computer and kept here, sealed. Nothing leaves before you submit.');
  const left = documents.some(({ state }) => state !== 'kept');
  return left ? t('The untouched originals stay on this computer, sealed.') : t('Opened on this computer. Nothing has been uploaded. The untouched original is kept, sealed.');
}

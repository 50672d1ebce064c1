import { ShieldCheck } from 'lucide-react';
import { useEffect, useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import type { DocumentInfo, DocumentSlot, IdType } from '../../../preload/contract/documents.ts';
import { filesIn, fromFiles } from '../../capture/sources.ts';
import { Banner } from '../../components/banner.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './capture-side.module.css';
import { ChosenSlot } from './chosen-slot.tsx';
import type { Capturing } from './use-capture.ts';

const c = names(css);

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
  const drop = useDrop(frozen, take);
  usePaste(frozen, take);
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

/** What is dropped anywhere on the side; leaving for a child inside is not leaving. */
function useDrop(frozen: boolean, take: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const on = {
    onDragOver: (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = frozen ? 'none' : 'copy';
      setOver(!frozen);
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget;
      if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (carries(event)) take(filesIn(event.dataTransfer));
    },
  };
  useEffect(() => {
    // A file dropped beside the side would otherwise be opened in place of the app.
    const keepPage = (event: globalThis.DragEvent) => event.preventDefault();
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, []);
  return { over, on };
}

/** A picture or PDF pasted anywhere on the screen; text stays with the field it is pasted into. */
function usePaste(frozen: boolean, take: (files: readonly File[]) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(input|textarea)$/i.test(event.target.tagName);
      const files = filesIn(event.clipboardData, typing);
      if (frozen || files.length === 0 || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      take(files);
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  });
}

import { FolderOpen, Upload } from 'lucide-react';
import { useEffect, useRef, type ReactElement, type RefObject } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { documentMimes, maxDocumentBytes, maxDocumentPages, slotLabel, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import { Button } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './chosen-slot.module.css';
import { DocumentPreview } from './document-preview.tsx';
import { fileWords } from './file-words.ts';

const c = names(css);

/** Props of {@link ChosenSlot}. */
export type ChosenSlotProps = {
  readonly customerId: string | null;
  readonly idType: IdType;
  readonly slot: DocumentSlot;
  readonly document: DocumentInfo | null;
  readonly busy: boolean;
  readonly frozen: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onRemove: () => void;
};

/** The chosen slot's file, or the place where it goes. */
export function ChosenSlot(props: ChosenSlotProps): ReactElement {
  const { customerId, idType, document, busy } = props;
  const place = useRef<HTMLDivElement>(null);
  useFocusKept(place, document?.id ?? null);
  return (
    <div ref={place} className={c('chosen')} aria-busy={busy}>
      {document && customerId ? <DocumentPreview key={document.id} customerId={customerId} document={document} idType={idType} /> : <Blank {...props} />}
      {document ? <FileLine {...props} document={document} /> : null}
    </div>
  );
}

function Blank({ slot, idType, frozen, busy, onFiles }: ChosenSlotProps): ReactElement {
  const values = { size: maxDocumentBytes / 1024 / 1024, pages: maxDocumentPages };
  return (
    <div className={c('blank')}>
      <Upload size={22} strokeWidth={1.8} aria-hidden />
      <p className={c('head')}>{adviceFor(slot, idType)}</p>
      <p className={c('how')}>{t('Drop it here, paste it, or choose it from this computer.')}</p>
      {frozen ? null : <ChooseFile busy={busy} label={t('Choose a file')} onFiles={onFiles} />}
      <p className={c('limits')}>{t('PDF, JPEG or PNG, at most {size} MB and {pages} pages.', values)}</p>
    </div>
  );
}

/** What belongs into an empty slot, in one sentence. */
function adviceFor(slot: DocumentSlot, idType: IdType): string {
  switch (slot) {
    case 'identity': return idType === 'passport' ? t('The passport page with the photo, whole, with both code lines.') : t('The front of the card, whole, all four corners in sight.');
    case 'identity_back': return t('The back of the same card, whole, all four corners in sight.');
    case 'proof_of_address': return t('A bill or statement that shows this name and this address.');
    case 'liveness_check': return t('A photo of the person’s face, taken now, without hat or sunglasses.');
  }
}

function FileLine({ document, idType, slot, busy, frozen, onFiles, onRemove }: ChosenSlotProps & { readonly document: DocumentInfo }): ReactElement {
  return (
    <div className={c('file')}>
      <div className={c('about')}>
        <p className={c('fileName')} title={document.name} data-copyable="">{document.name}</p>
        <p className={c('what')}>{document.problem ?? fileWords(document)}</p>
      </div>
      {frozen ? null : (
        <>
          <Button kind="quiet" label={t('Remove the file of {slot}', { slot: slotLabel(slot, idType).toLowerCase() })} onPress={onRemove}>{t('Remove')}</Button>
          <ChooseFile busy={busy} label={t('Choose another file')} onFiles={onFiles} />
        </>
      )}
    </div>
  );
}

function ChooseFile({ label, busy, onFiles }: { readonly label: string; readonly busy: boolean; readonly onFiles: (files: readonly File[]) => void }): ReactElement {
  return (
    <FileTrigger acceptedFileTypes={documentMimes} onSelect={(list) => { if (list && list.length > 0) onFiles([...list]); }}>
      <Button icon={FolderOpen} busy={busy}>{label}</Button>
    </FileTrigger>
  );
}

/** The button that had the focus goes when a file comes or goes; the focus stays in its place. */
function useFocusKept(place: RefObject<HTMLDivElement | null>, documentId: string | null): void {
  const inside = useRef(false);
  useEffect(() => {
    const note = () => { inside.current = place.current?.contains(document.activeElement) ?? false; };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [place]);
  const first = useRef(documentId);
  useEffect(() => {
    if (first.current === documentId) return;
    first.current = documentId;
    if (inside.current && !place.current?.contains(document.activeElement)) [...(place.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
  }, [documentId, place]);
}

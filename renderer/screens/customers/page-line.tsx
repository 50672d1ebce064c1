import { Crop, Eye, EyeOff, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { slotLabel, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { DocumentPreview } from './document-preview.tsx';
import { fileWords } from './file-words.ts';
import css from './page-line.module.css';
import type { Staged } from './use-staged.ts';

const c = names(css);

/** Props of {@link PageLine}. */
export type PageLineProps = {
  readonly staged: Staged;
  readonly slot: DocumentSlot;
  readonly idType: IdType;
  readonly customerId: string | null;
  readonly document: DocumentInfo | null;
  readonly marks: boolean;
  readonly onMarks: (on: boolean) => void;
  /** Null where nothing may be changed. */
  readonly onEdit: ((page: Capture) => void) | null;
  readonly onRemove: (() => void) | null;
};

/** The line of the page on the stage: its file, and what can be done with it. */
export function PageLine(props: PageLineProps): ReactElement {
  const { staged: { page, of }, document, marks, onMarks, onEdit } = props;
  const { capture } = page;
  const own = of === 'document' ? document : null;
  return (
    <div className={c('line')}>
      <div className={c('about')}>
        <p className={c('name')} title={page.name} data-copyable="">{page.name}</p>
        <p className={c('what')}>{own ? (own.problem ?? fileWords(own)) : t('Waits in the tray')}</p>
      </div>
      {page.evidence ? <Button size="small" kind="quiet" icon={marks ? EyeOff : Eye} hint="marks" onPress={() => onMarks(!marks)}>{marks ? t('Hide marks') : t('Show marks')}</Button> : null}
      {onEdit && capture ? <Button size="small" kind="quiet" icon={Crop} label={t('Edit the page')} onPress={() => onEdit(capture)}>{t('Edit')}</Button> : null}
      {own ? <OfDocument {...props} document={own} /> : null}
    </div>
  );
}

/** What can be done with a placed document: see what would be sent, take it out. */
function OfDocument({ document, slot, idType, customerId, onRemove }: PageLineProps & { readonly document: DocumentInfo }): ReactElement | null {
  const [open, setOpen] = useState(false);
  const label = slotLabel(slot, idType).toLowerCase();
  if (customerId === null) return null;
  return (
    <>
      <Button size="small" kind="quiet" label={t('As sent, {label}', { label })} onPress={() => setOpen(true)}>{t('As sent')}</Button>
      {onRemove ? <Button size="small" kind="quiet" icon={Trash2} label={t('Remove the file of {slot}', { slot: label })} onPress={onRemove}>{t('Remove')}</Button> : null}
      <Dialog open={open} onClose={() => setOpen(false)} width="large" title={t('What is sent')} subtitle={t('Made anew from the pixels: without camera data, place or scripts. The original stays here.')}>
        <div className={c('preview')}><DocumentPreview customerId={customerId} document={document} idType={idType} /></div>
      </Dialog>
    </>
  );
}

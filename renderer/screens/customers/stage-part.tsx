import { ChevronLeft, ChevronRight, Crop, Eye, EyeOff, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { slotLabel, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import { drawnOf } from '../../capture/marks/marks-of.ts';
import { Stage } from '../../capture/marks/stage.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { DocumentPreview } from './document-preview.tsx';
import { fileWords } from './file-words.ts';
import css from './stage-part.module.css';
import { usePagePicture } from './stage-page.ts';
import type { Staged } from './use-staged.ts';

const c = names(css);

/** Props of {@link StagePart}. */
export type StagePartProps = {
  readonly staged: Staged;
  readonly slot: DocumentSlot;
  readonly idType: IdType;
  readonly customerId: string | null;
  readonly document: DocumentInfo | null;
  readonly marks: boolean;
  readonly onMarks: (on: boolean) => void;
  /** The page itself stands elsewhere; only the line is shown. */
  readonly bare?: boolean;
  /** Null where nothing may be changed. */
  readonly onEdit: ((page: Capture) => void) | null;
  readonly onRemove: (() => void) | null;
};

/** A page on the stage and the line of what can be done with it. */
export function StagePart(props: StagePartProps): ReactElement {
  const { staged, slot, idType, marks, bare = false } = props;
  const label = t('{slot}: {name}', { slot: slotLabel(slot, idType), name: staged.page.name });
  return (
    <>
      {bare ? null : <PageStage staged={staged} label={staged.pages.length > 1 ? t('{label}, page {page}', { label, page: staged.index + 1 }) : label} marks={marks} />}
      <PageLine {...props} />
    </>
  );
}

/** The picture of the page, with its marks. */
export function PageStage({ staged: { page, index, findings }, label, marks }: { readonly staged: Pick<Staged, 'page' | 'index' | 'findings'>; readonly label: string; readonly marks: boolean }): ReactElement {
  const picture = usePagePicture(page);
  const { evidence } = page;
  const drawn = marks && evidence ? drawnOf(evidence, findings.filter((finding) => finding.page === index)) : null;
  return <Stage picture={picture} label={label} document={evidence?.document?.area ?? null} drawn={drawn} />;
}

function PageLine(props: StagePartProps): ReactElement {
  const { staged: { page, pages, of }, staged, document, marks, onMarks, onEdit } = props;
  const { capture } = page;
  const own = of === 'document' ? document : null;
  return (
    <div className={c('line')}>
      <div className={c('about')}>
        <p className={c('name')} title={page.name} data-copyable="">{page.name}</p>
        <p className={c('what')}>{own ? (own.problem ?? fileWords(own)) : t('Waits in the tray')}</p>
      </div>
      {pages.length > 1 ? <Turner staged={staged} /> : null}
      {page.evidence ? <Button size="small" kind="quiet" icon={marks ? EyeOff : Eye} hint="marks" onPress={() => onMarks(!marks)}>{marks ? t('Hide marks') : t('Show marks')}</Button> : null}
      {onEdit && capture ? <Button size="small" kind="quiet" icon={Crop} label={t('Edit the page')} onPress={() => onEdit(capture)}>{t('Edit')}</Button> : null}
      {own ? <OfDocument {...props} document={own} /> : null}
    </div>
  );
}

/** What can be done with a placed document: see what would be sent, take it out. */
function OfDocument({ document, slot, idType, customerId, onRemove }: StagePartProps & { readonly document: DocumentInfo }): ReactElement | null {
  const [open, setOpen] = useState(false);
  const label = slotLabel(slot, idType).toLowerCase();
  if (customerId === null) return null;
  return (
    <>
      <Button size="small" kind="quiet" label={t('See the {label} as it is sent', { label })} onPress={() => setOpen(true)}>{t('As sent')}</Button>
      {onRemove ? <Button size="small" kind="quiet" icon={Trash2} label={t('Remove the file of {slot}', { slot: label })} onPress={onRemove}>{t('Remove')}</Button> : null}
      <Dialog open={open} onClose={() => setOpen(false)} width="large" title={t('What is sent')} subtitle={t('Made anew from the pixels: without camera data, place or scripts. The original stays here.')}>
        <div className={c('preview')}><DocumentPreview customerId={customerId} document={document} idType={idType} /></div>
      </Dialog>
    </>
  );
}

function Turner({ staged: { pages, index, turnTo } }: { readonly staged: Staged }): ReactElement {
  return (
    <span className={c('turner')}>
      <IconButton icon={ChevronLeft} label={t('Page before')} onPress={() => turnTo(Math.max(0, index - 1))} />
      <span className={c('count')} aria-live="polite">{t('Page {page} of {pages}', { page: index + 1, pages: pages.length })}</span>
      <IconButton icon={ChevronRight} label={t('Page after')} onPress={() => turnTo(Math.min(pages.length - 1, index + 1))} />
    </span>
  );
}

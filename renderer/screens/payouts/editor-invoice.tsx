import type { ReactElement } from 'react';
import { payoutDocumentLimits } from '../../../preload/contract/deposit.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { kindOf, sizeOf } from '../customers/file-words.ts';
import type { EditorPart } from './editor-part.ts';
import css from './papers.module.css';
import { Paper, PaperKind, PaperPlace } from './papers.tsx';
import { useEditor } from './use-editor.ts';
import { usePapers } from './use-papers.ts';

const c = names(css);

/** The invoice that a Blaaiz payout pays. It stays here: payouts that carry the same file may be the same payout. */
export function EditorInvoice({ editor }: Pick<EditorPart, 'editor'>): ReactElement {
  const documents = useEditor(editor, (state) => state.payout)?.documents ?? [];
  const payoutId = useEditor(editor, (state) => state.id);
  const papers = usePapers(editor, 'Bursar');
  const full = documents.length >= payoutDocumentLimits.count ? t('Both files are there: no more are kept with a payout.') : null;
  return (
    <div role="group" aria-label={t('Invoice')} className={c('part')}>
      <div className={c('title')}>
        <span>{t('Invoice')}</span>
        <span className={c('limits')}>{t('optional')}</span>
      </div>
      <PaperPlace papers={papers} words={documents.length > 0 ? t('One more fits: drop it here, paste it, or choose it.') : t('Drop the invoice here, paste it, or choose it.')} full={full}>
        {documents.map((document) => (
          <Paper
            key={document.id} document={document} papers={papers} payoutId={payoutId} facts={t('{kind}, {size}', { kind: kindOf(document.mime), size: sizeOf(document.size) })}
            beside={<div className={c('kind')}><PaperKind document={document} papers={papers} hideLabel /></div>}
          />
        ))}
      </PaperPlace>
      <p className={c('limits')}>{t('Kept here with the payout and compared with other payouts. Blaaiz doesn’t get it.')}</p>
    </div>
  );
}

import { useRef, useState, type ReactElement } from 'react';
import { payoutDocumentLimits, type PayoutDocument } from '../../../preload/contract/deposit.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { kiraLimits, kiraOf, upTo } from '../../state/kira-edits.ts';
import { t } from '../../text.ts';
import { kindOf, sizeOf } from '../customers/file-words.ts';
import type { EditorPart } from './editor-part.ts';
import css from './papers.module.css';
import { Paper, PaperKind, PaperPlace } from './papers.tsx';
import { useEditor } from './use-editor.ts';
import { usePapers, type Papers } from './use-papers.ts';

const c = names(css);

/** The papers that go with the payout: dropped, pasted or chosen; each with its kind and a few words. By stablecoin one is needed. */
export function KiraDocuments({ editor, problemOf, documents }: EditorPart & { readonly documents: readonly PayoutDocument[] }): ReactElement {
  const needed = kiraOf(useEditor(editor, (state) => state.draft)).mode === 'crypto';
  const payoutId = useEditor(editor, (state) => state.id);
  const papers = usePapers(editor, providerNames.kira);
  const full = documents.length >= payoutDocumentLimits.count ? t('Both files are there: Kira takes no more.') : null;
  return (
    <PaperPlace papers={papers} words={placeWords(needed, documents.length)} full={full} missing={problemOf('documents')}>
      {documents.map((document) => (
        <Paper key={document.id} document={document} papers={papers} payoutId={payoutId} facts={factsOf(document)}>
          <div className={c('fields')}>
            <PaperKind document={document} papers={papers} />
            <Description document={document} papers={papers} />
          </div>
        </Paper>
      ))}
    </PaperPlace>
  );
}

function placeWords(needed: boolean, kept: number): string {
  if (kept > 0) return t('One more fits: drop it here, paste it, or choose it.');
  return needed ? t('Drop the invoice or another paper here, paste it, or choose it. One is needed.') : t('Drop an invoice or another paper here, paste it, or choose it. Optional.');
}

function factsOf({ mime, size, encodedSize }: PayoutDocument): string {
  return t('{kind}, {size} on disk, {sent} as sent', { kind: kindOf(mime), size: sizeOf(size), sent: sizeOf(encodedSize) });
}

/** What the paper shows; kept when the field is left. */
function Description({ document, papers }: { readonly document: PayoutDocument; readonly papers: Papers }): ReactElement {
  const [text, setText] = useState(document.description);
  const kept = useRef(document.description);
  return (
    <TextField
      label={t('What it shows')} qualifier={t('optional, Kira reads it')} value={text} onChange={(next) => setText(upTo(next, kiraLimits.description))} spellCheck
      onBlur={() => {
        if (text === kept.current) return;
        kept.current = text;
        papers.describe(document, { description: text });
      }}
    />
  );
}

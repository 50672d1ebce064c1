import { FolderOpen, Paperclip, X } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { payoutDocumentKinds, payoutDocumentLimits, payoutDocumentMimes, type PayoutDocument } from '../../../preload/contract/deposit.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { useFileDrop, useFilePaste } from '../../components/file-drop.ts';
import { names } from '../../components/names.ts';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import said from '../../components/said.module.css';
import { kiraLimits, kiraOf, upTo } from '../../state/kira-edits.ts';
import { t } from '../../text.ts';
import { kindOf, sizeOf } from '../customers/file-words.ts';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './kira-documents.module.css';
import { PaperLook } from './kira-paper-look.tsx';
import { documentKindWords, documentLimitWords } from './kira-words.ts';
import { usePapers, type Papers } from './kira-use-papers.ts';
import { useEditor } from './use-editor.ts';

const c = names({ ...said, ...css });

/** The papers that go with the payout: dropped, pasted or chosen; each with its kind and a few words. By stablecoin one is needed. */
export function KiraDocuments({ editor, problemOf, documents }: EditorPart & { readonly documents: readonly PayoutDocument[] }): ReactElement {
  const needed = kiraOf(useEditor(editor, (state) => state.draft)).mode === 'crypto';
  const payoutId = useEditor(editor, (state) => state.id);
  const papers = usePapers(editor);
  const full = documents.length >= payoutDocumentLimits.count;
  const drop = useFileDrop(false, papers.take);
  useFilePaste(false, papers.take);
  const missing = problemOf('documents');
  return (
    <div id={fieldId('documents')} className={c('papers')} aria-busy={papers.busy}>
      {papers.refusal ? <ErrorBanner error={papers.refusal} /> : null}
      {documents.map((document) => <Paper key={document.id} document={document} papers={papers} payoutId={payoutId} />)}
      {full ? <p className={c('limits')}>{t('Both files are there: Kira takes no more.')}</p> : (
        <div role="group" aria-label={t('Add a file')} className={c('place', drop.over && 'over', missing !== null && 'missing')} {...drop.on}>
          <Paperclip size={16} strokeWidth={1.75} aria-hidden />
          <div className={c('words')}>
            <p>{placeWords(needed, documents.length)}</p>
            <p className={c('limits')}>{documentLimitWords()}</p>
          </div>
          <FileTrigger acceptedFileTypes={payoutDocumentMimes} allowsMultiple onSelect={(list) => { if (list && list.length > 0) papers.take([...list]); }}>
            <Button icon={FolderOpen} busy={papers.busy}>{t('Choose files')}</Button>
          </FileTrigger>
        </div>
      )}
      {missing ? <p className={c('error')}>{missing}</p> : null}
      <div className={c('said')} role="status">{papers.busy ? t('The file is being looked at.') : papers.said}</div>
    </div>
  );
}

function placeWords(needed: boolean, kept: number): string {
  if (kept > 0) return t('One more fits: drop it here, paste it, or choose it.');
  return needed ? t('Drop the invoice or another paper here, paste it, or choose it. One is needed.') : t('Drop an invoice or another paper here, paste it, or choose it. Optional.');
}

function Paper({ document, papers, payoutId }: { readonly document: PayoutDocument; readonly papers: Papers; readonly payoutId: string | null }): ReactElement {
  const { name, mime, size, encodedSize, kind } = document;
  return (
    <section className={c('paper')} data-card="" aria-label={name}>
      <div className={c('head')}>
        <Paperclip size={16} strokeWidth={1.75} aria-hidden />
        <span className={c('name')} title={name} data-copyable="">{name}</span>
        <span className={c('size')}>{t('{kind}, {size} on disk, {sent} as sent', { kind: kindOf(mime), size: sizeOf(size), sent: sizeOf(encodedSize) })}</span>
        {payoutId === null ? null : <PaperLook payoutId={payoutId} document={document} />}
        <IconButton icon={X} label={t('Remove {name}', { name })} onPress={() => papers.remove(document)} />
      </div>
      <div className={c('fields')}>
        <Select
          label={t('It is')} value={kind} options={payoutDocumentKinds.map((id) => ({ id, label: documentKindWords(id) }))}
          onChange={(next) => { if (next !== kind) papers.describe(document, { kind: next }); }}
        />
        <Description document={document} papers={papers} />
      </div>
    </section>
  );
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

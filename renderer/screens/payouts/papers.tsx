import { FolderOpen, Paperclip, X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { payoutDocumentKinds, payoutDocumentMimes, type PayoutDocument } from '../../../preload/contract/deposit.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { useFileDrop, useFilePaste } from '../../components/file-drop.ts';
import { names } from '../../components/names.ts';
import said from '../../components/said.module.css';
import { Select } from '../../components/select.tsx';
import { t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import { PaperLook } from './paper-look.tsx';
import { documentKindWords, documentLimitWords } from './paper-words.ts';
import css from './papers.module.css';
import type { Papers } from './use-papers.ts';

const c = names({ ...said, ...css });

type PlaceProps = {
  readonly papers: Papers;
  /** What may come, and whether it has to. */
  readonly words: string;
  /** Said in place of it once no more fits; null while some do. */
  readonly full: string | null;
  readonly missing?: string | null;
  /** The files that are there. */
  readonly children: ReactNode;
};

/** Files kept with a draft, and below them the place where more are dropped, pasted or chosen. */
export function PaperPlace({ papers, words, full, missing = null, children }: PlaceProps): ReactElement {
  const drop = useFileDrop(false, papers.take);
  useFilePaste(false, papers.take);
  return (
    <div id={fieldId('documents')} className={c('papers')} aria-busy={papers.busy}>
      {papers.refusal ? <ErrorBanner error={papers.refusal} /> : null}
      {children}
      {full !== null ? <p className={c('limits')}>{full}</p> : (
        <div role="group" aria-label={t('Add a file')} className={c('place', drop.over && 'over', missing !== null && 'missing')} {...drop.on}>
          <Paperclip size={16} strokeWidth={1.75} aria-hidden />
          <div className={c('words')}>
            <p>{words}</p>
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

type PaperProps = { readonly document: PayoutDocument; readonly papers: Papers; readonly payoutId: string | null };

/** One file: its name, what is said of it, a look at it, and the way out. `beside` stands before the buttons, `children` below. */
export function Paper({ document, papers, payoutId, facts, beside, children }: PaperProps & { readonly facts: string; readonly beside?: ReactNode; readonly children?: ReactNode }): ReactElement {
  const { name } = document;
  return (
    <section className={c('paper')} data-card="" aria-label={name}>
      <div className={c('head')}>
        <Paperclip size={16} strokeWidth={1.75} aria-hidden />
        <span className={c('name')} title={name} data-copyable="">{name}</span>
        <span className={c('size')}>{facts}</span>
        {beside}
        {payoutId === null ? null : <PaperLook payoutId={payoutId} document={document} />}
        <IconButton icon={X} label={t('Remove {name}', { name })} onPress={() => papers.remove(document)} />
      </div>
      {children}
    </section>
  );
}

/** Says what a file is: an invoice or another paper. */
export function PaperKind({ document, papers, hideLabel = false }: Pick<PaperProps, 'document' | 'papers'> & { readonly hideLabel?: boolean }): ReactElement {
  const { kind } = document;
  return (
    <Select
      label={t('It is')} hideLabel={hideLabel} value={kind} options={payoutDocumentKinds.map((id) => ({ id, label: documentKindWords(id) }))}
      onChange={(next) => { if (next !== kind) papers.describe(document, { kind: next }); }}
    />
  );
}

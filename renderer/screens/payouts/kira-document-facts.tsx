import type { ReactElement } from 'react';
import type { PayoutDocument } from '../../../preload/contract/deposit.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { sizeOf } from '../customers/file-words.ts';
import type { Fact } from './facts.tsx';
import css from './kira-documents.module.css';
import { PaperLook } from './kira-paper-look.tsx';
import { documentKindWords } from './kira-words.ts';

const c = names(css);

/** The supporting documents that go with a payout, each to look at; nothing where there are none. */
export function documentFacts({ id, documents }: Pick<Payout, 'id' | 'documents'>): readonly Fact[] {
  if (documents.length === 0) return [];
  const value = documents.map((document) => <Named key={document.id} payoutId={id} document={document} />);
  return [{ id: 'documents', label: t('{n, plural, one {Document} other {Documents}}', { n: documents.length }), value }];
}

function Named({ payoutId, document }: { readonly payoutId: string; readonly document: PayoutDocument }): ReactElement {
  const { name, size, kind, description } = document;
  return (
    <div className={c('named')}>
      <span>{[name, documentKindWords(kind).toLowerCase(), sizeOf(size), description].filter((part) => part !== '').join(', ')}</span>
      <PaperLook payoutId={payoutId} document={document} />
    </div>
  );
}

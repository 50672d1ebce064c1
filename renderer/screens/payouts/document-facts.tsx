import type { ReactElement } from 'react';
import type { PayoutDocument } from '../../../preload/contract/deposit.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { sizeOf } from '../customers/file-words.ts';
import type { Fact } from './facts.tsx';
import css from './papers.module.css';
import { PaperLook } from './paper-look.tsx';
import { documentKindWords } from './paper-words.ts';

const c = names(css);

/** The files kept with a payout, each to look at, and where they stay when the provider doesn’t get them; nothing where there are none. */
export function documentFacts({ id, provider, documents }: Pick<Payout, 'id' | 'provider' | 'documents'>): readonly Fact[] {
  if (documents.length === 0) return [];
  const value = documents.map((document) => <Named key={document.id} payoutId={id} document={document} />);
  return [{ id: 'documents', label: t('{n, plural, one {Document} other {Documents}}', { n: documents.length }), value, lines: provider === 'blaaiz' ? [t('Kept here. Blaaiz doesn’t get it.')] : [] }];
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

import type { ReactElement } from 'react';
import type { Customer } from '../../../preload/contract/customers.ts';
import { documentSlots, type DocumentSlot } from '../../../preload/contract/documents.ts';
import { Note } from '../../components/banner.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { strikeWords } from './refusal-words.ts';
import css from './refused-points.module.css';

const c = names(css);

/** While a refused customer is put right: what the refusal says about the chosen slot, and what another one risks. */
export function RefusedPoints({ customer, slot }: { readonly customer: Customer | null; readonly slot: DocumentSlot }): ReactElement | null {
  const rejection = customer?.rejection ?? null;
  if (!rejection || (customer?.state !== 'rejected' && customer?.state !== 'cut')) return null;
  const own = rejection.points.filter(({ slots }) => slots.includes(slot) || !documentSlots.some((one) => slots.includes(one)));
  const texts = [...new Set(own.map(({ text }) => text))];
  return (
    <Note family="bad">
      {texts.length === 0 ? null : (
        <>
          <p className={c('head')}>{t('Blaaiz about this one:')}</p>
          <ul className={c('list')}>{texts.map((text) => <li key={text} data-copyable="">“{text}”</li>)}</ul>
        </>
      )}
      <p>{strikeWords(rejection.count)}</p>
    </Note>
  );
}

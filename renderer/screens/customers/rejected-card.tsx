import { FileX } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Customer } from '../../../preload/contract/customers.ts';
import type { IdType } from '../../../preload/contract/documents.ts';
import type { RefusalPoint } from '../../../preload/contract/preflight.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { pointSlots, strikeWords } from './refusal-words.ts';
import css from './rejected-card.module.css';

const c = names(css);

/** Why Blaaiz rejected the customer, in its own words when it gave any, point by point, and what to look at before it is sent again. */
export function RejectedCard({ customer }: { readonly customer: Customer }): ReactElement {
  const points = customer.rejection?.points ?? [];
  return (
    <section className={c('card')} aria-labelledby="rejected-why" data-card="">
      <FileX size={20} strokeWidth={2} aria-hidden />
      <div className={c('words')}>
        <h2 id="rejected-why" className={c('head')}>{headOf(customer)}</h2>
        {customer.rejection ? <p className={c('next')}>{strikeWords(customer.rejection.count)}</p> : null}
        {points.length > 0 ? <Points points={points} idType={customer.fields.idType} /> : <GoThrough />}
      </div>
    </section>
  );
}

function headOf({ comment, rejection }: Customer): string {
  const count = rejection?.points.length ?? 0;
  if (count > 0) return t('Blaaiz rejected this customer for {count, plural, one {one reason} other {# reasons}}', { count });
  return comment ? t('Blaaiz rejected this customer: “{comment}”', { comment }) : t('Blaaiz rejected this customer and gave no reason through its API');
}

/** The points one by one, each with the document it is about. */
function Points({ points, idType }: { readonly points: readonly RefusalPoint[]; readonly idType: IdType }): ReactElement {
  return (
    <ul className={c('points')}>
      {points.map((point, index) => (
        <li key={index}>
          <span className={c('slot')}>{pointSlots(point, idType)}</span>
          <span className={c('said')} data-copyable="">“{point.text}”</span>
        </li>
      ))}
    </ul>
  );
}

function GoThrough(): ReactElement {
  return (
    <>
      <p className={c('next')}>{t('Go through this before you send it again. Repeated bad uploads can block a customer for good.')}</p>
      <ul className={c('list')}>
        <li>{t('Name, birth date, number and country are exactly as on the document.')}</li>
        <li>{t('The document is valid, and not about to expire.')}</li>
        <li>{t('The picture is sharp, without glare, with all four corners in it.')}</li>
        <li>{t('It is a picture of the document itself, not of a copy or a screen.')}</li>
        <li>{t('A card has its back; a passport has both code lines.')}</li>
      </ul>
    </>
  );
}

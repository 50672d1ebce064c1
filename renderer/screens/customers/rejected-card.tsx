import { FileX } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Customer } from '../../../preload/contract/customers.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './rejected-card.module.css';

const c = names(css);

/** Why Blaaiz rejected the customer, in its own words when it gave any, and what to look at before it is sent again. */
export function RejectedCard({ customer }: { readonly customer: Customer }): ReactElement {
  return (
    <section className={c('card')} aria-labelledby="rejected-why" data-card="">
      <FileX size={20} strokeWidth={2} aria-hidden />
      <div>
        <h2 id="rejected-why" className={c('head')}>
          {customer.comment ? t('Blaaiz rejected this customer: “{comment}”', { comment: customer.comment }) : t('Blaaiz rejected this customer and gave no reason through its API')}
        </h2>
        <p className={c('next')}>{t('Go through this before you send it again. Repeated bad uploads can block a customer for good.')}</p>
        <ul className={c('list')}>
          <li>{t('Name, birth date, number and country are exactly as on the document.')}</li>
          <li>{t('The document is valid, and not about to expire.')}</li>
          <li>{t('The picture is sharp, without glare, with all four corners in it.')}</li>
          <li>{t('It is a picture of the document itself, not of a copy or a screen.')}</li>
          <li>{t('A card has its back; a passport has both code lines.')}</li>
        </ul>
      </div>
    </section>
  );
}

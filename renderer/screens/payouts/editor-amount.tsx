import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { MoneyField, MoneyRead } from '../../components/money-field.tsx';
import { names } from '../../components/names.ts';
import { Segmented } from '../../components/radio-cards.tsx';
import { amountCurrency, chooseSide, typeAmount } from '../../state/draft-edits.ts';
import type { PriceState } from '../../state/price-asker.ts';
import { locale, t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './editor.module.css';
import { useEditor } from './use-editor.ts';

const c = names(css);

/** How much, on the side that the person chooses; the other side follows from the price and is only indicative. */
export function EditorAmount({ editor, problemOf, price }: EditorPart & { readonly price: PriceState }): ReactElement {
  const draft = useEditor(editor, (state) => state.draft);
  const sending = draft.side === 'send';
  const currency = amountCurrency(draft);
  const other = sending ? draft.toCurrency : draft.fromCurrency;
  const answered = price.price !== null && price.question !== null && price.of === price.question ? price.price : null;
  const label = sending ? t('You send') : t('They receive');
  return (
    <>
      <Segmented
        label={t('Which amount do you set?')} value={draft.side}
        choices={[{ id: 'send', label: t('You send') }, { id: 'receive', label: t('They receive') }]}
        onChange={(side) => editor.change(chooseSide(side, answered, locale()))}
      />
      {currency === null ? (
        <p className={c('first')}>{sending ? t('Choose the wallet first: the amount is in its currency.') : t('Choose the payee’s currency first.')}</p>
      ) : (
        <div className={c('amounts')}>
          <MoneyField
            id={fieldId('amountMinor')} label={label} hideLabel text={draft.amountText} currency={currency}
            onChange={(text) => editor.change(typeAmount(text, locale()))} error={problemOf('amountMinor')}
          />
          <ArrowRight size={16} strokeWidth={1.75} aria-hidden className={c('arrow')} />
          {other === null ? <p className={c('first', 'other')}>{t('What arrives shows here once the currency is chosen.')}</p> : (
            <div className={c('other')}>
              <MoneyRead
                label={sending ? t('They receive') : t('You send')} qualifier={t('indicative')}
                amount={answered ? (sending ? answered.receive : answered.send) : null} currency={other}
              />
            </div>
          )}
        </div>
      )}
    </>
  );
}

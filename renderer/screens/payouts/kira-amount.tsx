import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { MoneyField, MoneyRead } from '../../components/money-field.tsx';
import { names } from '../../components/names.ts';
import { typeAmount } from '../../state/draft-edits.ts';
import type { PriceState } from '../../state/price-asker.ts';
import { locale, t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './editor.module.css';
import own from './kira-editor.module.css';
import { useEditor } from './use-editor.ts';

const c = names({ ...css, ...own });

/** How much is sent, fees included, always in US dollars; what arrives follows from the price. */
export function KiraAmount({ editor, problemOf, price }: EditorPart & { readonly price: PriceState }): ReactElement {
  const text = useEditor(editor, (state) => state.draft.amountText);
  const answered = price.price !== null && price.question !== null && price.of === price.question ? price.price : null;
  return (
    <div className={c('amounts', 'level')}>
      <MoneyField
        id={fieldId('amountMinor')} label={t('You send')} qualifier={t('fees come out of it')} text={text} currency="USD"
        onChange={(next) => editor.change(typeAmount(next, locale()))} error={problemOf('amountMinor')}
      />
      <ArrowRight size={16} strokeWidth={1.75} aria-hidden className={c('arrow', 'lower')} />
      <MoneyRead label={t('They receive')} qualifier={t('indicative')} amount={answered?.receive ?? null} currency="USD" />
    </div>
  );
}

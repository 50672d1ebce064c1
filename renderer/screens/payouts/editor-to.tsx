import { useState, type ReactElement } from 'react';
import { currencies } from '../../../preload/contract/currency.ts';
import { accountTail, destinationCurrencies, methodLabels, methodsFor, payeeFieldsFor } from '../../../preload/contract/payee-fields.ts';
import type { Payee } from '../../../preload/contract/payouts.ts';
import { useCall } from '../../api.ts';
import { ComboBox } from '../../components/combo-box.tsx';
import { Fields } from '../../components/field.tsx';
import { names } from '../../components/names.ts';
import { Select } from '../../components/select.tsx';
import { chooseCurrency, chooseMethod, choosePayee, namePayee } from '../../state/draft-edits.ts';
import { locale, t } from '../../text.ts';
import { tidyDetail } from './account-text.ts';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './editor.module.css';
import { PayeeFields } from './payee-fields.tsx';
import { useEditor } from './use-editor.ts';

const c = names(css);

/** Who receives, what arrives and how it travels, then the account. */
export function EditorTo(part: EditorPart): ReactElement {
  return (
    <Fields>
      <PayeeField {...part} />
      <div className={c('pair')}>
        <CurrencyField {...part} />
        <MethodField {...part} />
      </div>
      <PayeeFields {...part} />
    </Fields>
  );
}

function PayeeField({ editor, problemOf }: EditorPart): ReactElement {
  const name = useEditor(editor, (state) => state.draft.payeeName);
  const payeeId = useEditor(editor, (state) => state.draft.payeeId);
  const [searching, setSearching] = useState(false);
  const payees = useCall('payees.list', { query: searching ? name : '' }, { keep: true }).data ?? [];
  const isNew = name.trim() !== '' && payeeId === null;
  return (
    <ComboBox
      id={fieldId('payeeName')} label={t('Payee')} text={name} options={payees.map(payeeOption)}
      onText={(text) => {
        if (text === name) return;
        setSearching(true);
        editor.change(namePayee(text));
      }}
      onChoose={(id) => {
        setSearching(false);
        const payee = payees.find((one) => one.id === id);
        if (payee) editor.change(choosePayee(tidyPayee(payee), locale()));
      }}
      onBlur={() => setSearching(false)}
      error={problemOf('payeeName')}
      hint={isNew ? t('Not in your payee book yet. Kept there once the payout is ready.') : undefined}
    />
  );
}

function payeeOption(payee: Payee) {
  return { id: payee.id, label: payee.name, detail: `${payee.currency} ${accountTail(payee.details)}`, search: methodLabels[payee.method] };
}

/** The payee with its account as it stands in a form: in groups. */
function tidyPayee(payee: Payee): Payee {
  const tidy = payeeFieldsFor(payee.currency, payee.method).map((field) => [field.key, tidyDetail(payee.currency, payee.method, field, payee.details)] as const);
  return { ...payee, details: { ...payee.details, ...Object.fromEntries(tidy.filter(([, value]) => value !== '')) } };
}

function CurrencyField({ editor, problemOf }: EditorPart): ReactElement {
  const value = useEditor(editor, (state) => state.draft.toCurrency);
  return (
    <Select
      id={fieldId('toCurrency')} label={t('Currency')} value={value}
      options={destinationCurrencies.map((code) => ({ id: code, label: code, detail: currencies[code].name }))}
      onChange={(code) => editor.change(chooseCurrency(code, locale()))}
      error={problemOf('toCurrency')}
    />
  );
}

function MethodField({ editor, problemOf }: EditorPart): ReactElement {
  const currency = useEditor(editor, (state) => state.draft.toCurrency);
  const value = useEditor(editor, (state) => state.draft.method);
  return (
    <Select
      id={fieldId('method')} label={t('Method')} value={value} disabled={currency === null}
      options={(currency ? methodsFor(currency) : []).map((method) => ({ id: method, label: methodLabels[method] }))}
      onChange={(method) => editor.change(chooseMethod(method))}
      error={problemOf('method')}
    />
  );
}

import { useState, type ReactElement } from 'react';
import { countries } from '../../../preload/contract/countries.ts';
import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import { payeeFieldsFor, sharedBy, type PayeeField, type PayeeFieldKey, type PayoutMethod } from '../../../preload/contract/payee-fields.ts';
import { useCall } from '../../api.ts';
import { Select, type Option } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { typeDetail } from '../../state/draft-edits.ts';
import { t } from '../../text.ts';
import { tidyDetail } from './account-text.ts';
import { Caution } from './caution.tsx';
import { detailIssues, fieldId, type DetailIssues } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import { HolderLine } from './holder-line.tsx';
import { useBankCode } from './use-bank-code.ts';
import { useEditor } from './use-editor.ts';

/** The fields that the chosen currency and method ask for, each checked when it is left. */
export function PayeeFields(part: EditorPart): ReactElement | null {
  const currency = useEditor(part.editor, (state) => state.draft.toCurrency);
  const method = useEditor(part.editor, (state) => state.draft.method);
  if (!currency || !method) return null;
  return <Account key={`${currency} ${method}`} {...part} currency={currency} method={method} />;
}

type AccountProps = EditorPart & { readonly currency: CurrencyCode; readonly method: PayoutMethod };

function Account({ currency, method, ...part }: AccountProps): ReactElement {
  const draft = useEditor(part.editor, (state) => state.draft);
  const bankCode = useBankCode(draft);
  const [left, setLeft] = useState<ReadonlySet<PayeeFieldKey>>(new Set());
  const issues = detailIssues(draft, bankCode);
  const fields = payeeFieldsFor(currency, method);
  return (
    <>
      {fields.map((field) => (
        <Detail
          key={field.key} field={field} part={part} currency={currency} value={draft.details[field.key] ?? ''}
          issue={left.has(field.key) && (draft.details[field.key] ?? '') !== '' ? issues[field.key] : undefined}
          asked={field.key === 'accountNumber' && currency === 'NGN'}
          onChange={(value) => {
            setLeft((before) => new Set([...before].filter((key) => key !== field.key)));
            part.editor.change(typeDetail(field.key, value));
          }}
          onLeave={() => {
            setLeft((before) => new Set([...before, field.key]));
            const { details } = part.editor.store.getState().draft;
            const tidy = tidyDetail(currency, method, field, details);
            if (tidy !== (details[field.key] ?? '')) part.editor.change(typeDetail(field.key, tidy));
          }}
        />
      ))}
    </>
  );
}

type DetailProps = {
  readonly field: PayeeField;
  readonly part: EditorPart;
  readonly currency: CurrencyCode;
  readonly value: string;
  readonly issue: DetailIssues[PayeeFieldKey] | undefined;
  readonly asked: boolean;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
};

function Detail(props: DetailProps): ReactElement {
  const { field, part, issue } = props;
  const error = issue?.level === 'error' ? issue.message : part.problemOf(field.key);
  const hint = issue?.level === 'warning' ? <Caution>{issue.message}</Caution> : undefined;
  const base = { id: fieldId(field.key), label: t(field.label), error, hint };
  return field.kind === 'account' || field.kind === 'text' || field.kind === 'email' || field.kind === 'phone' ? <Typed {...props} base={base} /> : <Chosen {...props} base={base} />;
}

type Base = { readonly id: string; readonly label: string; readonly error: string | null; readonly hint: ReactElement | undefined };

function Typed({ field, part, value, asked, onChange, onLeave, base }: DetailProps & { readonly base: Base }): ReactElement {
  const types = { email: 'email', phone: 'tel' } as const;
  const text = (
    <TextField
      {...base} value={value} onChange={onChange} onBlur={onLeave} mono={field.kind === 'account' || field.kind === 'phone'} spellCheck={false} maxLength={200}
      type={field.kind === 'email' || field.kind === 'phone' ? types[field.kind] : 'text'}
    />
  );
  return asked ? <div>{text}<HolderLine {...part} /></div> : text;
}

function Chosen({ field, part, currency, value, onChange, onLeave, base }: DetailProps & { readonly base: Base }): ReactElement {
  const rest = { ...base, value: value || null, onChange, onBlur: onLeave };
  if (field.kind === 'choice') return <Select {...rest} options={(field.choices ?? []).map((choice) => ({ id: choice.value, label: t(choice.label) }))} />;
  if (field.kind === 'country') return <Select {...rest} options={countryOptions(sharedBy(currency))} empty={t('Choose a country')} />;
  if (field.kind === 'bank') return <BankField {...base} kind="banks.list" currency={currency} value={value} onChange={onChange} onLeave={onLeave} />;
  return <OperatorField {...base} part={part} currency={currency} value={value} onChange={onChange} onLeave={onLeave} />;
}

/** The countries to choose from: all, or those that share the currency. */
function countryOptions(shared: readonly string[] | null): readonly Option[] {
  return countries().filter(({ code }) => shared === null || shared.includes(code)).map(({ code, name }) => ({ id: code, label: name, search: code }));
}

type OperatorFieldProps = Omit<BankFieldProps, 'kind' | 'country'> & { readonly part: EditorPart };

/** The operators of the payee's country: another country's would not reach the phone. */
function OperatorField({ part, ...rest }: OperatorFieldProps): ReactElement {
  const country = useEditor(part.editor, (state) => state.draft.details.country) ?? '';
  return sharedBy(rest.currency) === null ? <BankField {...rest} kind="banks.operators" /> : <BankField {...rest} kind="banks.operators" country={country} />;
}

type BankFieldProps = Base & {
  /** Whose banks to offer, where the currency is shared; empty while it isn't known. */
  readonly country?: string;
  readonly kind: 'banks.list' | 'banks.operators'; readonly currency: CurrencyCode; readonly value: string;
  readonly onChange: (value: string) => void; readonly onLeave: () => void;
};

function BankField({ kind, currency, country, value, onChange, onLeave, hint, ...base }: BankFieldProps): ReactElement {
  const list = useCall(kind, { currency });
  const banks = (list.data?.banks ?? []).filter((bank) => country === undefined || (bank.country ?? country) === country);
  const known = banks.some((bank) => bank.id === value);
  // A bank that is no longer listed (or not yet, offline) stays chosen, by its number.
  const unlisted = value !== '' && !known ? [{ id: value, label: t('Bank {id}', { id: value }) }] : [];
  const failed = list.error ? <Caution>{`${list.error.message} ${list.error.fix ?? ''}`.trim()}</Caution> : undefined;
  const empty = kind === 'banks.list' ? t('Choose a bank') : country === '' ? t('Choose the country first') : t('Choose an operator');
  return (
    <Select
      {...base} value={value || null} empty={list.isPending ? t('Reading the list') : empty} hint={hint ?? failed}
      options={[...unlisted, ...banks.map((bank) => ({ id: bank.id, label: bank.name, search: bank.code }))]}
      onChange={onChange} onBlur={onLeave}
    />
  );
}

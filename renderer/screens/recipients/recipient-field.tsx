import type { ReactElement } from 'react';
import { countries } from '../../../preload/contract/countries.ts';
import type { RecipientField } from '../../../preload/contract/recipient-checks.ts';
import type { RecipientFieldKey, RecipientFields } from '../../../preload/contract/recipients.ts';
import type { FieldBase } from '../../components/field.tsx';
import { Select, type Option } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../text.ts';
import { Caution } from '../payouts/caution.tsx';
import { PayerField } from './payer-field.tsx';
import type { RecipientFormProps } from './recipient-form.tsx';
import { fieldId } from './recipient-words.ts';
import type { ShownIssue } from './use-recipient-editor.ts';

/** Props of {@link RecipientFieldInput}. */
export type RecipientFieldInputProps = RecipientFormProps & { readonly field: RecipientField };

/** One field that the rail asks for, with what is wrong or doubtful about it. */
export function RecipientFieldInput({ field, fields, shown, onChange, onPreset }: RecipientFieldInputProps): ReactElement {
  const base = { ...baseOf(field, shown.of(field.key)), onBlur: () => shown.leave(field.key) };
  const change = (value: string) => {
    shown.change(field.key);
    onChange({ [field.key]: value } as Partial<Record<RecipientFieldKey, string>> as Partial<RecipientFields>);
  };
  const value = fields[field.key];
  switch (field.kind) {
    case 'user': return <PayerField {...base} value={value} onChange={change} onPreset={(userId) => onPreset({ userId })} />;
    case 'country': return <Chosen {...base} field={field} value={value} onChange={change} options={countryOptions()} empty={t('Choose a country')} />;
    case 'choice': return <Chosen {...base} field={field} value={value} onChange={change} options={choiceOptions(field)} empty={t('Choose')} />;
    case 'text':
    case 'account':
    case 'email':
    case 'phone': return <TextField {...base} value={value} onChange={change} maxLength={200} mono={field.kind === 'account' || field.kind === 'phone'} type={typeOf(field.kind)} />;
  }
}

/** What every field of the form has in common. A document is wholly optional, and its head says so. */
function baseOf(field: RecipientField, issue: ShownIssue | null): FieldBase {
  const hint = issue?.level === 'warning' ? <Caution>{issue.message}</Caution> : field.hint ? t(field.hint) : undefined;
  return {
    id: fieldId(field.key), label: t(field.label), error: issue?.level === 'error' ? issue.message : null, hint,
    ...(field.required || field.section === 'document' ? {} : { qualifier: t('optional') }),
  };
}

function typeOf(kind: RecipientField['kind']): 'text' | 'email' | 'tel' {
  return kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text';
}

type ChosenProps = FieldBase & {
  readonly field: RecipientField; readonly value: string; readonly onChange: (value: string) => void; readonly onBlur: () => void;
  readonly options: readonly Option[]; readonly empty: string;
};

/** A choice of one; what may be left out can also be taken back. */
function Chosen({ field, value, onChange, options, ...rest }: ChosenProps): ReactElement {
  const none: readonly Option[] = field.required || value === '' ? [] : [{ id: 'none', label: t('None') }];
  return <Select {...rest} value={value || null} onChange={(next) => onChange(next === 'none' ? '' : next)} options={[...none, ...options]} />;
}

function choiceOptions({ choices = [] }: RecipientField): readonly Option[] {
  return choices.map((choice) => ({ id: choice.value, label: t(choice.label) }));
}

let all: readonly Option[] | null = null;

function countryOptions(): readonly Option[] {
  all ??= countries().map(({ code, name }) => ({ id: code, label: name, search: code }));
  return all;
}

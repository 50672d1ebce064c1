import { memo, type ReactElement } from 'react';
import { countries } from '../../../preload/contract/countries.ts';
import type { RecipientField } from '../../../preload/contract/recipient-checks.ts';
import type { RecipientFieldKey } from '../../../preload/contract/recipients.ts';
import type { FieldBase } from '../../components/field.tsx';
import { Select, type Option } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../text.ts';
import { Caution } from '../payouts/caution.tsx';
import { PayerField } from './payer-field.tsx';
import { fieldId } from './recipient-words.ts';
import type { ShownIssue } from './use-recipient-editor.ts';

/** Props of {@link RecipientFieldInput}; `level` and `message` say what is wrong or doubtful. The functions must stay the same ones. */
export type RecipientFieldInputProps = {
  readonly field: RecipientField;
  readonly value: string;
  readonly level: ShownIssue['level'] | null;
  readonly message: string;
  readonly onChange: (key: RecipientFieldKey, value: string) => void;
  readonly onPreset: (key: RecipientFieldKey, value: string) => void;
  readonly onLeave: (key: RecipientFieldKey) => void;
};

/** One field that the rail asks for, with what is wrong or doubtful about it. */
export const RecipientFieldInput = memo(FieldOf);

function FieldOf({ field, value, level, message, onChange, onPreset, onLeave }: RecipientFieldInputProps): ReactElement {
  const base = { ...baseOf(field, level, message), onBlur: () => onLeave(field.key) };
  const change = (next: string) => onChange(field.key, next);
  switch (field.kind) {
    case 'user': return <PayerField {...base} value={value} onChange={change} onPreset={(userId) => onPreset(field.key, userId)} />;
    case 'country': return <Chosen {...base} field={field} value={value} onChange={change} options={countryOptions()} empty={t('Choose a country')} />;
    case 'choice': return <Chosen {...base} field={field} value={value} onChange={change} options={choiceOptions(field)} empty={t('Choose')} />;
    case 'text':
    case 'account':
    case 'email':
    case 'phone': return <TextField {...base} value={value} onChange={change} maxLength={200} mono={field.kind === 'account' || field.kind === 'phone'} type={typeOf(field.kind)} />;
  }
}

/** What every field of the form has in common. A document is wholly optional, and its head says so. */
function baseOf(field: RecipientField, level: ShownIssue['level'] | null, message: string): FieldBase {
  const hint = level === 'warning' ? <Caution>{message}</Caution> : field.hint ? t(field.hint) : undefined;
  return {
    id: fieldId(field.key), label: t(field.label), error: level === 'error' ? message : null, hint,
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

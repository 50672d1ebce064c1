import { Ban, CircleCheck, CircleQuestionMark, LoaderCircle, PencilLine } from 'lucide-react';
import { countryName, isCountry } from '../../../preload/contract/countries.ts';
import { recipientFieldsFor } from '../../../preload/contract/recipient-checks.ts';
import type { Recipient, RecipientFieldKey, RecipientFields, RecipientRail } from '../../../preload/contract/recipients.ts';
import type { StatusWord } from '../../components/status-words.ts';
import { t } from '../../text.ts';

/** The word for where a recipient stands. */
export function recipientStatus(state: Recipient['state']): StatusWord {
  switch (state) {
    case 'draft': return { word: t('Only here'), icon: PencilLine, family: 'idle', person: false };
    case 'sending': return { word: t('Being made'), icon: LoaderCircle, family: 'move', person: false };
    case 'unknown': return { word: t('Unknown'), icon: CircleQuestionMark, family: 'unk', person: true };
    case 'refused': return { word: t('Refused'), icon: Ban, family: 'bad', person: true };
    case 'there': return { word: t('At Kira'), icon: CircleCheck, family: 'ok', person: false };
  }
}

/** The rail in words. */
export function railName(rail: RecipientRail): string {
  return rail === 'wire' ? t('Wire') : t('SWIFT');
}

/** The recipient's name, or what stands for it while there is none. */
export function nameOf({ name }: Pick<Recipient, 'name'>): string {
  return name === '' ? t('Recipient without a name') : name;
}

/** The words over a field; a field that the rail doesn't ask for has none of its own. */
export function fieldLabel(key: string, { rail, kind }: Pick<RecipientFields, 'rail' | 'kind'>): string {
  return t(recipientFieldsFor(rail, kind).find((field) => field.key === key)?.label ?? 'Recipient');
}

/** The id of a field on the page. */
export const fieldId = (key: string): string => `recipient-${key}`;

const countryKeys: readonly RecipientFieldKey[] = ['country', 'bankCountry', 'docCountry'];

/** A value as people read it: countries by name, choices by their words. */
export function shownValue(key: RecipientFieldKey, fields: RecipientFields): string {
  const value = fields[key];
  if (countryKeys.includes(key)) return isCountry(value) ? countryName(value) : value;
  const choices = recipientFieldsFor(fields.rail, fields.kind).find((field) => field.key === key)?.choices;
  return t(choices?.find((choice) => choice.value === value)?.label ?? value);
}

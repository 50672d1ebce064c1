import { countryName } from '../../../preload/contract/countries.ts';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { idTypeLabels } from '../../../preload/contract/documents.ts';
import { showDate } from '../../components/date-input.ts';
import { locale, t } from '../../text.ts';
import type { Fact } from '../payouts/facts.tsx';
import { fieldLabel } from './form-issues.ts';

/** What the form says, as facts in reading order; what is empty is left out. */
export function customerFacts(fields: CustomerFields): readonly Fact[] {
  const day = (date: string) => showDate(date, locale());
  const until = fields.idExpiryDate === '' ? [] : [t('Expires {date}', { date: day(fields.idExpiryDate) })];
  const place = [fields.street, `${fields.zipCode} ${fields.city}`.trim(), fields.state].filter((line) => line !== '');
  const facts: readonly Fact[] = [
    { id: 'name', label: t('Name'), value: `${fields.firstName} ${fields.lastName}`.trim() },
    { id: 'dob', label: fieldLabel('dob', fields.idType), value: day(fields.dob) },
    { id: 'country', label: fieldLabel('country', fields.idType), value: fields.country === '' ? '' : countryName(fields.country) },
    { id: 'document', label: idTypeLabels[fields.idType], value: fields.idNumber, lines: until, mono: true },
    { id: 'email', label: fieldLabel('email', fields.idType), value: fields.email, lines: fields.phone === '' ? [] : [fields.phone] },
    { id: 'address', label: t('Address'), value: place[0] ?? '', lines: place.slice(1) },
    { id: 'tin', label: fieldLabel('tin', fields.idType), value: fields.tin, mono: true },
  ];
  return facts.filter(({ value }) => value !== '');
}

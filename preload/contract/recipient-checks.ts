import { abaProblem } from './abas.ts';
import { hasPostcode, namesState } from './address-parts.ts';
import { countryName, isCountry } from './countries.ts';
import { emailDoubt, emailProblem } from './email.ts';
import { bicAbroad, bicDoubt, bicElsewhere, bicProblem, dollarCountries, ibanProblem, looksLikeIban, usesIban } from './iban.ts';
import { nameDoubt, nameProblem } from './person-name.ts';
import { phoneDoubt, phoneProblem } from './phone.ts';
import { recipientFieldsFor, type RecipientField } from './recipient-fields.ts';
import { normalizeRecipient } from './recipient-normalize.ts';
import type { RecipientFieldKey, RecipientFields } from './recipients.ts';
import { usStateProblem, zipProblem } from './us-address.ts';

export { normalizeRecipient } from './recipient-normalize.ts';
export { recipientFieldsFor, recipientSections, type RecipientField, type RecipientFieldKind } from './recipient-fields.ts';

/** What is wrong (`error`, Kira or the bank would refuse it) or doubtful (`warning`, asks for a second look) about one field of a recipient. */
export type RecipientIssue = { readonly path: RecipientFieldKey; readonly level: 'error' | 'warning'; readonly message: string };

type Findings = readonly (readonly ['error' | 'warning', string | null])[];
type Check = (value: string, fields: RecipientFields) => Findings;

/** Every problem and doubt about a recipient, in form order; spaces, dashes and case of codes don't matter. Kira checks hardly any of it, the
 *  bank all of it (Kira guide: Recipients). Whether the account exists, only the bank knows. */
export function recipientIssues(typed: RecipientFields): readonly RecipientIssue[] {
  const fields = normalizeRecipient(typed);
  return recipientFieldsFor(fields.rail, fields.kind).flatMap((field) => {
    const found = fieldFindings(field, fields).filter((one): one is readonly ['error' | 'warning', string] => one[1] !== null);
    return found.map(([level, message]) => ({ path: field.key, level, message }));
  });
}

function fieldFindings(field: RecipientField, fields: RecipientFields): Findings {
  const value = fields[field.key];
  if (value === '') return emptyFindings(field, fields);
  if (field.choices && !field.choices.some((choice) => choice.value === value)) return [['error', `${field.label}: choose one of the list.`]];
  if (field.kind === 'country' && !isCountry(value)) return [['error', 'Choose a country from the list.']];
  return [...(checks[field.key]?.(value, fields) ?? []), ...latin(field, value)];
}

const documentKeys: readonly RecipientFieldKey[] = ['docType', 'docNumber', 'docCountry'];

function emptyFindings({ key, label, required }: RecipientField, fields: RecipientFields): Findings {
  if (key === 'userId') return [['error', 'Choose the business that pays.']];
  if (required) return [['error', `${label} is missing.${structured(key, fields)}`]];
  if (documentKeys.includes(key) && documentKeys.some((one) => fields[one] !== '')) return [['error', `${label} is missing: fill all three of the document, or none.`]];
  if (key === 'state' && namesState(fields.country)) return [['warning', `Addresses in ${countryName(fields.country)} name a state: without it the bank may ask.`]];
  if (key === 'postalCode' && hasPostcode(fields.country)) return [['warning', 'Without a postcode the bank may ask, or hold the payment.']];
  return [];
}

function structured(key: RecipientFieldKey, { rail }: RecipientFields): string {
  return rail === 'swift' && (key === 'city' || key === 'country') ? ' Since November 2026 SWIFT refuses addresses without town and country in fields of their own.' : '';
}

function latin({ kind }: RecipientField, value: string): Findings {
  const foreign = kind === 'text' ? Array.from(value).find((letter) => /\p{L}/u.test(letter) && !/\p{Script=Latin}/u.test(letter)) : undefined;
  return [['warning', foreign === undefined ? null : `\u201c${foreign}\u201d is no Latin letter: the bank gets Latin letters only.`]];
}

const personName: Check = (value) => [['error', nameProblem(value)], ['warning', /[^\P{L}\p{Script=Latin}]/u.test(value) ? null : nameDoubt(value)]];
// A company may be called by digits: they count as letters.
const companyName: Check = (value) => [['error', nameProblem(value.replace(/\d/g, 'x'))], ['warning', value.length > 70 ? 'Banks may cut names longer than 70 characters.' : null]];

const street: Check = (value, { rail, city }) => {
  const holdsTown = rail === 'swift' && city !== '' && ` ${value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${city.toLowerCase()} `);
  return [['warning', holdsTown ? 'The town seems to stand here too. Since November 2026 SWIFT refuses addresses written as free text.' : null]];
};

const inUs = (country: 'country' | 'bankCountry', check: (value: string) => string | null): Check => (value, fields) =>
  [['error', fields[country] === 'US' ? check(value) : null]];

const accountNumber: Check = (value, { rail, bankCountry }) => {
  if (!/^[A-Z0-9]{4,34}$/.test(value)) return [['error', 'An account number has 4 to 34 letters and digits.']];
  const iban = looksLikeIban(value);
  if (rail === 'wire') return [['warning', iban ? 'This looks like an IBAN. A wire goes to a US account: choose SWIFT for this one.' : digitsDoubt(value)]];
  if (iban) return [['error', ibanProblem(value)]];
  return [['warning', usesIban(bankCountry) ? `Banks in ${countryName(bankCountry)} use IBANs, and this is none.` : null]];
};
const digitsDoubt = (value: string) => (/^\d{4,17}$/.test(value) ? null : 'US account numbers have 4 to 17 digits.');

const bic: Check = (value, { rail, accountNumber: account, bankCountry }) => {
  const problem = bicProblem(value);
  if (problem !== null) return [['error', problem]];
  if (rail === 'wire') return [['warning', bicAbroad(value)]];
  const elsewhere = isCountry(bankCountry) ? bicElsewhere(value, bankCountry) : null;
  const comparable = looksLikeIban(account) && ibanProblem(account) === null;
  return [['warning', elsewhere ?? (comparable ? bicDoubt(value, account) : null)]];
};

const bankCountry: Check = (value, { rail }) => {
  const abroad = rail === 'wire' && !dollarCountries.includes(value);
  return [['warning', abroad ? `A routing number is of a bank in the United States, this address is in ${countryName(value)}.` : null]];
};

const docNumber: Check = (value) => [['error', /^[\p{L}\p{N}][\p{L}\p{N} ./-]*$/u.test(value) ? null : 'A document number has letters and digits only.']];

/** The check of each field; a field without one only has to be filled where it is required. */
const checks: Partial<Record<RecipientFieldKey, Check>> = {
  firstName: personName, lastName: personName, companyName, street, accountNumber, bic, bankCountry, docNumber,
  email: (value) => [['error', emailProblem(value)], ['warning', emailDoubt(value)]],
  phone: (value, { country }) => [['error', phoneProblem(value, country)], ['warning', phoneDoubt(value, country)]],
  state: inUs('country', usStateProblem), postalCode: inUs('country', zipProblem),
  bankState: inUs('bankCountry', usStateProblem), bankPostalCode: inUs('bankCountry', zipProblem),
  routingNumber: (value) => [['error', abaProblem(value)]], intermediaryRouting: (value) => [['error', abaProblem(value)]],
};

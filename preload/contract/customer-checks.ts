import { dayInWords, fullYears, isDay } from './calendar.ts';
import { countryName, isCountry } from './countries.ts';
import type { CustomerFields } from './customers.ts';
import { idTypeLabels, idTypes, slotLabel, slotsFor, type DocumentSlot } from './documents.ts';
import { emailProblem } from './email.ts';
import type { FieldIssue } from './errors.ts';
import { nameProblem } from './person-name.ts';
import { phoneProblem } from './phone.ts';

/** The youngest a customer may be, in full years. */
export const minimumAge = 18;

type Field = keyof CustomerFields;
/** The words a person sees beside each field of the individual form. */
export const customerFieldLabels: Readonly<Record<Field, string>> = {
  firstName: 'Given names', lastName: 'Family name', email: 'E-mail', phone: 'Phone', country: 'Country', dob: 'Birth date',
  idType: 'Document', idNumber: 'Document number', idIssueDate: 'Issued', idExpiryDate: 'Expires', tin: 'Tax number',
  street: 'Street', city: 'Town', state: 'State or region', zipCode: 'Postcode',
};

const issue = (path: Field, message: string | null): readonly FieldIssue[] => (message === null ? [] : [{ path, message }]);
const missing = (path: Field) => `${customerFieldLabels[path]} is missing.`;
const asked = (fields: CustomerFields, path: Field, check: (value: string) => string | null): readonly FieldIssue[] => {
  const value = fields[path].trim();
  return issue(path, value === '' ? missing(path) : check(value));
};
const optional = (fields: CustomerFields, path: Field, check: (value: string) => string | null): readonly FieldIssue[] => {
  const value = fields[path].trim();
  return value === '' ? [] : issue(path, check(value));
};

/** Everything that must be put right in an individual's form before it can go to the provider, in form order; `today` is YYYY-MM-DD.
 *  The tax number and the address may stay empty. */
export function checkCustomer(fields: CustomerFields, today: string): FieldIssue[] {
  return [
    ...asked(fields, 'firstName', (value) => nameProblem(value)),
    ...asked(fields, 'lastName', (value) => nameProblem(value)),
    ...asked(fields, 'dob', (value) => birthProblem(value, today)),
    ...asked(fields, 'country', (value) => (isCountry(value) ? null : 'Choose a country from the list.')),
    ...asked(fields, 'email', emailProblem),
    ...optional(fields, 'phone', (value) => phoneProblem(value, fields.country)),
    ...issue('idType', idTypes.includes(fields.idType) ? null : `Choose ${idTypes.map((type) => idTypeLabels[type].toLowerCase()).join(', ')}.`),
    ...asked(fields, 'idNumber', idNumberProblem),
    ...optional(fields, 'idIssueDate', (value) => issueDateProblem(value, fields, today)),
    ...expiryIssues(fields, today),
  ];
}

function birthProblem(dob: string, today: string): string | null {
  if (!isDay(dob)) return 'This is not a day of the calendar.';
  if (dob > today) return 'The birth date is in the future.';
  const age = fullYears(dob, today);
  if (age < minimumAge) return `Customers must be at least ${minimumAge}; this one is ${age}.`;
  return age > 120 ? 'Nobody is this old: look at the year again.' : null;
}

function idNumberProblem(value: string): string | null {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ./<-]*$/u.test(value)) return 'A document number has letters and digits only.';
  return (value.match(/[\p{L}\p{N}]/gu) ?? []).length < 4 ? 'A document number has at least four letters or digits.' : null;
}

function issueDateProblem(value: string, fields: CustomerFields, today: string): string | null {
  if (!isDay(value)) return 'This is not a day of the calendar.';
  if (value > today) return 'The document is issued in the future.';
  if (isDay(fields.dob) && value < fields.dob) return 'The document is older than its holder.';
  return isDay(fields.idExpiryDate) && fields.idExpiryDate <= value ? 'The document expires before it is issued.' : null;
}

/** Every passport expires; some licences and permits don't, so theirs may stay empty. */
function expiryIssues(fields: CustomerFields, today: string): readonly FieldIssue[] {
  const check = (value: string) => {
    if (!isDay(value)) return 'This is not a day of the calendar.';
    return value <= today ? `The document expired on ${dayInWords(value)}. A valid one is needed.` : null;
  };
  return fields.idType === 'passport' ? asked(fields, 'idExpiryDate', check) : optional(fields, 'idExpiryDate', check);
}

/** Which required slots have no file yet; `path` is the slot. A two-sided document needs its back. */
export function problemsBeforeSubmit(fields: Pick<CustomerFields, 'idType'>, documents: readonly { readonly slot: DocumentSlot }[]): FieldIssue[] {
  const filled = new Set(documents.map((document) => document.slot));
  return slotsFor(fields.idType)
    .filter(({ slot, required }) => required && !filled.has(slot))
    .map(({ slot }) => ({ path: slot, message: `${slotLabel(slot, fields.idType)}: no file yet.` }));
}

/** Says why the customer's country must be the document's (Blaaiz API reference: Create customer, `country`). */
export function countryRule(country: string): string {
  return `The country must be the one that issued the document${isCountry(country) ? `: ${countryName(country)}` : ''}.`;
}

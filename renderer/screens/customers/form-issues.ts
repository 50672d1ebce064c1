import { checkCustomer, customerFieldLabels, problemsBeforeSubmit } from '../../../preload/contract/customer-checks.ts';
import { dayOf } from '../../../preload/contract/calendar.ts';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { documentSlots, slotLabel, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import type { FieldIssue } from '../../../preload/contract/errors.ts';
import type { FormProblem } from '../../components/form-summary.tsx';
import { t } from '../../text.ts';
import { judgedNow, standing, type Against } from './judged.ts';
import { goingOn, verdictHead } from './verdict-words.ts';

/** A field of the individual form. */
export type FieldName = keyof CustomerFields;

/** The id of a field, or of a slot, on the page. */
export const fieldId = (path: string): string => `customer-${path}`;

const labels: Readonly<Record<FieldName, (idType: IdType) => string>> = {
  firstName: () => t('Given names'), lastName: () => t('Family name'), email: () => t('E-mail'), phone: () => t('Phone'), country: () => t('Country'),
  dob: () => t('Birth date'), idType: () => t('Document'), idNumber: numberLabel, idIssueDate: () => t('Issued'), idExpiryDate: () => t('Expires'),
  tin: () => t('Tax number'), street: () => t('Street'), city: () => t('Town'), state: () => t('State or region'), zipCode: () => t('Postcode'),
};

/** The words over a field, as the form writes them. */
export function fieldLabel(name: FieldName, idType: IdType): string {
  return labels[name](idType);
}

function numberLabel(idType: IdType): string {
  switch (idType) {
    case 'passport': return t('Passport number');
    case 'drivers_license': return t('Licence number');
    case 'resident_permit': return t('Permit number');
  }
}

/** What is wrong with the form, in form order. */
export function formIssues(fields: CustomerFields, now: number): readonly FieldIssue[] {
  return checkCustomer(fields, dayOf(now)).map(({ path, message }) => ({ path, message: isMissing(path, message) ? missingWords(path as FieldName, fields.idType) : message }));
}

/** The contract names a field by one word; the form names it by its document: "Passport number". */
function isMissing(path: string, message: string): boolean {
  return message === `${customerFieldLabels[path as FieldName]} is missing.`;
}

function missingWords(name: FieldName, idType: IdType): string {
  return t('{label} is missing.', { label: fieldLabel(name, idType) });
}

/** Everything that keeps a customer from being submitted: fields first, then files, then what was found on them. */
export function submitIssues(documents: readonly DocumentInfo[], against: Against): readonly FieldIssue[] {
  const { fields, now } = against;
  return [...formIssues(fields, now), ...problemsBeforeSubmit(fields, documents), ...findingIssues(documents, against)];
}

/** The slots whose documents main would refuse: what was found, unless a written reason lets it go. */
function findingIssues(documents: readonly DocumentInfo[], against: Against): readonly FieldIssue[] {
  return Object.entries(judgedNow(documents, against)).flatMap(([slot, findings]) => {
    const [worst] = standing(findings, documents.find((one) => one.slot === slot)?.overrides ?? []);
    return worst ? [{ path: slot, message: `${goingOn(verdictHead(worst))}.` }] : [];
  });
}

/** Issues as lines that lead to their fields. */
export function asProblems(issues: readonly FieldIssue[], fields: CustomerFields): readonly FormProblem[] {
  return issues.map(({ path, message }) => {
    const slot = documentSlots.find((one) => one === path);
    if (!slot) return fieldProblem({ path, message }, fields);
    return { id: fieldId(path), label: slotLabel(slot, fields.idType), message: withoutName(message, slot, fields.idType) };
  });
}

function fieldProblem({ path, message }: FieldIssue, fields: CustomerFields): FormProblem {
  if (!(path in fields)) return { id: fieldId(path), label: t('Blaaiz'), message };
  const name = path as FieldName;
  return { id: fieldId(path), label: fieldLabel(name, fields.idType), message: message === missingWords(name, fields.idType) ? t('it is missing.') : message };
}

/** "Passport page: no file yet." beside a link that already says "Passport page". */
function withoutName(message: string, slot: DocumentSlot, idType: IdType): string {
  const name = `${slotLabel(slot, idType)}: `;
  return message.startsWith(name) ? message.slice(name.length) : message;
}

/** Why it can't be submitted yet, in one sentence; null when it can. */
export function notYetWords(problems: readonly FormProblem[]): string | null {
  const [first] = problems;
  if (!first) return null;
  const rest = problems.length - 1;
  const what = `${first.label}: ${first.message}`;
  return rest === 0 ? what : t('{what} {rest, plural, one {One more thing is} other {# more things are}} missing or wrong.', { what, rest });
}

/** How long a document is still valid: "4 years 9 months"; null when it is not. */
export function validFor(expiry: string, now: number): string | null {
  const day = dayOf(now);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expiry) || expiry <= day) return null;
  const part = (text: string, from: number, to: number) => Number(text.slice(from, to));
  const early = part(expiry, 8, 10) < part(day, 8, 10) ? 1 : 0;
  const months = (part(expiry, 0, 4) - part(day, 0, 4)) * 12 + part(expiry, 5, 7) - part(day, 5, 7) - early;
  const years = Math.floor(months / 12);
  if (months < 1) return t('less than a month');
  if (years === 0) return t('{months, plural, one {# month} other {# months}}', { months });
  if (months % 12 === 0) return t('{years, plural, one {# year} other {# years}}', { years });
  return t('{years, plural, one {# year} other {# years}} {months, plural, one {# month} other {# months}}', { years, months: months % 12 });
}

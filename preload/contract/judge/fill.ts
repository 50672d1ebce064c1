import type { CustomerFields } from '../customers.ts';
import { documentSlots, type DocumentSlot, type IdType } from '../documents.ts';
import type { Evidence } from '../evidence.ts';
import type { CodeKind } from './document-codes.ts';
import { pagesOf } from './subject.ts';
import { toldBy, type Told } from './told.ts';

const idTypes: Readonly<Partial<Record<CodeKind, IdType>>> = { passport: 'passport', licence: 'drivers_license', resident_permit: 'resident_permit' };

/**
 * What the documents say for the form's empty fields: only from code lines without any doubt (nothing corrected, every check digit right) or a barcode, and
 * only from a document the provider takes. Names that the line cut stay empty. The document's type comes along when the form holds nothing of the
 * person yet. `today` is YYYY-MM-DD.
 */
export function fillFrom(documents: Readonly<Partial<Record<DocumentSlot, readonly Evidence[]>>>, fields: CustomerFields, today: string): Partial<CustomerFields> {
  const pages = documentSlots.flatMap((slot) => pagesOf(slot, fields.idType, documents[slot] ?? []));
  const told = toldBy(pages, today).find((one) => one.sure && one.corrected === 0 && idTypes[one.kind] !== undefined);
  if (told === undefined) return {};
  const said = Object.entries(saidBy(told)).filter(([field, value]) => value !== '' && fields[field as keyof CustomerFields].trim() === '');
  const idType = idTypes[told.kind];
  const empty = [fields.firstName, fields.lastName, fields.dob, fields.idNumber].every((value) => value.trim() === '');
  return { ...Object.fromEntries(said), ...(idType !== undefined && empty ? { idType } : {}) };
}

function saidBy(told: Told): Partial<CustomerFields> {
  const names = told.truncated ? {} : { firstName: titleCase(told.givenNames), lastName: titleCase(told.surname) };
  return { ...names, dob: told.birth ?? '', idNumber: told.number, idIssueDate: told.issued ?? '', idExpiryDate: told.expiry ?? '', country: told.issuer ?? '' };
}

/** A name in capitals as people write it: each word begins with a capital, after hyphens and apostrophes too. */
export function titleCase(name: string): string {
  return name.toLowerCase().replaceAll(/(^|[\s'\u2019-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}

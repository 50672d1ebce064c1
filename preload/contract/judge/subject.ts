import type { CustomerFields } from '../customers.ts';
import type { DocumentSlot, IdType } from '../documents.ts';
import type { Evidence } from '../evidence.ts';

/** One page of a slot; `page` counts from 0. */
export type Page = { readonly slot: DocumentSlot; readonly idType: IdType; readonly evidence: Evidence; readonly page: number };

/** What the judge compares pages with. `today` is YYYY-MM-DD. */
export type Against = { readonly fields: CustomerFields; readonly idType: IdType; readonly today: string };

/** The pages of a slot. */
export function pagesOf(slot: DocumentSlot, idType: IdType, evidence: readonly Evidence[]): readonly Page[] {
  return evidence.map((one, page) => ({ slot, idType, evidence: one, page }));
}

/** Whether a slot holds a side of the identity document. */
export function isIdentity(slot: DocumentSlot): boolean {
  return slot === 'identity' || slot === 'identity_back';
}

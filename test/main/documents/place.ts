import type { Customers } from '../../../main/customers/customers.ts';
import type { Request } from '../../../preload/contract/api.ts';
import type { DocumentInfo, DocumentSlot } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Evidence } from '../../../preload/contract/evidence.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { goodEvidence } from './evidence.ts';

/** What a test says of a document it places; the rest is a good one. */
export type Placing = { readonly name?: string; readonly bytes?: Uint8Array<ArrayBuffer>; readonly pages?: number; readonly evidence?: readonly Evidence[] };

/** Brings an original with so many pages into the tray and makes them the document of a slot, as the screen does: `bytes` is both the original and what
 *  was made of it. */
export async function placeDocument(customers: Customers, customerId: string, slot: DocumentSlot, { name = `${slot}.jpg`, bytes, pages = 1, evidence }: Placing & { bytes: Uint8Array<ArrayBuffer> }): Promise<Result<DocumentInfo, AppError>> {
  const kept = await customers.handlers['captures.add']({ name, source: 'file', bytes, pages });
  if (!kept.ok) return kept;
  const found = await customers.handlers['customers.get']({ id: customerId });
  if (!found.ok) return found;
  const request: Request<'documents.place'> = {
    customerId, slot, name, bytes, captureIds: kept.value.map(({ id }) => id), evidence: [...evidence ?? kept.value.map(() => goodEvidence(found.value.fields, slot))],
  };
  return customers.handlers['documents.place'](request);
}

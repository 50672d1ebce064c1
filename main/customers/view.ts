import type { Customer, CustomerFields, CustomerRow, CustomerState, Rejection } from '../../preload/contract/customers.ts';
import type { DocumentInfo } from '../../preload/contract/documents.ts';
import { customerName, type CustomerRecord } from '../store/customers.ts';
import type { DocumentRecord } from '../store/documents.ts';
import type { Context } from './context.ts';
import { lastRefusal } from './rejection.ts';

/** The customer as lists show it. */
export function toRow(record: CustomerRecord): CustomerRow {
  const { id, state, extraChecks, pendingSince, updatedAt, fields } = record;
  return { id, name: customerName(fields), email: fields.email, country: fields.country, state, extraChecks, pendingSince, updatedAt };
}

/** The fields that can't change any more: once verified, Blaaiz takes only what is still empty (Blaaiz guide: Customer data corrections). */
export function lockedFields(record: Pick<CustomerRecord, 'state' | 'fields'>): readonly (keyof CustomerFields)[] {
  if (record.state !== 'verified') return [];
  return (Object.keys(record.fields) as (keyof CustomerFields)[]).filter((key) => record.fields[key].trim() !== '');
}

/** The document as the screen may know it; while it is on its way, with the bytes that have left by now. */
export function toDocument(context: Pick<Context, 'sent'>, record: DocumentRecord): DocumentInfo {
  const { id, slot, name, mime, bytes, pages, state, problem, addedAt, evidence, overrides, captureIds } = record;
  return { id, slot, name, mime, bytes, pages, state, sent: context.sent.get(id) ?? record.sent, problem, addedAt, evidence, overrides, captureIds };
}

/** The customer whole. */
export function toCustomer(context: Context, record: CustomerRecord): Customer {
  const { remoteId, fields, verifiedAt, checkedAt, nextCheckAt, comment, problem } = record;
  return {
    ...toRow(record), remoteId, fields, locked: [...lockedFields(record)], verifiedAt, checkedAt, nextCheckAt, comment, problem,
    documents: context.documents.list(record.id).map((document) => toDocument(context, document)),
    rejection: toRejection(context, record),
    timeline: context.events.list('customer', record.id),
  };
}

/** The last refusal with the refused documents, replaced or not; null without one. */
function toRejection(context: Context, record: CustomerRecord): Rejection | null {
  const refusal = lastRefusal(context, record);
  if (refusal === null) return null;
  const { strike, points, slots, fields } = refusal;
  const before = context.documents.refusedIn(record.id, strike.number).map((document) => toDocument(context, document));
  return { count: strike.number, at: strike.at, points: [...points], slots: [...slots], fields: [...fields], before };
}

/** States in which the form and the documents can be changed here. */
export const editableStates: readonly CustomerState[] = ['draft', 'cut', 'rejected'];

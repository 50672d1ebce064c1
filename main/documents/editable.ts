import { slotLabel, type DocumentSlot } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { find, type Context } from '../customers/context.ts';
import { underWay } from '../customers/errors.ts';
import { lastRefusal } from '../customers/rejection.ts';
import { editableStates } from '../customers/view.ts';
import type { CustomerRecord } from '../store/customers.ts';
import type { DocumentRecord } from '../store/documents.ts';

const withBlaaiz = appError('conflict', 'Blaaiz has these documents, so they can\u2019t be changed now.', { fix: 'Wait for the verification. Rejected documents can be replaced.' });

/** The error for a document that was replaced or removed meanwhile. */
export const notHere = appError('not-found', 'This document is not on this computer any more.');

/** The customer, if its documents may be changed now. Errors: not-found; conflict while submitting, pending or verified. */
export function editable(context: Context, customerId: string): Result<CustomerRecord, AppError> {
  const found = find(context, customerId);
  if (!found.ok) return found;
  if (context.runs.has(customerId) || found.value.state === 'submitting') return fail(underWay);
  return editableStates.includes(found.value.state) ? found : fail(withBlaaiz);
}

/** The error when a slot's document may not be changed after a refusal that wasn't about it; null when it may. */
export function slotEditable(context: Context, customer: CustomerRecord, slot: DocumentSlot): AppError | null {
  const refusal = lastRefusal(context, customer);
  if (refusal === null || refusal.slots.includes(slot)) return null;
  const label = slotLabel(slot, customer.fields.idType);
  return appError('conflict', `Blaaiz didn\u2019t refuse this one (${label.toLowerCase()}), so it stays as it is.`, {
    fix: 'Replace what the refusal is about, and send that.', fields: [{ path: slot, message: 'Not refused, so it stays.' }],
  });
}

/** A document with its customer, if it may be changed now. Errors: not-found, conflict as {@link editable} and {@link slotEditable}. */
export function changeable(context: Context, customerId: string, documentId: string): Result<{ readonly customer: CustomerRecord; readonly document: DocumentRecord }, AppError> {
  const customer = editable(context, customerId);
  if (!customer.ok) return customer;
  const document = context.documents.get(customerId, documentId);
  if (document === null || document.setAside) return fail(notHere);
  const padlocked = slotEditable(context, customer.value, document.slot);
  return padlocked === null ? ok({ customer: customer.value, document }) : fail(padlocked);
}

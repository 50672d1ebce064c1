import type { DocumentSlot } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { find, type Context } from '../customers/context.ts';
import { underWay } from '../customers/errors.ts';
import { editableStates } from '../customers/view.ts';
import type { CustomerRecord } from '../store/customers.ts';

const withBlaaiz = appError('conflict', 'Blaaiz has these documents, so they can\u2019t be changed now.', { fix: 'Wait for the verification. Rejected documents can be replaced.' });

/** The customer, if its documents may be changed now. Errors: not-found; conflict while submitting, pending or verified. */
export function editable(context: Context, customerId: string): Result<CustomerRecord, AppError> {
  const found = find(context, customerId);
  if (!found.ok) return found;
  if (context.runs.has(customerId) || found.value.state === 'submitting') return fail(underWay);
  return editableStates.includes(found.value.state) ? found : fail(withBlaaiz);
}

/** The error when a slot's document may not be changed after a refusal that wasn't about it; null when it may. */
export function slotEditable(_context: Context, _customer: CustomerRecord, _slot: DocumentSlot): AppError | null {
  return null;
}

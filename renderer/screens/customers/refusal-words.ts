import type { Customer } from '../../../preload/contract/customers.ts';
import { slotLabel, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import { riskOf } from '../../../preload/contract/judge/better-check.ts';
import type { RefusalPoint } from '../../../preload/contract/preflight.ts';
import { t } from '../../text.ts';
import type { FieldName } from './form-issues.ts';

/** Whether Blaaiz refused this customer and it is being put right. */
function mending(customer: Customer | null): customer is Customer & { readonly rejection: NonNullable<Customer['rejection']> } {
  return customer !== null && customer.rejection !== null && (customer.state === 'rejected' || customer.state === 'cut');
}

/** Says of each field why it can’t change: the refusal wasn’t about it. Null where it can. */
export function lockedAfterRefusal(customer: Customer | null): (name: FieldName) => string | null {
  if (!mending(customer)) return () => null;
  const { fields } = customer.rejection;
  return (name) => (fields.includes(name) ? null : t('not refused, so it stays'));
}

/** Why a slot can’t change: the refusal wasn’t about it. Null where it can. */
export function closedAfterRefusal(customer: Customer | null, slot: DocumentSlot): string | null {
  if (!mending(customer) || customer.rejection.slots.includes(slot)) return null;
  return t('Blaaiz did not refuse this one, so it stays as it is.');
}

/** How often Blaaiz has refused, and what the next refusal risks. */
export function strikeWords(count: number): string {
  return count <= 1 ? t('Blaaiz has refused this customer once. {risk}', { risk: riskOf(1) }) : riskOf(count);
}

/** The slots of a point in words: "Passport page", or that it doesn’t say. */
export function pointSlots({ slots }: RefusalPoint, idType: IdType): string {
  const known = (['identity', 'identity_back', 'proof_of_address', 'liveness_check'] as const).filter((slot) => slots.includes(slot) && (slot !== 'identity_back' || idType !== 'passport'));
  if (known.length === 0 || known.length >= 3) return t('Any document');
  return known.map((slot) => slotLabel(slot, idType)).join(t(' and '));
}

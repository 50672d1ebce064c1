import { checkCustomer } from '../../preload/contract/customer-checks.ts';
import { dayOf } from '../../preload/contract/calendar.ts';
import type { CustomerFields } from '../../preload/contract/customers.ts';
import { slotsFor, type DocumentSlot } from '../../preload/contract/documents.ts';
import { editableAfter } from '../../preload/contract/judge/editable.ts';
import type { Finding, RefusalPoint } from '../../preload/contract/preflight.ts';
import { findingsNow, standingFindings } from '../documents/judged.ts';
import type { CustomerRecord } from '../store/customers.ts';
import type { Strike } from '../store/strikes.ts';
import type { Context } from './context.ts';
import { normalizeFields } from './normalize.ts';
import { pointsOf } from './refusal.ts';

/** A customer's last refusal and what it lets be changed. */
export type LastRefusal = {
  readonly strike: Strike; readonly points: readonly RefusalPoint[]; readonly slots: readonly DocumentSlot[]; readonly fields: readonly (keyof CustomerFields)[];
};

/** The last refusal of a customer, null without one. Beside what the refusal was about, what would keep the customer from being sent may be changed:
 *  slots that must be filled and are empty, weren't looked at or don't pass now, fields that are empty, wrong, or that such a slot speaks of. */
export function lastRefusal(context: Context, record: CustomerRecord): LastRefusal | null {
  const strike = context.strikes.last(record.id);
  if (strike === null) return null;
  const points = pointsOf(strike);
  const after = editableAfter(points, record.fields.idType);
  const standing = unsettled(context, record);
  const slots = slotsFor(record.fields.idType).map(({ slot }) => slot).filter((slot) => after.slots.includes(slot) || standing.has(slot));
  const spokenOf = [...standing.values()].flat().flatMap(({ id, field }) => (id === 'name' ? ['firstName', 'lastName'] : [field]));
  const wrong = checkCustomer(normalizeFields(record.fields), dayOf(context.clock())).map(({ path }) => path);
  const fields = (Object.keys(record.fields) as (keyof CustomerFields)[]).filter((key) =>
    after.fields.includes(key) || record.fields[key].trim() === '' || wrong.includes(key) || spokenOf.includes(key));
  return { strike, points, slots, fields };
}

/** The slots that can't be sent as they are, with what stands against them. */
function unsettled(context: Context, record: CustomerRecord): ReadonlyMap<DocumentSlot, readonly Finding[]> {
  const documents = context.documents.list(record.id);
  const found = findingsNow(context, record);
  return new Map(slotsFor(record.fields.idType).flatMap(({ slot, required }) => {
    const document = documents.find((one) => one.slot === slot);
    const findings = standingFindings(found, slot, document);
    const unseen = document === undefined ? required : document.evidence.length === 0;
    return unseen || findings.length > 0 ? [[slot, findings] as const] : [];
  }));
}

import type { Reply, Request } from '../../preload/contract/api.ts';
import { dayOf } from '../../preload/contract/calendar.ts';
import { checkCustomer, customerFieldLabels } from '../../preload/contract/customer-checks.ts';
import type { CustomerFields } from '../../preload/contract/customers.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { forgetOutdatedReasons } from '../documents/override.ts';
import type { CustomerRecord } from '../store/customers.ts';
import { change, find, noteDown, type Context } from './context.ts';
import { lockedChange, refusedOtherwise } from './drafts.ts';
import { noProvider, notSentYet, underWay } from './errors.ts';
import { normalizeFields } from './normalize.ts';
import { toCustomer } from './view.ts';

/** Sends changed fields of a submitted customer to the provider and keeps them once it has taken them. Errors: customer-locked naming the
 *  fields, validation, conflict, and those of the provider; then nothing is changed here. */
export async function update(context: Context, request: Request<'customers.update'>): Promise<Result<Reply<'customers.update'>, AppError>> {
  const found = find(context, request.id);
  if (!found.ok) return found;
  const fields = normalizeFields(request.fields);
  const changed = changedKeys(normalizeFields(found.value.fields), fields);
  if (changed.length === 0) return ok(toCustomer(context, found.value));
  const refusal = refused(context, found.value, fields, changed);
  if (refusal !== null) return fail(refusal);
  const provider = context.provider();
  if (provider === null) return fail(noProvider);
  const sent = await provider.update(found.value.remoteId ?? '', Object.fromEntries(changed.map((key) => [key, fields[key]])));
  if (!sent.ok) return sent;
  const what = `Sent to Blaaiz: ${changed.map((key) => customerFieldLabels[key].toLowerCase()).join(', ')}`;
  return ok(toCustomer(context, context.store.transaction(() => {
    noteDown(context, request.id, 'customer changed at provider', { fields: changed.join(',') });
    const now = context.customers.get(request.id)?.fields ?? found.value.fields;
    const kept = { ...now, ...Object.fromEntries(changed.map((key) => [key, fields[key]])) };
    forgetOutdatedReasons(context, request.id, normalizeFields(now), normalizeFields(kept));
    return change(context, request.id, { fields: kept }, [{ source: 'you', what }]);
  })));
}

function changedKeys(before: CustomerFields, after: CustomerFields): readonly (keyof CustomerFields)[] {
  return (Object.keys(after) as (keyof CustomerFields)[]).filter((key) => before[key] !== after[key]);
}

function refused(context: Context, record: CustomerRecord, fields: CustomerFields, changed: readonly string[]): AppError | null {
  if (record.remoteId === null) return notSentYet;
  if (context.runs.has(record.id) || record.state === 'submitting') return underWay;
  const locked = lockedChange(record, fields) ?? refusedOtherwise(context, record, fields);
  if (locked !== null) return locked;
  const emptied = changed.filter((key) => fields[key as keyof CustomerFields] === '').map((path) => ({ path, message: 'What Blaaiz has can be changed, not taken away.' }));
  const issues = [...emptied, ...checkCustomer(fields, dayOf(context.clock())).filter(({ path }) => changed.includes(path) && !emptied.some((one) => one.path === path))];
  return issues.length === 0 ? null : appError('validation', 'The changes were not sent: something in them is wrong.', { fix: 'Put right what is marked.', fields: issues });
}

import { z } from 'zod';
import { ok, Refusal, type Reply } from '../../errors.ts';
import type { KiraCall } from '../call.ts';
import type { KiraPayout, KiraProfile } from '../model.ts';
import { e5, e6 } from '../respond.ts';
import { payoutView, rowView } from './read-view.ts';
import { malformed } from './refusals.ts';
import { shownStatus } from './status.ts';

const DAY_MS = 86_400_000;
const known = ['user_id', 'status', 'page', 'limit', 'from_date', 'to_date'];

/** Which payouts a list is about; moments in epoch ms, `until` not included. */
interface Wanted {
  readonly user_id: string;
  readonly status: string | undefined;
  readonly from: number;
  readonly until: number;
}

/** GET /v1/payouts/{id} (Kira guide: Get a payout). */
export function getPayout(call: KiraCall): Reply {
  const id = call.param('id');
  const found = call.world.state.kira.payouts.find((one) => one.id === id);
  if (!found) return e6('PAYOUT_NOT_FOUND', `Payout with ID ${id} not found`, 404);
  return ok(payoutView(call.world, found, call.profile));
}

/** GET /v1/payouts: the payouts of one user, newest first, a page of at most 100 (Kira guide: List payouts). */
export function listPayouts(call: KiraCall): Reply {
  const { world, profile } = call;
  refuseUnknown(call);
  const [page, limit] = [wholeNumber(call, 'page', 1, Number.MAX_SAFE_INTEGER), wholeNumber(call, 'limit', 10, 100)];
  const wanted = wantedOf(call);
  const rows = world.state.kira.payouts.filter((one) => matches(one, wanted, profile)).toReversed();
  return ok({
    payouts: rows.slice((page - 1) * limit, page * limit).map((one) => rowView(world, one, profile)),
    total: rows.length, page, limit, total_pages: Math.ceil(rows.length / limit),
  });
}

function refuseUnknown(call: KiraCall): void {
  const unknown = Object.keys(call.queries()).filter((name) => !known.includes(name));
  if (call.profile !== 'G3' || unknown.length === 0) return;
  throw malformed(call.profile, unknown.map((name) => ({ code: 'unrecognized_keys', path: [name], message: 'Unrecognized query parameter' })));
}

function wantedOf(call: KiraCall): Wanted {
  const user = call.query('user_id');
  if (user === undefined || user === '') throw new Refusal(e6('VALIDATION_ERROR', 'user_id query parameter is required', 400));
  if (!z.uuid().safeParse(user).success) throw new Refusal(e5({ path: 'user_id', message: 'Invalid uuid', code: 'invalid_string' }));
  if (!call.world.state.kira.users.some((one) => one.id === user)) throw new Refusal(e6('USER_NOT_FOUND', 'User not found', 404, { user_id: user }));
  const [from, until] = [momentOf(call, 'from_date', false), momentOf(call, 'to_date', true)];
  return { user_id: user, status: call.query('status')?.toUpperCase(), from: from ?? -Infinity, until: until ?? Infinity };
}

function matches(payout: KiraPayout, wanted: Wanted, profile: KiraProfile): boolean {
  const fits = wanted.status === undefined || shownStatus(payout.status, profile) === wanted.status;
  return payout.user_id === wanted.user_id && fits && payout.created_ms >= wanted.from && payout.created_ms < wanted.until;
}

// A day alone means its whole; as an end it is the day's end.
function momentOf(call: KiraCall, name: string, isEnd: boolean): number | undefined {
  const text = call.query(name);
  if (text === undefined) return undefined;
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw malformed(call.profile, [{ code: 'invalid_date', path: [name], message: 'Invalid date' }]);
  if (!isEnd) return moment;
  return moment + (/^\d{4}-\d{2}-\d{2}$/.test(text) ? DAY_MS : 1);
}

function wholeNumber(call: KiraCall, name: string, otherwise: number, most: number): number {
  const text = call.query(name);
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw malformed(call.profile, [{ code: 'invalid_number', path: [name], message: `${name} must be a whole number from 1 to ${most}` }]);
}

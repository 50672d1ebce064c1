import type { PayoutState } from '../../preload/contract/payouts.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { restoredKey } from '../store/restored.ts';
import type { Context } from './context.ts';
import { copyIdOf } from './reference.ts';

/** The payouts that this one was copied from, the nearest first. */
export function originalsOf(ctx: Context, record: PayoutRecord): readonly PayoutRecord[] {
  const found: PayoutRecord[] = [];
  for (let id = record.clonedFrom; id !== null && !found.some((each) => each.id === id);) {
    const original = ctx.rows.get(id);
    if (original === null) break;
    found.push(original);
    id = original.clonedFrom;
  }
  return found;
}

const mendable: ReadonlySet<PayoutState> = new Set(['refused', 'failed', 'returned', 'deposit_expired']);

/** The payouts that this one corrects, the nearest first: it was copied from them because they didn't arrive. A copy of one that did is no correction. */
export function mendedBy(ctx: Context, record: PayoutRecord): readonly PayoutRecord[] {
  const originals = originalsOf(ctx, record);
  const arrived = originals.findIndex(({ state }) => !mendable.has(state));
  return arrived === -1 ? originals : originals.slice(0, arrived);
}

/** Ids of payouts that may pay the same as one of a restored backup and may have left without anything here telling of it: copies of it or of what it was
 *  copied from that were made since, and originals that the backup has as not sent. The first two copies of each and the first copy of those. */
export function forgottenKin(ctx: Context, record: PayoutRecord): readonly string[] {
  const originals = originalsOf(ctx, record);
  const unsent = originals.filter(({ restoredAt, state }) => restoredAt !== null && (state === 'draft' || state === 'ready' || state === 'unknown')).map(({ id }) => id);
  const copies = [record, ...originals].flatMap(({ id }) => [1, 2].map((number) => copyIdOf(id, number)));
  const forgotten = [...copies, ...copies.map((id) => copyIdOf(id, 1))].filter((id) => id !== record.id && ctx.rows.get(id) === null);
  return [...new Set([...unsent, ...forgotten])];
}

/** When a backup with this payout, or with one that it was copied from, was restored (epoch ms); null when none was. Both may have left, or been copied,
 *  after that backup was made. */
export function restoredWith(ctx: Context, record: PayoutRecord): number | null {
  const restored = ctx.kept.get<{ readonly at: number; readonly newest?: number }>(restoredKey)?.value;
  // A clock that was set back in between leaves payouts in the backup that are newer than its restoring.
  return restored !== undefined && madeFrom(ctx, record) <= Math.max(restored.at, restored.newest ?? 0) ? restored.at : null;
}

/** When the first of a payout and those that it was copied from was made (epoch ms): nothing that pays the same for it left before. */
export function madeFrom(ctx: Context, record: PayoutRecord): number {
  return Math.min(record.createdAt, ...originalsOf(ctx, record).map(({ createdAt }) => createdAt));
}

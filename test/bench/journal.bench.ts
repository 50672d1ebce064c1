import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, type Context } from '../../main/payouts/context.ts';
import { loseSight, writeAttempt } from '../../main/payouts/journal.ts';
import { createLane } from '../../main/payouts/lanes.ts';
import type { BlaaizLaneDeps } from '../../main/payouts/ports.ts';
import { lookUp } from '../../main/payouts/reconcile.ts';
import type { PayoutProvider } from '../../main/providers/provider.ts';
import { openDatabase, type Database } from '../../main/store/database.ts';
import { newPayoutRecord } from '../../main/store/payout-record.ts';
import { systemTimers } from '../../main/vault/timers.ts';
import { emptyPayoutDraft, type PayoutDraft } from '../../preload/contract/payouts.ts';
import { ok } from '../../preload/contract/result.ts';
import { memoryBlobs } from '../main/payouts/kira/memory-blobs.ts';
import { expectOk, openLine } from './desk.ts';
import { quantile, timed, type Report } from './figures.ts';

const intents = 400;
const unknowns = 1_000;

/** What it costs to write an intent down beside a bare insert of the same bytes, and to find out a thousand unknown payouts beside asking a thousand times. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-journal-'));
  const store = expectOk(openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.alloc(32, 5), clock: Date.now }));
  const line = await openLine();
  try {
    const ctx = journalOver(store, line.provider.payouts);
    await reportIntents(report, ctx);
    await reportUnknowns(report, ctx, line.provider.payouts);
  } finally {
    await line.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function journalOver(store: Database, provider: PayoutProvider): Context {
  const lane: BlaaizLaneDeps = {
    id: 'blaaiz', provider: () => provider, blobs: memoryBlobs(),
    customers: { standing: () => ({ remoteId: 'customer', state: 'verified', extraChecks: false, name: 'Adaeze Nwosu' }), refresh: async () => ok(null) },
  };
  const ctx = createContext({
    store, profileId: 'bench', lane, clock: Date.now, timers: systemTimers, ids: randomUUID, actor: () => 'Bench', notify: () => undefined, log: () => undefined,
    preferences: () => ({ takeBackSeconds: 0, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }),
  }, createLane(lane), () => undefined);
  ctx.status.running = true;
  return ctx;
}

function draftOf(minor: number): PayoutDraft {
  return {
    ...emptyPayoutDraft, customerId: 'c1', walletId: 'wallet', fromCurrency: 'GBP', payeeName: 'Delphine Roy', toCurrency: 'CAD', method: 'interac',
    details: { interacFirstName: 'Delphine', interacLastName: 'Roy', email: 'delphine@roy.example.com' }, amountMinor: minor, amountText: (minor / 100).toFixed(2), reference: 'NS-2211',
  };
}

/** Writes an attempt with its step, its story and its audit row, as before every hand-over; gives the ms that writing alone took. */
async function writeOne(ctx: Context, minor: number): Promise<number> {
  const record = { ...newPayoutRecord(randomUUID(), draftOf(minor), 'Adaeze Nwosu', Date.now()), state: 'queued', leavesAt: Date.now() } as const;
  ctx.rows.insert(record);
  const outgoing = expectOk(await ctx.lane.prepare(ctx, record));
  const began = performance.now();
  const attempt = expectOk(writeAttempt(ctx, outgoing));
  const took = performance.now() - began;
  ctx.store.transaction(() => loseSight(ctx, attempt, 'no answer in time'));
  return took;
}

/** The bare insert is one row of the same size in a transaction of its own, in turns with the intents, so that both meet the same disk. */
async function reportIntents(report: Report, ctx: Context): Promise<void> {
  const written: number[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn < intents; turn += 1) {
    written.push(await writeOne(ctx, 10_000 + turn));
    const began = performance.now();
    ctx.store.transaction(() => { ctx.kept.put(`bare-${turn}`, 'x'.repeat(400), Date.now()); });
    bare.push(performance.now() - began);
  }
  const [p95, bareP95] = [quantile(written, 0.95), quantile(bare, 0.95)];
  report({ name: 'intent-and-audit-row-p95', value: p95, unit: 'ms', budget: 50 });
  report({ name: 'intent-to-bare-insert-p95', value: p95 / bareP95, unit: 'ratio', budget: 10, reference: { value: p95, of: bareP95, unit: 'ms' } });
}

/** Every one is asked for and isn't there, which is the longest way; one after another, as after a start. */
async function reportUnknowns(report: Report, ctx: Context, provider: PayoutProvider): Promise<void> {
  for (let turn = ctx.rows.inStates(['unknown']).length; turn < unknowns; turn += 1) await writeOne(ctx, 10_000 + turn);
  const ids = ctx.rows.inStates(['unknown']).slice(0, unknowns);
  const references = ids.map((id) => ctx.attempts.last(id)?.merchantReference ?? '');
  const asked = await timed(1, 0, async () => {
    for (const reference of references) {
      expectOk(await provider.find(reference));
      await provider.wallets();
    }
  });
  const reconciled = await timed(1, 0, async () => {
    for (const id of ids) expectOk(await lookUp(ctx, id));
  });
  const [took = Number.NaN, bare = Number.NaN] = [reconciled[0], asked[0]];
  report({ name: 'reconcile-1000-unknowns', value: took, unit: 'ms', budget: 60_000 });
  report({ name: 'reconcile-to-bare-look-ups', value: took / bare, unit: 'ratio', budget: 2, reference: { value: took, of: bare, unit: 'ms' } });
}

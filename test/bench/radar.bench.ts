import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPayouts } from '../../main/payouts/payouts.ts';
import { openDatabase, type Database } from '../../main/store/database.ts';
import { createLimits } from '../../main/store/limits.ts';
import { newPayoutRecord } from '../../main/store/payout-record.ts';
import { createPayoutRows } from '../../main/store/payouts.ts';
import { systemTimers } from '../../main/vault/timers.ts';
import { emptyPayoutDraft } from '../../preload/contract/payouts.ts';
import { memoryBlobs } from '../main/payouts/kira/memory-blobs.ts';
import { expectOk } from './desk.ts';
import { quantile, timed, type Report } from './figures.ts';
import { seedPayouts } from './seed-payouts.ts';

const count = 100_000;

/** What stands before a payout among a hundred thousand others, half of them in another profile: the radar, and the limits. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-radar-'));
  const db = expectOk(openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.alloc(32, 5), clock: Date.now }));
  try {
    const { handlers } = deskOn(db);
    const radar = await timed(60, 3, () => handlers['payouts.radar']({ id: 'mine' }));
    report({ name: 'radar-among-100k-p95', value: quantile(radar, 0.95), unit: 'ms', budget: 20 });
    const { matches } = expectOk(await handlers['payouts.radar']({ id: 'mine' }));
    report({ name: 'radar-findings', value: matches.length, unit: 'rows', budget: 10, atLeast: true, gate: true });
    const limits = await timed(60, 3, () => handlers['payouts.limits']({ id: 'mine' }));
    report({ name: 'limits-among-100k-p95', value: quantile(limits, 0.95), unit: 'ms', budget: 20 });
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The busiest case: a payee with hundreds of payouts, of whom two thousand were released today to the same account. */
function deskOn(db: Database) {
  const now = Date.now();
  seedPayouts(db, 'p', count, now);
  db.run("UPDATE payouts SET released_at = updated_at, profile_id = iif(seq % 2 = 0, 'p', 'peer')");
  const rows = createPayoutRows(db, 'p');
  const draft = {
    ...emptyPayoutDraft, customerId: 'c', walletId: 'w', fromCurrency: 'GBP', toCurrency: 'NGN', method: 'bank_transfer', payeeName: 'Okonjo Textiles',
    details: { bankId: 'b1', accountNumber: '0261745519' }, amountMinor: 25_000, amountText: '250.00', reference: 'INV-000421',
  } as const;
  db.transaction(() => {
    for (let index = 0; index < 2_000; index += 1) rows.insert({ ...newPayoutRecord(`twin-${index}`, { ...draft, amountMinor: 25_000 + index }, '', now), state: 'completed', releasedAt: now });
    rows.insert({ ...newPayoutRecord('mine', draft, '', now), state: 'ready' });
    createLimits(db, 'p').replace([{ currency: 'GBP', perPayout: 1, perDay: 1, perPayee: 1, first: 1, coolingHours: 24 }]);
  });
  return createPayouts({
    store: db, profileId: 'p', lane: { id: 'blaaiz', provider: () => null, blobs: memoryBlobs(), customers: { standing: () => null, refresh: () => Promise.resolve({ ok: true, value: null }) } }, clock: Date.now,
    timers: systemTimers, ids: () => String(Math.random()), preferences: () => ({ takeBackSeconds: 5, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }),
    actor: () => 'You', notify: () => undefined, log: () => undefined, peers: () => [{ id: 'peer', name: 'Peer', provider: 'kira' }],
  });
}

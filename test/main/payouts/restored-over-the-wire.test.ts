import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPayouts, type PayoutDesk } from '../../../main/payouts/payouts.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { markRestored } from '../../../main/store/restored.ts';
import { emptyPayoutDraft, type Payout, type PayoutDraft } from '../../../preload/contract/payouts.ts';
import { openLine } from '../../bench/desk.ts';
import { codeOf, expectOk, sendRequest } from './desk.ts';
import { fakeTime, type FakeTime } from './fake-time.ts';
import { memoryBlobs } from './kira/memory-blobs.ts';

const key = Buffer.alloc(32, 3);
let line: Awaited<ReturnType<typeof openLine>>;
let folder: string;
let db: Database;
let desk: PayoutDesk;
let time: FakeTime;
let remoteId: string;

function open(): void {
  db = expectOk(openDatabase({ file: join(folder, 'bursar.db'), key, clock: time.clock }));
}

function start(): void {
  desk = createPayouts({
    store: db, profileId: 'p', clock: time.clock, timers: time.timers, ids: randomUUID, actor: () => 'Femke Osei', notify: () => undefined, log: () => undefined,
    preferences: () => ({ takeBackSeconds: 0, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }),
    lane: {
      id: 'blaaiz', provider: () => line.provider.payouts, blobs: memoryBlobs(),
      customers: { standing: () => ({ remoteId, state: 'verified', extraChecks: false, name: 'Adaeze Nwosu' }), refresh: () => line.provider.customers.get(remoteId) },
    },
  });
  expectOk(desk.recover());
}

/** Puts the copy in the file's place and opens it as restored. */
function restore(): void {
  desk.pause();
  time.drop();
  db.close();
  for (const part of ['-wal', '-shm']) rmSync(join(folder, `bursar.db${part}`), { force: true });
  copyFileSync(join(folder, 'backup.db'), join(folder, 'bursar.db'));
  open();
  markRestored(db, time.clock());
  start();
}

const debits = () => line.sandbox.ledger().filter(({ kind }) => kind === 'payout').length;
const now = async (id: string): Promise<Payout> => expectOk(await desk.handlers['payouts.get']({ id }));

async function until(id: string, done: (payout: Payout) => boolean): Promise<Payout> {
  for (;;) {
    const payout = await now(id);
    if (done(payout)) return payout;
    await time.advance(500);
    await new Promise((turn) => { setTimeout(turn, 5); });
  }
}

async function makeReady(id: string): Promise<Payout> {
  const saved = await now(id);
  if (saved.state === 'draft') expectOk(await desk.handlers['payouts.ready']({ id, revision: saved.revision }));
  expectOk(await desk.handlers['payouts.price']({ id }));
  return now(id);
}

async function draft(): Promise<PayoutDraft> {
  const { wallets } = expectOk(await desk.handlers['wallets.list']({ fresh: true }));
  return {
    ...emptyPayoutDraft, customerId: 'c1', walletId: wallets.find(({ currency }) => currency === 'GBP')?.id ?? null, fromCurrency: 'GBP', toCurrency: 'CAD', method: 'interac', payeeName: 'Delphine Roy',
    details: { interacFirstName: 'Delphine', interacLastName: 'Roy', email: 'delphine@roy.example.com' }, amountMinor: 10_000, amountText: '100.00', reference: 'NS-2211', purpose: 'Services',
  };
}

beforeEach(async () => {
  line = await openLine();
  folder = mkdtempSync(join(tmpdir(), 'bursar-restored-'));
  time = fakeTime(Date.now());
  remoteId = expectOk(await line.provider.customers.findTwins({ email: 'adaeze.nwosu@example.test' }))[0]?.remoteId ?? '';
  open();
  start();
});
afterEach(async () => {
  desk.pause();
  await desk.idle();
  db.close();
  await line.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup restored after a payout left, over the wire', () => {
  it.each(['ready', 'draft'] as const)('taken while it was %s: the wallet is debited once, whoever releases it again', async (when) => {
    const { id } = expectOk(await desk.handlers['payouts.save']({ id: null, revision: 0, draft: await draft() }));
    if (when === 'ready') await makeReady(id);
    await db.snapshot(join(folder, 'backup.db'));
    expectOk(await desk.handlers['payouts.send'](sendRequest(await makeReady(id))));
    const left = await until(id, ({ transactionId }) => transactionId !== null);
    expect(debits()).toBe(1);
    restore();
    if (when === 'ready') expect((await now(id)).state).toBe('unknown');
    else expect(codeOf(await desk.handlers['payouts.send'](sendRequest(await makeReady(id))))).toBe('conflict');
    const found = await until(id, ({ restoredAt }) => restoredAt === null);
    expect(found.transactionId).toBe(left.transactionId);
    expect(codeOf(await desk.handlers['payouts.sendAgain']({ id, reason: 'a reason long enough', code: null }))).not.toBe('ok');
    expect(debits()).toBe(1);
  }, 60_000);
});

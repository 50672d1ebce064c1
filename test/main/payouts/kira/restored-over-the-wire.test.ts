import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccounts } from '../../../../main/accounts/accounts.ts';
import { createPayouts, type PayoutDesk } from '../../../../main/payouts/payouts.ts';
import { createRecipientDesk } from '../../../../main/recipients/recipients.ts';
import { startSandbox, type RunningSandbox } from '../../../../main/sandbox/server.ts';
import { openDatabase, type Database } from '../../../../main/store/database.ts';
import { markRestored } from '../../../../main/store/restored.ts';
import type { Payout } from '../../../../preload/contract/payouts.ts';
import { ok } from '../../../../preload/contract/result.ts';
import { kiraAt, type KiraRig } from '../../providers/support/kira.ts';
import { codeOf, decidedRequest, expectOk } from '../desk.ts';
import { fakeTime, type FakeTime } from '../fake-time.ts';
import { cryptoDraft, fiatDraft, pdf } from './kira-desk.ts';
import { memoryBlobs } from './memory-blobs.ts';

const minute = 60_000;
const blobs = memoryBlobs();
let sandbox: RunningSandbox;
let line: KiraRig;
let folder: string;
let db: Database;
let desk: PayoutDesk;
let time: FakeTime;
let recipientId: string;

function open(): void {
  db = expectOk(openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.alloc(32, 3), clock: time.clock }));
}

/** Opens the Kira profile on the store that is there, as a session does. */
async function start(): Promise<void> {
  const { kira } = line;
  const common = { store: db, profileId: 'p', clock: time.clock, timers: time.timers, ids: randomUUID, actor: () => 'Femke Osei', notify: () => undefined };
  const accounts = createAccounts({ ...common, provider: () => kira });
  const recipients = createRecipientDesk({ ...common, provider: () => kira, accounts });
  desk = createPayouts({
    ...common, preferences: () => ({ takeBackSeconds: 0, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }), log: () => undefined,
    lane: {
      id: 'kira', provider: () => kira, accounts: accounts.desk, recipients: recipients.desk, blobs,
      settings: () => ({ codeMailbox: '', codeNeeded: true, apiVersion: null }),
    },
  });
  expectOk(desk.recover());
  expectOk(await accounts.handlers['accounts.list']({ fresh: true }));
  const book = expectOk(await recipients.handlers['recipients.list']({ query: '', fresh: true }));
  recipientId = book.find(({ remoteId }) => remoteId === sandbox.kira.recipient_wire)?.id ?? '';
}

/** Puts the copy in the file's place and opens it as restored. */
async function restore(): Promise<void> {
  desk.pause();
  time.drop();
  db.close();
  for (const part of ['-wal', '-shm']) rmSync(join(folder, `bursar.db${part}`), { force: true });
  copyFileSync(join(folder, 'backup.db'), join(folder, 'bursar.db'));
  open();
  markRestored(db, time.clock());
  await start();
}

beforeEach(async () => {
  sandbox = await startSandbox({ controls: true });
  const { client_id: clientId, password, api_key: apiKey } = sandbox.kira;
  line = kiraAt(sandbox.kira.url, { credentials: () => Promise.resolve(ok({ clientId, password, apiKey })), sleep: async () => undefined }, { clock: Date.now, fetch });
  folder = mkdtempSync(join(tmpdir(), 'bursar-restored-kira-'));
  time = fakeTime(Date.now());
  open();
  await start();
});
afterEach(async () => {
  desk.pause();
  await desk.idle();
  db.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

type Json = Record<string, unknown>;
const control = async (path: string): Promise<Json> => await (await fetch(`${sandbox.url}/__sandbox/${path}`)).json() as Json;
const debits = () => sandbox.kiraLedger().filter(({ kind }) => kind === 'payout').length;
/** What the sandbox made: every payout, and the addresses that wait for a deposit. */
async function made(): Promise<{ payouts: number; wallets: number }> {
  const payouts = (await control('kira/payouts'))['payouts'] as readonly { wallet: unknown }[];
  return { payouts: payouts.length, wallets: payouts.filter(({ wallet }) => Boolean(wallet)).length };
}

const now = async (id: string): Promise<Payout> => expectOk(await desk.handlers['payouts.get']({ id }));

async function until(id: string, done: (payout: Payout) => boolean): Promise<Payout> {
  for (;;) {
    const payout = await now(id);
    if (done(payout)) return payout;
    await time.advance(500);
    await new Promise((turn) => { setTimeout(turn, 5); });
  }
}

async function newDraft(mode: 'fiat' | 'crypto'): Promise<string> {
  const walletId = mode === 'fiat' ? sandbox.kira.virtual_account_fiat : sandbox.kira.virtual_account_crypto;
  const draft = { ...(mode === 'fiat' ? fiatDraft : cryptoDraft), walletId, payeeId: recipientId, amountMinor: 250_00, amountText: '250.00' };
  const { id } = expectOk(await desk.handlers['payouts.save']({ id: null, revision: 0, draft }));
  if (mode === 'crypto') expectOk(await desk.handlers['payouts.attach']({ id, name: 'invoice.pdf', bytes: pdf(), kind: 'invoice' }));
  return id;
}

async function makeReady(id: string): Promise<Payout> {
  const saved = await now(id);
  if (saved.state === 'draft') expectOk(await desk.handlers['payouts.ready']({ id, revision: saved.revision }));
  expectOk(await desk.handlers['payouts.price']({ id }));
  return now(id);
}

/** Releases a payout with the newest code where one is asked for. */
async function release(id: string) {
  const { draft } = await makeReady(id);
  if (draft.kira?.mode === 'fiat') expectOk(await desk.handlers['payouts.requestCode']({ id }));
  const code = draft.kira?.mode === 'fiat' ? ((await control('kira/mailbox'))['mails'] as { code: string }[])[0]?.code ?? '' : null;
  return desk.handlers['payouts.send']({ ...await decidedRequest({ desk: () => desk }, await now(id)), code });
}

const cases = [['fiat', 'ready'], ['crypto', 'draft'], ['fiat', 'draft'], ['crypto', 'ready']] as const;

/** Lets a payout leave after a backup was taken, and puts that backup back: what left, and what the sandbox then had. */
async function leftSince(mode: 'fiat' | 'crypto', when: 'ready' | 'draft') {
  const id = await newDraft(mode);
  if (when === 'ready') await makeReady(id);
  await db.snapshot(join(folder, 'backup.db'));
  expectOk(await release(id));
  const left = await until(id, ({ transactionId }) => transactionId !== null);
  const once = { debits: debits(), ...await made() };
  expect(once).toMatchObject(mode === 'fiat' ? { debits: 1, wallets: 0 } : { debits: 0, wallets: 1 });
  await restore();
  return { id, left, once };
}

describe('a backup restored after a Kira payout left, over the wire', () => {
  it.each(cases)('of a %s one, taken while it was %s: nothing is debited or opened twice, and a person links it to what left', async (mode, when) => {
    const { id, left, once } = await leftSince(mode, when);
    if (when === 'draft') expect(codeOf(await release(id))).toBe('conflict');
    const unknown = await until(id, ({ state, unknown: what }) => state === 'unknown' && (what?.lookups.length ?? 0) > 0);
    expect(unknown.unknown?.lookups.at(-1)?.detail).toContain(left.transactionId);
    expect(codeOf(await desk.handlers['payouts.sendAgain']({ id, reason: 'a reason long enough', code: null }))).not.toBe('ok');
    expectOk(await desk.handlers['payouts.recordAnswer']({ id, outcome: 'received', who: 'Ada', said: `it is ${left.transactionId}` }));
    const linked = await until(id, ({ restoredAt }) => restoredAt === null);
    expect(linked).toMatchObject({ transactionId: left.transactionId, state: left.state });
    expect({ debits: debits(), ...await made() }).toEqual(once);
  }, 60_000);

  it.each(['fiat', 'crypto'] as const)('of a %s one whose amount was changed before it left: it is not sent with the amount of the backup before a person decided', async (mode) => {
    const id = await newDraft(mode);
    await db.snapshot(join(folder, 'backup.db'));
    const { revision, draft } = await now(id);
    expectOk(await desk.handlers['payouts.save']({ id, revision, draft: { ...draft, amountMinor: 260_00, amountText: '260.00' } }));
    expectOk(await release(id));
    const left = await until(id, ({ transactionId }) => transactionId !== null);
    const once = { debits: debits(), ...await made() };
    await restore();
    expect(codeOf(await release(id))).toBe('conflict');
    const unknown = await until(id, ({ state, unknown: what }) => state === 'unknown' && (what?.lookups.length ?? 0) > 0);
    expect(unknown.unknown?.lookups.at(-1)?.detail).toContain(`${left.transactionId} (260.00 USD, `);
    expect({ debits: debits(), ...await made() }).toEqual(once);
  }, 60_000);

  it.each(cases)('of a %s one, taken while it was %s: said by mistake not to have left and released again, it is still made once', async (mode, when) => {
    const { id, left, once } = await leftSince(mode, when);
    if (when === 'draft') expect(codeOf(await release(id))).toBe('conflict');
    await until(id, ({ state, unknown }) => state === 'unknown' && (unknown?.lookups.length ?? 0) > 0);
    expectOk(await desk.handlers['payouts.recordAnswer']({ id, outcome: 'not-received', who: 'Ada', said: 'nothing of it' }));
    await time.advance(minute);
    await release(id);
    const after = await until(id, ({ state }) => !['ready', 'queued', 'sending'].includes(state));
    expect({ debits: debits(), ...await made() }).toEqual(once);
    expect(after.transactionId === left.transactionId || after.state === 'unknown' || after.state === 'refused').toBe(true);
  }, 60_000);
});

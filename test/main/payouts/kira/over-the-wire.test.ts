import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAccounts, type Accounts } from '../../../../main/accounts/accounts.ts';
import { createPayouts, type PayoutDesk } from '../../../../main/payouts/payouts.ts';
import { createRecipientDesk, type Recipients } from '../../../../main/recipients/recipients.ts';
import { startSandbox, type RunningSandbox } from '../../../../main/sandbox/server.ts';
import { systemTimers } from '../../../../main/vault/timers.ts';
import type { Payout, PayoutState } from '../../../../preload/contract/payouts.ts';
import { ok } from '../../../../preload/contract/result.ts';
import { kiraAt } from '../../providers/support/kira.ts';
import { memoryStore } from '../../store/open.ts';
import { codeOf, expectOk } from '../desk.ts';
import { cryptoDraft, fiatDraft, pdf } from './kira-desk.ts';
import { memoryBlobs } from './memory-blobs.ts';

let sandbox: RunningSandbox;
let accounts: Accounts;
let recipients: Recipients;
let desk: PayoutDesk;
let recipientId: string;
beforeEach(async () => {
  sandbox = await startSandbox({ controls: true });
  const { client_id: clientId, password, api_key: apiKey } = sandbox.kira;
  const { kira } = kiraAt(sandbox.kira.url, { credentials: () => Promise.resolve(ok({ clientId, password, apiKey })) }, { clock: Date.now, fetch });
  const common = { store: memoryStore(), profileId: 'p', clock: Date.now, timers: systemTimers, ids: randomUUID, actor: () => 'Femke Osei', notify: () => undefined };
  accounts = createAccounts({ ...common, provider: () => kira });
  recipients = createRecipientDesk({ ...common, provider: () => kira, accounts });
  desk = createPayouts({
    ...common, preferences: () => ({ takeBackSeconds: 0, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }), log: () => undefined,
    lane: {
      id: 'kira', provider: () => kira, accounts: accounts.desk, recipients: recipients.desk, blobs: memoryBlobs(),
      settings: () => ({ codeMailbox: '', codeNeeded: true, apiVersion: null }),
    },
  });
  expectOk(desk.recover());
  expectOk(await accounts.handlers['accounts.list']({ fresh: true }));
  const book = expectOk(await recipients.handlers['recipients.list']({ query: '', fresh: true }));
  recipientId = book.find(({ remoteId }) => remoteId === sandbox.kira.recipient_wire)?.id ?? '';
});
afterEach(async () => {
  desk.pause();
  await desk.idle();
  await sandbox.close();
});

type Json = Record<string, unknown>;
const control = async (path: string, body?: Json): Promise<Json> => {
  const reply = await fetch(`${sandbox.url}/__sandbox/${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return await reply.json() as Json;
};
const newestCode = async () => ((await control('kira/mailbox'))['mails'] as { code: string }[])[0]?.code ?? '';
const debits = () => sandbox.kiraLedger().filter(({ kind }) => kind === 'payout').map(({ amount }) => amount);

async function ready(mode: 'fiat' | 'crypto', amountMinor: number): Promise<Payout> {
  const { handlers } = desk;
  const walletId = mode === 'fiat' ? sandbox.kira.virtual_account_fiat : sandbox.kira.virtual_account_crypto;
  const base = mode === 'fiat' ? fiatDraft : cryptoDraft;
  const saved = expectOk(await handlers['payouts.save']({ id: null, revision: 0, draft: { ...base, walletId, payeeId: recipientId, amountMinor, amountText: String(amountMinor / 100) } }));
  if (mode === 'crypto') expectOk(await handlers['payouts.attach']({ id: saved.id, name: 'invoice.pdf', bytes: pdf(), kind: 'invoice' }));
  expectOk(await handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
  expectOk(await handlers['payouts.price']({ id: saved.id }));
  return expectOk(await handlers['payouts.get']({ id: saved.id }));
}

/** Releases a payout and waits until it is in this state. */
async function released(payout: Payout, code: string | null, state: PayoutState): Promise<Payout> {
  const price = payout.price;
  if (price === null) throw new Error('Not priced');
  expectOk(await desk.handlers['payouts.send']({ id: payout.id, revision: payout.revision, accepted: price, code }));
  return becomes(payout.id, state);
}

function becomes(id: string, state: PayoutState): Promise<Payout> {
  return vi.waitFor(async () => {
    const now = expectOk(await desk.handlers['payouts.get']({ id }));
    expect(now.state).toBe(state);
    return now;
  });
}

describe('fiat payouts at the built-in sandbox', () => {
  it('leave with the mailed code, after a wrong one under the same key, and are debited once', async () => {
    const payout = await ready('fiat', 250_00);
    expect(codeOf(await desk.handlers['payouts.requestCode']({ id: payout.id }))).toBe('ok');
    const code = await newestCode();
    expectOk(await desk.handlers['payouts.send']({ id: payout.id, revision: payout.revision, accepted: payout.price!, code: code === '000000' ? '000001' : '000000' }));
    await vi.waitFor(async () => { expect(expectOk(await desk.handlers['payouts.get']({ id: payout.id })).problem?.code).toBe('code-wrong'); });
    expect(expectOk(await desk.handlers['payouts.codeState']({})).attemptsLeft).toBe(2);
    const before = expectOk(await desk.handlers['payouts.get']({ id: payout.id }));
    const sent = await released(before, code, 'accepted');
    expect(sent.sent).toMatchObject({ timesSent: 2, merchantReference: before.sent?.merchantReference });
    expect(sent.timeline.some(({ what }) => what.includes('differs'))).toBe(false);
    expect(debits()).toEqual([-250_00]);
    expectOk(await accounts.desk.refresh());
    expect(accounts.desk.find(sandbox.kira.virtual_account_fiat)?.balance?.minor).toBe(2_475_000);
  });

  it('are found out by their key when they were made and the answer was a 500', async () => {
    const payout = await ready('fiat', 250_08);
    expectOk(await desk.handlers['payouts.requestCode']({ id: payout.id }));
    const found = await released(payout, await newestCode(), 'accepted');
    expect(found.timeline.map(({ what }) => what)).toContain('Found: it arrived once');
    expect(debits()).toEqual([-250_08]);
  });

  it('stay unknown while the checker of codes is down, and go again by a person with the same key', async () => {
    const payout = await ready('fiat', 250_07);
    expectOk(await desk.handlers['payouts.requestCode']({ id: payout.id }));
    const unknown = await released(payout, await newestCode(), 'unknown');
    await vi.waitFor(async () => { expect(expectOk(await desk.handlers['payouts.get']({ id: payout.id })).unknown?.lookups.length).toBeGreaterThan(0); });
    expect(debits()).toEqual([]);
    const code = await newestCode();
    const again = expectOk(await desk.handlers['payouts.sendAgain']({ id: payout.id, reason: 'the checker was down', code }));
    expect(again).toMatchObject({ state: 'accepted', sent: { merchantReference: unknown.sent?.merchantReference } });
    expect(debits()).toEqual([-250_07]);
  });
});

describe('a fiat payout whose figures do not close', () => {
  it('opens a repair of its sum when it is completed, with what is missing, and every figure kept', async () => {
    const payout = await ready('fiat', 250_00);
    expectOk(await desk.handlers['payouts.requestCode']({ id: payout.id }));
    const sent = await released(payout, await newestCode(), 'accepted');
    const received = sent.figures.answered?.receive ?? { minor: 0, currency: 'USD' };
    await control(`kira/payouts/${sent.transactionId}/figures`, { received: ((received.minor - 700) / 100).toFixed(2) });
    await control(`kira/payouts/${sent.transactionId}/status`, { status: 'processing' });
    await control(`kira/payouts/${sent.transactionId}/status`, { status: 'completed' });
    const completed = expectOk(await desk.handlers['payouts.check']({ id: payout.id }));
    expect(completed).toMatchObject({ state: 'completed', figures: { quoted: { gap: null }, answered: { gap: null }, arrived: { gap: { minor: 700, currency: 'USD' } } } });
    expect(expectOk(await desk.handlers['repairs.get']({ id: payout.id }))).toMatchObject({ kind: 'sum', closed: null });
    expect(completed.timeline.find(({ what }) => what === 'The figures do not close')?.detail).toContain('7.00');
    expect(debits()).toEqual([-250_00]);
  });
});

describe('crypto payouts at the built-in sandbox', () => {
  it('wait for their deposit and go on when it is seen', async () => {
    const payout = await ready('crypto', 500_00);
    const waits = await released(payout, null, 'awaiting_deposit');
    expect(waits.deposit).toMatchObject({ network: 'polygon', token: 'USDC', amount: '500.00', address: expect.stringMatching(/^0x[0-9a-fA-F]{40}$/) });
    expect(expectOk(await desk.handlers['payouts.check']({ id: payout.id })).state).toBe('awaiting_deposit');
    await control(`kira/payouts/${waits.transactionId}/deposit`, { amount: '500.00', token: 'USDC', network: 'polygon', tx_hash: '0xabc' });
    expect(['accepted', 'processing']).toContain(expectOk(await desk.handlers['payouts.check']({ id: payout.id })).state);
    expect(debits()).toEqual([]);
  });

  it('run out after a day of the sandbox\u2019s own clock', async () => {
    const payout = await ready('crypto', 500_00);
    await released(payout, null, 'awaiting_deposit');
    await control('clock', { skip_seconds: 24 * 3600 + 60 });
    const over = expectOk(await desk.handlers['payouts.check']({ id: payout.id }));
    expect(over).toMatchObject({ state: 'deposit_expired', problem: { code: 'deposit-expired' } });
  });
});

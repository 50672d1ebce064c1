import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKeychain } from '../../main/vault/keychain.ts';
import { serviceName } from '../../main/vault/secret-store.ts';
import type { Payout } from '../../preload/contract/payouts.ts';
import { arrivedStates, openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
const verifier = fileURLToPath(new URL('../../build/tasks/verify-audit.ts', import.meta.url));
const reason = 'The disk of this computer was put back by our IT';

beforeEach(async () => {
  at = await openBlaaizDesk();
  ({ desk, provider } = at);
});
afterEach(() => at.close());

const data = () => join(desk.folder, 'bursar.db');
const older = () => join(desk.folder, 'older-copy-of-the-test');
const verdict = async () => good(await desk.ask('audit.verify', {})).verdict;
const references = async () => (await provider.payoutsInLedger()).map(({ merchant_reference: reference }) => reference);

async function sendReady(payout: Payout): Promise<Payout> {
  await send(desk, payout);
  return at.until(payout.id, arrivedStates);
}

/** Two payouts that have left, and the data as it was between the two. */
async function withForgotten(beside: () => Promise<unknown> = async () => undefined): Promise<{ first: Payout; last: Payout }> {
  const customer = await verifiedCustomer(desk, provider);
  const first = await sendReady(await readyPayout(desk, customer, { reference: 'FIRST', amountMinor: 3_300, amountText: '33.00' }));
  const ready = await readyPayout(desk, customer, { reference: 'LAST', amountMinor: 4_400, amountText: '44.00' });
  await desk.app().close();
  copyFileSync(data(), older());
  await desk.startAgain();
  const last = await sendReady(ready);
  await desk.app().close();
  for (const part of ['', '-wal', '-shm']) rmSync(`${data()}${part}`, { force: true });
  copyFileSync(older(), data());
  await beside();
  await desk.startAgain();
  return { first, last };
}

/** Takes every note of where a log ended out of the keychain. */
async function takeNote(): Promise<void> {
  const { record: { id } } = JSON.parse(readFileSync(join(desk.folder, 'vault.json'), 'utf8')) as { record: { id: string } };
  const { profiles } = JSON.parse(readFileSync(join(desk.folder, 'settings.json'), 'utf8')) as { profiles: { id: string }[] };
  const keychain = createKeychain();
  for (const profile of profiles) expect((await keychain.remove(serviceName, `${id}/audit/${profile.id}`)).ok).toBe(true);
}

/** Releases a payout again as its screen would. */
async function sendAgain(id: string, price: Payout['price']) {
  const now = await at.payoutOf(id);
  return desk.ask('payouts.send', { id, revision: now.revision, accepted: (now.price ?? price) as never, code: null });
}

async function exportLog(): Promise<string> {
  const file = join(desk.folder, 'log-of-the-test.jsonl');
  await desk.app().control({ do: 'answer', kind: 'save', value: file });
  expect(good(await desk.ask('audit.export', {}))?.rows).toBeGreaterThan(0);
  return file;
}

describe('a data file that was swapped for an older copy', () => {
  it('is noticed at start, holds everything back until a person says why to go on, and then finds what it forgot', async () => {
    const { first, last } = await withForgotten();
    const before = await references();
    expect(before).toHaveLength(2);
    await desk.page().getByText(/The audit log is broken at entry \d+\. Nothing is sent\./).first().waitFor();
    await desk.page().getByText(/it is an older copy, or was put back to one/).first().waitFor();
    expect((await at.payoutOf(last.id)).state).toBe('ready');
    expect(await sendAgain(last.id, last.price)).toMatchObject({ ok: false, error: { code: 'audit-broken' } });
    expect(good(await desk.ask('audit.accept', { reason })).accepted).toMatchObject({ reason });
    expect((await at.payoutOf(last.id)).state).not.toBe('ready');
    const linked = await at.until(last.id, arrivedStates);
    expect([linked.transactionId, linked.restoredAt]).toEqual([last.transactionId, null]);
    expect((await at.payoutOf(first.id)).transactionId).toBe(first.transactionId);
    expect(await sendAgain(last.id, last.price)).toMatchObject({ ok: false });
    expect(await references()).toEqual(before);
  });

  it('is held back just the same where the note in the keychain was taken away with it', async () => {
    const { last } = await withForgotten(takeNote);
    const before = await references();
    await desk.page().getByText('Where the audit log ended can’t be proven. Nothing is sent.').first().waitFor();
    expect(await sendAgain(last.id, last.price)).toMatchObject({ ok: false, error: { code: 'audit-broken' } });
    expect(good(await desk.ask('audit.accept', { reason })).accepted).toMatchObject({ reason });
    expect((await at.until(last.id, arrivedStates)).transactionId).toBe(last.transactionId);
    expect(await sendAgain(last.id, last.price)).toMatchObject({ ok: false });
    expect(await references()).toEqual(before);
    await vi.waitFor(async () => { expect(await verdict()).toBe('holds'); });
  });

  it('leaves a log that holds once it was accepted: here, after a start, and for the verifier of an exported one', async () => {
    await withForgotten();
    await vi.waitFor(async () => { expect(await verdict()).toBe('broken'); });
    good(await desk.ask('audit.accept', { reason }));
    await vi.waitFor(async () => { expect(await verdict()).toBe('holds'); });
    await at.killAndStart();
    await vi.waitFor(async () => { expect(await verdict()).toBe('holds'); });
    expect(await desk.page().getByText(/The audit log is broken at entry/).count()).toBe(0);
    const { status, stdout } = spawnSync(process.execPath, [verifier, await exportLog()], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^holds: \d+ rows/)]);
  });
});

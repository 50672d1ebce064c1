import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrivedStates, openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, openDesk, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
const passphrase = 'correct horse battery staple';

beforeEach(async () => {
  at = await openBlaaizDesk();
  ({ desk, provider } = at);
});
afterEach(() => at.close());

const stateOf = async (one: Desk, id: string) => good(await one.ask('payouts.get', { id })).state;

async function backUp(): Promise<string> {
  const { files, folder } = good(await desk.ask('backup.make', {}));
  return join(folder ?? join(desk.folder, 'backups'), files[0]?.name ?? '');
}

async function restoreFrom(one: Desk, file: string, words: string | null) {
  await one.app().control({ do: 'answer', kind: 'open', value: [file] });
  const found = good(await one.ask('backup.choose', { name: null }));
  return one.ask('backup.restore', { token: found?.token ?? '', passphrase: words });
}

/** Payouts in states that a restore must not confuse: a draft, a ready one, one that has arrived. */
async function payoutsInAllStates() {
  const customer = await verifiedCustomer(desk, provider);
  const draft = await readyPayout(desk, customer, { reference: 'DRAFT', amountMinor: 1_100, amountText: '11.00' });
  good(await desk.ask('payouts.change', { id: draft.id }));
  const ready = await readyPayout(desk, customer, { reference: 'READY', amountMinor: 2_200, amountText: '22.00' });
  const sent = await readyPayout(desk, customer, { reference: 'SENT', amountMinor: 3_300, amountText: '33.00' });
  await send(desk, sent);
  await at.until(sent.id, arrivedStates);
  const later = await readyPayout(desk, customer, { reference: 'LATER', amountMinor: 4_400, amountText: '44.00' });
  await provider.control('faults', { kind: '500', path: '/api/external/payout', method: 'POST', times: 1 });
  const lost = await readyPayout(desk, customer, { reference: 'LOST', amountMinor: 5_500, amountText: '55.00' });
  await send(desk, lost);
  await at.until(lost.id, ['unknown']);
  return { draft, ready, sent, later, lost };
}

describe('a restored backup', () => {
  it('knows that what was open may have left since: it is looked up and never sent twice', async () => {
    const { draft, ready, sent, later, lost } = await payoutsInAllStates();
    const file = await backUp();
    await send(desk, later);
    await at.until(later.id, arrivedStates);
    const before = await provider.payoutsInLedger();
    expect(before).toHaveLength(2);
    const restored = good(await restoreFrom(desk, file, null));
    expect(restored).toMatchObject({ payouts: 5, customers: 1, keptAside: expect.stringMatching(/^before-restore-/) });
    expect(restored.open).toBeGreaterThanOrEqual(3);
    await vi.waitFor(async () => { expect(await stateOf(desk, later.id)).toMatch(/accepted|processing|completed|unknown/); }, { timeout: 20_000 });
    await at.until(later.id, arrivedStates, true);
    expect(['accepted', 'processing', 'completed']).toContain(await stateOf(desk, sent.id));
    for (const payout of [draft, ready, lost]) expect(['draft', 'ready', 'unknown']).toContain(await stateOf(desk, payout.id));
    for (const payout of [later, lost, sent]) {
      const now = good(await desk.ask('payouts.get', { id: payout.id }));
      await desk.ask('payouts.send', { id: now.id, revision: now.revision, accepted: now.price ?? later.price as never, code: null });
    }
    expect((await provider.payoutsInLedger()).map(({ merchant_reference: reference }) => reference)).toEqual(before.map(({ merchant_reference: reference }) => reference));
    expect(good(await desk.ask('audit.list', { before: null, limit: 100 })).map(({ what }) => what)).toContain('vault.restore');
    await vi.waitFor(async () => { expect(good(await desk.ask('audit.verify', {})).verdict).toBe('holds'); }, { timeout: 20_000 });
    // It was accepted this once: a start later the log holds too.
    await at.killAndStart();
    await vi.waitFor(async () => { expect(good(await desk.ask('audit.verify', {})).verdict).toBe('holds'); }, { timeout: 20_000 });
    expect(await provider.payoutsInLedger()).toHaveLength(2);
  });

  it('opens on another computer with its passphrase, with the keys of profiles, and not without', async () => {
    await verifiedCustomer(desk, provider);
    good(await desk.ask('backup.setPassphrase', { passphrase }));
    const file = await backUp();
    const other = await openDesk();
    try {
      expect(await restoreFrom(other, file, 'wrong horse battery')).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
      expect(readdirSync(other.folder)).not.toContain('vault.json');
      expect(good(await restoreFrom(other, file, passphrase))).toMatchObject({ customers: 1, keptAside: null });
      await vi.waitFor(async () => { expect(good(await other.ask('app.state', {})).phase).toBe('ready'); }, { timeout: 20_000 });
      expect(good(await other.ask('wallets.list', { fresh: true })).wallets.length).toBeGreaterThan(0);
      expect(good(await other.ask('backup.state', {}))).toMatchObject({ passphraseSet: true });
    } finally {
      await other.close();
    }
  });

  it('is refused when a byte was changed or the end is missing, with everything as it was', async () => {
    const customer = await verifiedCustomer(desk, provider);
    const ready = await readyPayout(desk, customer);
    const file = await backUp();
    const whole = readFileSync(file);
    for (const harmed of [whole.subarray(0, -40), Buffer.concat([whole.subarray(0, 5_000), Buffer.from([whole[5_000] === 0 ? 1 : 0]), whole.subarray(5_001)])]) {
      writeFileSync(file, harmed);
      expect(await restoreFrom(desk, file, null)).toMatchObject({ ok: false, error: { code: 'file-damaged' } });
      expect(await stateOf(desk, ready.id)).toBe('ready');
    }
    expect(readdirSync(desk.folder).filter((name) => name.startsWith('before-'))).toEqual([]);
  });
});

describe('the page of backups', () => {
  it('makes one and restores it', async () => {
    const page = desk.page();
    await verifiedCustomer(desk, provider);
    await goTo(page, '/settings/backup', 'Backup');
    await page.getByText('Backups open only on this computer', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('Backup made').waitFor();
    await page.getByRole('button', { name: /Restore the backup of/ }).first().click();
    await page.getByRole('dialog').getByText(/None is sent a second time/).waitFor();
    await page.getByRole('dialog').getByRole('region', { name: 'Profiles in this backup' }).getByText('Test bench').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText(/Backup restored/).first().waitFor();
    await vi.waitFor(async () => { expect(good(await desk.ask('app.state', {})).phase).toBe('ready'); });
  });
});

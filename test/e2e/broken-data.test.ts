import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { launchApp } from '../host/harness.ts';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, mainBundle, type Desk } from './support/desk.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;

beforeEach(async () => {
  at = await openBlaaizDesk();
  ({ desk, provider } = at);
});
afterEach(() => at.close());

const file = () => join(desk.folder, 'bursar.db');
const phase = async () => good(await desk.ask('app.state', {})).phase;
const names = () => readdirSync(desk.folder);
const heading = () => desk.page().getByRole('heading', { name: 'Bursar can’t open its data' });

/** A ready payout, a backup, and the app ended as a person ends it. */
async function withBackup(): Promise<string> {
  const ready = await readyPayout(desk, await verifiedCustomer(desk, provider));
  good(await desk.ask('backup.make', {}));
  await desk.app().close();
  return ready.id;
}

describe('a damaged data file', () => {
  it('is kept aside, and one of the backups that are there brings everything back', async () => {
    const id = await withBackup();
    truncateSync(file(), 5_000);
    await desk.startAgain();
    await heading().waitFor();
    await desk.page().getByText(/kept as bursar\.db\.damaged-\d+/).waitFor();
    expect(await phase()).toBe('broken');
    // Starting again changes nothing: no empty store takes its place.
    await at.killAndStart();
    await heading().waitFor();
    expect(existsSync(file())).toBe(false);
    await desk.page().getByRole('button', { name: /Restore the backup of/ }).first().click();
    await desk.page().getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await vi.waitFor(async () => { expect(await phase()).toBe('ready'); }, { timeout: 20_000 });
    expect(good(await desk.ask('payouts.get', { id })).draft.reference).toBe('INV-7');
    expect(names().some((name) => name.startsWith('bursar.db.damaged-'))).toBe(true);
  });

  it('lets one begin with nothing, when asked twice, and keeps what there was', async () => {
    const id = await withBackup();
    writeFileSync(file(), Buffer.alloc(9_000, 7));
    await desk.startAgain();
    await heading().waitFor();
    await desk.page().getByRole('button', { name: 'Begin with nothing' }).click();
    await desk.page().getByRole('alertdialog').getByRole('button', { name: 'Begin with nothing' }).click();
    await vi.waitFor(async () => { expect(await phase()).toBe('ready'); }, { timeout: 20_000 });
    expect(await desk.ask('payouts.get', { id })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await desk.ask('backup.startAnew', {})).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(names().filter((name) => /^(bursar\.db\.damaged-|before-anew-)/.test(name)).length).toBeGreaterThanOrEqual(2);
  });

  it('is found in the middle of work too', async () => {
    const customer = await verifiedCustomer(desk, provider);
    for (let i = 0; i < 12; i += 1) await readyPayout(desk, customer, { reference: `N-${i}`, amountMinor: 1_000 + i, amountText: `10.${String(i).padStart(2, '0')}` });
    await desk.app().close();
    const bytes = readFileSync(file());
    // The last pages are rows and indexes: what is needed to open stays whole.
    writeFileSync(file(), Buffer.concat([bytes.subarray(0, -4096 * 6), Buffer.alloc(4096 * 6, 3)]));
    await desk.startAgain();
    await vi.waitFor(async () => {
      await desk.ask('payouts.list', { view: 'all', query: '', cursor: null, limit: 50 }).catch(() => null);
      await desk.ask('audit.verify', {}).catch(() => null);
      expect(await phase()).toBe('broken');
    }, { timeout: 20_000 });
    await heading().waitFor();
    expect(names().some((name) => name.startsWith('bursar.db.damaged-'))).toBe(true);
  });
});

describe('other files that can’t be read', () => {
  it('a damaged vault.json is kept aside, and a backup opens with the key that is still in the keychain', async () => {
    const id = await withBackup();
    writeFileSync(join(desk.folder, 'vault.json'), '{"record"');
    await desk.startAgain();
    await heading().waitFor();
    expect(names().some((name) => name.startsWith('vault.json.broken-'))).toBe(true);
    await desk.page().getByRole('button', { name: /Restore the backup of/ }).first().click();
    await desk.page().getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
    await vi.waitFor(async () => { expect(await phase()).toBe('ready'); }, { timeout: 20_000 });
    expect(good(await desk.ask('payouts.get', { id })).draft.reference).toBe('INV-7');
  });

  it('damaged settings are kept aside and nothing encrypted is touched', async () => {
    await withBackup();
    writeFileSync(join(desk.folder, 'settings.json'), '{"profiles": [');
    await desk.startAgain();
    expect(names().some((name) => name.startsWith('settings.json.broken-'))).toBe(true);
    expect(existsSync(file())).toBe(true);
    // The profiles are in the backup.
    const { files } = good(await desk.ask('backup.state', {}));
    const found = good(await desk.ask('backup.choose', { name: files[0]?.name ?? '' }));
    good(await desk.ask('backup.restore', { token: found?.token ?? '', passphrase: null }));
    expect(good(await desk.ask('profiles.list', {})).map(({ name }) => name)).toEqual(['Test bench']);
    await vi.waitFor(async () => { expect(await phase()).toBe('ready'); }, { timeout: 20_000 });
  });
});

describe('a restore that was cut off', () => {
  it('is ended at the next start', async () => {
    const id = await withBackup();
    await desk.startAgain();
    good(await desk.ask('payouts.change', { id }));
    const { files } = good(await desk.ask('backup.state', {}));
    const found = good(await desk.ask('backup.choose', { name: files[0]?.name ?? '' }));
    const running = desk.ask('backup.restore', { token: found?.token ?? '', passphrase: null }).catch(() => null);
    await vi.waitFor(() => { expect(names().some((name) => /^(restore-work|restoring|before-restore-)/.test(name))).toBe(true); }, { timeout: 10_000, interval: 1 });
    await desk.app().kill();
    await running;
    await desk.startAgain();
    await vi.waitFor(async () => { expect(await phase()).toBe('ready'); }, { timeout: 20_000 });
    // The old state or the new one, never a mixture.
    expect(['draft', 'ready', 'unknown']).toContain(good(await desk.ask('payouts.get', { id })).state);
    expect(names().filter((name) => name === 'restoring')).toEqual([]);
    await vi.waitFor(async () => { expect(good(await desk.ask('audit.verify', {})).verdict).toBe('holds'); }, { timeout: 20_000 });
  });
});

describe('a second app on the same folder', () => {
  it('leaves by itself while the first goes on', async () => {
    await expect(launchApp({ mainBundle, userDataDir: desk.folder, size: { width: 900, height: 600 }, colorScheme: 'light' })).rejects.toThrow(/ended before|is gone/);
    expect(await phase()).toBe('ready');
  });
});

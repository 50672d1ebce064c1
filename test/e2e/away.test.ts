import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

const minute = 60_000;

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
let customerId: string;

beforeEach(async () => {
  vi.stubEnv('BURSAR_HOST_CLOCK', '0');
  at = await openBlaaizDesk();
  ({ desk, provider } = at);
  good(await desk.ask('app.savePreferences', { idleLockMinutes: 60 }));
  customerId = await verifiedCustomer(desk, provider);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await at.close();
});

const sheet = async () => good(await desk.ask('away.sheet', {}));

/** Cuts the line, lets time go by in the app, changes what is there meanwhile, and joins the line again. */
async function away(ahead: number, meanwhile: () => Promise<unknown>): Promise<void> {
  await desk.app().control({ do: 'online', value: false });
  await desk.ask('wallets.list', { fresh: true });
  await vi.waitFor(async () => { expect(good(await desk.ask('app.state', {})).connection.online).toBe(false); });
  await desk.app().control({ do: 'clock', ahead });
  await meanwhile();
  await desk.app().control({ do: 'online', value: true });
  await desk.ask('wallets.list', { fresh: true });
}

async function changeEverything(payoutCustomer: string): Promise<void> {
  const { wallets } = good(await desk.ask('wallets.list', { fresh: false }));
  await provider.control('rates', { pair: 'GBP/NGN', value: '1000.00' });
  await provider.control(`wallets/${wallets.find(({ currency }) => currency === 'GBP')?.id ?? ''}`, { balance: '40.00' });
  const remote = good(await desk.ask('customers.get', { id: payoutCustomer })).remoteId ?? '';
  await provider.control(`customers/${remote}/edd`, { enabled: true });
}

describe('after a spell without the provider', () => {
  it('nothing goes before somebody has seen what changed, side by side with what was assumed', async () => {
    const payout = await readyPayout(desk, customerId);
    const before = payout.price;
    await away(20 * minute, async () => provider.control('rates', { pair: 'GBP/NGN', value: '1000.00' }));
    await vi.waitFor(async () => { expect((await sheet()).readAt).not.toBeNull(); }, { timeout: 15_000 });
    const seen = await sheet();
    expect(seen).toMatchObject({ pending: true, unread: [] });
    expect(seen.changes.find(({ kind }) => kind === 'rate')).toMatchObject({ subject: 'GBP to NGN', before: `1 GBP = ${before?.rate ?? ''} NGN`, now: expect.stringContaining('1000'), matters: true, payouts: [{ id: payout.id }] });

    // Even at the new price: the sheet comes first.
    const now = good(await desk.ask('payouts.price', { id: payout.id }));
    const asked = await desk.ask('payouts.send', { id: payout.id, revision: payout.revision, accepted: now, code: null });
    expect(asked).toMatchObject({ ok: false, error: { code: 'look-first' } });
    expect(await provider.payoutsInLedger()).toHaveLength(0);

    const page = desk.page();
    await page.getByRole('button', { name: 'What changed', exact: true }).first().click();
    await page.getByRole('table', { name: 'Rates' }).getByText(/1000/).waitFor();
    await page.getByRole('button', { name: 'I have looked' }).click();
    await page.getByText(/Somebody has looked at this/).waitFor();
    expect(await sheet()).toMatchObject({ pending: false });
    await send(desk, payout);
    await vi.waitFor(async () => { expect(await provider.payoutsInLedger()).toHaveLength(1); }, { timeout: 15_000 });
  });

  it('a wallet that ran low and a customer under extra checks are named, and a restart forgets nothing', async () => {
    const payout = await readyPayout(desk, customerId);
    await desk.app().control({ do: 'online', value: false });
    await desk.ask('wallets.list', { fresh: true });
    await vi.waitFor(async () => { expect(good(await desk.ask('app.state', {})).connection.online).toBe(false); });
    await desk.app().control({ do: 'clock', ahead: 20 * minute });
    await changeEverything(customerId);
    await desk.app().kill();
    vi.stubEnv('BURSAR_HOST_CLOCK', String(20 * minute));
    await desk.startAgain();
    await vi.waitFor(async () => {
      await desk.ask('wallets.list', { fresh: true });
      expect((await sheet()).readAt).not.toBeNull();
    }, { timeout: 15_000 });
    const mattering = (await sheet()).changes.filter(({ matters }) => matters);
    expect(mattering.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['price', 'rate', 'balance', 'customer']));
    expect(mattering.every(({ payouts }) => payouts.some(({ id }) => id === payout.id))).toBe(true);
    expect(mattering.find(({ kind }) => kind === 'balance')).toMatchObject({ subject: 'GBP wallet', now: '40.00 GBP' });
  });

  it('nobody is asked when nothing changed that matters', async () => {
    const payout = await readyPayout(desk, customerId);
    await away(20 * minute, () => Promise.resolve());
    await vi.waitFor(async () => { expect(await sheet()).toMatchObject({ pending: false, since: expect.any(Number) }); }, { timeout: 15_000 });
    await send(desk, payout);
    await vi.waitFor(async () => { expect(await provider.payoutsInLedger()).toHaveLength(1); }, { timeout: 15_000 });
  });
});

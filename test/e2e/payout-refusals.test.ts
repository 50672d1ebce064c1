import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Payout, PayoutDraft } from '../../preload/contract/payouts.ts';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import type { TestProvider } from './support/provider.ts';
import { readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
let page: Page;
let customerId: string;
let remoteId: string;
let walletId: string;
let amount = 20_000;

beforeAll(async () => {
  at = await openBlaaizDesk(1);
  ({ desk, provider } = at);
  page = desk.page();
  await provider.control('settings', { rate_limit: 5_000 });
  customerId = await verifiedCustomer(desk, provider);
  remoteId = good(await desk.ask('customers.get', { id: customerId })).remoteId ?? '';
  const { wallets } = good(await desk.ask('wallets.list', { fresh: true }));
  walletId = wallets.find((wallet) => wallet.currency === 'GBP')?.id ?? '';
});
afterAll(() => at.close());
afterEach(async () => {
  await provider.control('faults', undefined, 'DELETE');
  await provider.control(`wallets/${walletId}`, { balance: '19400.00' });
  await provider.control(`customers/${remoteId}/edd`, { enabled: false });
  await provider.control('business/edd', { enabled: false });
  await provider.control('rates', { pair: 'GBP/NGN', send_enabled: true });
});

/** A ready payout of an amount that no other test uses, so that none is taken for another. */
function ready(changes: Partial<PayoutDraft> = {}): Promise<Payout> {
  amount += 100;
  return readyPayout(desk, customerId, { reference: `R-${amount}`, amountMinor: amount, amountText: (amount / 100).toFixed(2), ...changes });
}
const stateOf = async (id: string) => good(await desk.ask('payouts.get', { id })).state;
const reach = async (id: string, ...states: readonly string[]) => {
  await vi.waitFor(async () => {
    if (!states.includes(await stateOf(id))) await desk.ask('payouts.check', { id });
    expect(states).toContain(await stateOf(id));
  }, { timeout: 20_000, interval: 150 });
  return good(await desk.ask('payouts.get', { id }));
};
/** What the ledger holds of a payout. */
const leftTimes = async (payout: Payout) => (await provider.payoutsInLedger()).filter((one) => one.merchant_reference === payout.sent?.merchantReference).length;

/** Queues a payout and makes the trouble while it can still be taken back, after everything was read once more. */
async function sendInto(trouble: () => Promise<unknown>, changes: Partial<PayoutDraft> = {}): Promise<Payout> {
  const queued = await send(desk, await ready(changes));
  expect(queued.state).toBe('queued');
  await trouble();
  return reach(queued.id, 'refused');
}

type Case = { readonly name: string; readonly code: string; readonly says: RegExp; readonly next: RegExp; readonly trouble: () => Promise<unknown>; readonly over?: () => Promise<unknown> };
const cases: readonly Case[] = [
  {
    name: 'insufficient funds, drained by another program', code: 'insufficient-funds', says: /Insufficient funds/, next: /Top the wallet up or lower the amount/,
    trouble: () => provider.control(`wallets/${walletId}`, { balance: '1.00' }), over: () => provider.control(`wallets/${walletId}`, { balance: '19400.00' }),
  },
  {
    name: 'a hold on the business', code: 'extra-checks', says: /Your business is under enhanced due diligence/, next: /Wait until Blaaiz ends its checks, or write to its support/,
    trouble: () => provider.control('business/edd', { enabled: true }), over: () => provider.control('business/edd', { enabled: false }),
  },
  {
    name: 'words nobody has listed', code: 'provider-refused', says: /“This currency pair is not available for payouts\.”/, next: /Correct what it names/,
    trouble: () => provider.control('rates', { pair: 'GBP/NGN', send_enabled: false }), over: () => provider.control('rates', { pair: 'GBP/NGN', send_enabled: true }),
  },
  {
    name: 'too many requests', code: 'rate-limited', says: /too many requests in a minute/, next: /Wait 2 seconds, then try again/,
    trouble: () => provider.control('faults', { kind: '429', path: '/api/external/payout', method: 'POST', times: 1, retry_after: 2 }),
  },
  {
    name: 'a token that it does not take', code: 'signed-out', says: /does not accept the keys of this profile/, next: /Test the profile in Settings/,
    trouble: () => provider.control('faults', { kind: '401', path: '/api/external/payout', method: 'POST', times: 1 }),
  },
];

describe('a refusal by the provider', () => {
  it.each(cases)('for $name is told with reason and next step, nothing leaves, and a corrected copy does', async ({ code, says, next, trouble, over }) => {
    const refused = await sendInto(trouble);
    expect(refused.problem).toMatchObject({ code, message: expect.stringMatching(says), fix: expect.stringMatching(next) });
    expect(await leftTimes(refused)).toBe(0);
    await goTo(page, `/payouts/${refused.id}`, refused.reference);
    await page.getByText('Blaaiz refused it. Nothing left the wallet.').waitFor();
    await page.getByText(says).first().waitFor();
    await page.getByText(next).first().waitFor();
    await over?.();
    await page.getByRole('button', { name: 'Make a corrected copy' }).click();
    await vi.waitFor(async () => { expect(good(await desk.ask('payouts.get', { id: refused.id })).clonedTo).not.toBeNull(); });
    const copy = good(await desk.ask('payouts.get', { id: good(await desk.ask('payouts.get', { id: refused.id })).clonedTo ?? '' }));
    good(await desk.ask('payouts.price', { id: copy.id }));
    const priced = good(await desk.ask('payouts.get', { id: copy.id }));
    const again = await send(desk, good(await desk.ask('payouts.ready', { id: copy.id, revision: priced.revision })));
    const arrived = await reach(again.id, 'processing', 'completed');
    expect(arrived.clonedFrom).toBe(refused.id);
    expect([await leftTimes(arrived), await leftTimes(refused)]).toEqual([1, 0]);
  });

  it('for a field names the field', async () => {
    const refused = await sendInto(async () => undefined, { details: { bankId: '99999', accountNumber: '0261745519' } });
    expect(refused.problem).toMatchObject({ code: 'validation', message: expect.stringMatching(/refused a field/), fields: [{ path: 'details.bankId', message: expect.stringMatching(/bank id is invalid/) }] });
    await goTo(page, `/payouts/${refused.id}`, refused.reference);
    await page.getByText(/bank id is invalid/).first().waitFor();
    expect(await leftTimes(refused)).toBe(0);
  });

  it('for a missing permission names it and where it is given', async () => {
    const test = good(await desk.ask('app.state', {})).profile?.id ?? '';
    const narrow = good(await desk.ask('profiles.add', {
      provider: 'blaaiz', name: 'No payouts', env: 'sandbox', baseUrl: provider.url, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: provider.scopes.filter((scope) => scope !== 'payout:create'),
    }));
    good(await desk.ask('profiles.choose', { id: narrow.id }));
    const mine = await verifiedCustomer(desk, provider);
    const queued = await send(desk, await readyPayout(desk, mine, { reference: 'SCOPE-1', amountMinor: 3_300, amountText: '33.00' }));
    const refused = await reach(queued.id, 'refused');
    expect(refused.problem).toMatchObject({ code: 'scope-missing', message: expect.stringContaining('payout:create'), fix: expect.stringContaining('Blaaiz dashboard') });
    expect(await leftTimes(refused)).toBe(0);
    good(await desk.ask('profiles.choose', { id: test }));
  });
});

describe('what is known before it leaves', () => {
  it('keeps a payout of a held customer here, and says what to do', async () => {
    const payout = await ready();
    await provider.control(`customers/${remoteId}/edd`, { enabled: true });
    await goTo(page, `/payouts/${payout.id}/review`, 'Check and send');
    await page.getByText(/holds Adaeze Nwosu for extra checks/).first().waitFor();
    await page.getByText(/Wait for Blaaiz, or write to its support/).first().waitFor();
    expect(await page.getByRole('button', { name: /^Send/ }).getAttribute('aria-disabled')).toBe('true');
    await expect(send(desk, payout)).rejects.toThrow(/extra-checks/);
    expect(await stateOf(payout.id)).toBe('ready');
  });

  it('does not send an amount that the fees eat up', async () => {
    const { draft } = await ready();
    const tiny = good(await desk.ask('payouts.save', { id: null, revision: 0, draft: { ...draft, reference: 'TINY-1', amountMinor: 50, amountText: '0.50' } }));
    await goTo(page, `/payouts/${tiny.id}`, 'TINY-1');
    await page.getByText(/The amount must be greater than the total fees/).first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Check and send' }).waitFor();
    await page.getByRole('alert').filter({ hasText: /must be greater than the total fees/ }).waitFor();
    expect(await page.getByRole('button', { name: /^Send/ }).getAttribute('aria-disabled')).toBe('true');
  });

  it('does not send what the wallet covers but for the fee', async () => {
    const payout = await ready({ side: 'receive', amountMinor: 40_000_000, amountText: '400000.00' });
    const price = payout.price;
    if (!price) throw new Error('A ready payout has a price');
    expect(price.totalFees.minor).toBeGreaterThan(1);
    await provider.control(`wallets/${walletId}`, { balance: (price.converted.minor / 100).toFixed(2) });
    await goTo(page, `/payouts/${payout.id}/review`, 'Check and send');
    await page.getByText(/this needs/).first().waitFor();
    await page.getByText(/Top it up or lower the amount/).first().waitFor();
    await expect(send(desk, payout)).rejects.toThrow(/insufficient-funds: Not sent: the wallet holds/);
    expect(await stateOf(payout.id)).toBe('ready');
  });
});

describe('money that comes back', () => {
  it('after a bank rejected it shows as failed, with the money in the wallet again', async () => {
    const bankId = good(await desk.ask('banks.list', { currency: 'NGN' })).banks[0]?.id ?? '';
    const before = await balance();
    const payout = await ready({ details: { bankId, accountNumber: '0261749999' }, holderAccepted: true });
    const failed = await reach((await send(desk, payout)).id, 'failed');
    expect(failed.problem?.message).toMatch(/The recipient bank rejected the transfer/);
    await goTo(page, `/payouts/${failed.id}`, failed.reference);
    await page.getByText('It failed at Blaaiz or at the bank').waitFor();
    await page.getByRole('button', { name: 'Make a corrected copy' }).waitFor();
    expect(await balance()).toBe(before);
  });

  it('after it had arrived shows as returned, under Needs you', async () => {
    const arrived = await reach((await send(desk, await ready())).id, 'completed');
    await provider.control(`payouts/${arrived.sent?.merchantReference}/finish`, { status: 'FAILED', reason: 'Account closed' });
    await reach(arrived.id, 'returned');
    await goTo(page, '/today', /\w/);
    await page.getByText(/Returned by the bank:/).first().waitFor();
    await goTo(page, `/payouts/${arrived.id}`, arrived.reference);
    await page.getByText('The bank sent it back').waitFor();
    await page.getByText(/Account closed/).first().waitFor();
  });

  async function balance(): Promise<number> {
    return good(await desk.ask('wallets.list', { fresh: true })).wallets.find((wallet) => wallet.id === walletId)?.balance.minor ?? 0;
  }
});

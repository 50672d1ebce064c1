import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Payout, PayoutDraft } from '../../preload/contract/payouts.ts';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import type { TestProvider } from './support/provider.ts';
import { decided, readyPayout, send, verifiedCustomer } from './support/ready-payout.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
let page: Page;
let customerId: string;
let walletId: string;
let amount = 30_000;

beforeAll(async () => {
  at = await openBlaaizDesk(1);
  ({ desk, provider } = at);
  page = desk.page();
  await provider.control('settings', { rate_limit: 5_000, payouts_finish: false });
  customerId = await verifiedCustomer(desk, provider);
  const { wallets } = good(await desk.ask('wallets.list', { fresh: true }));
  walletId = wallets.find((wallet) => wallet.currency === 'GBP')?.id ?? '';
});
afterAll(() => at.close());

/** A ready payout of an amount that no other has. */
function ready(changes: Partial<PayoutDraft> = {}): Promise<Payout> {
  amount += 1_100;
  return readyPayout(desk, customerId, { reference: `RP-${amount}`, amountMinor: amount, amountText: (amount / 100).toFixed(2), ...changes });
}
const get = async (id: string) => good(await desk.ask('payouts.get', { id }));
const reach = async (id: string, state: Payout['state']) => {
  await vi.waitFor(async () => {
    if ((await get(id)).state !== state) await desk.ask('payouts.check', { id });
    expect((await get(id)).state).toBe(state);
  }, { timeout: 20_000, interval: 150 });
  return get(id);
};
const finish = (payout: Payout, status: string, reason: string | null = null) => provider.control(`payouts/${payout.transactionId ?? ''}/finish`, { status, reason });
const balance = (value: string) => provider.control(`wallets/${walletId}`, { balance: value });
const readBalance = async () => good(await desk.ask('wallets.list', { fresh: true })).wallets.find(({ id }) => id === walletId)?.balance.minor ?? 0;

/** A payout that was completed, and then came back without its money in the wallet yet. */
async function cameBack(reason: string): Promise<Payout> {
  const queued = await send(desk, await ready());
  const accepted = await vi.waitFor(async () => {
    const now = await get(queued.id);
    expect(now.transactionId).not.toBeNull();
    return now;
  }, { timeout: 15_000, interval: 100 });
  await finish(accepted, 'SUCCESSFUL');
  await reach(accepted.id, 'completed');
  const before = await readBalance();
  await finish(accepted, 'FAILED', reason);
  // The sandbox refunds at once; a real bank takes days.
  await balance((before / 100).toFixed(2));
  return reach(accepted.id, 'returned');
}

/** Its corrected copy, made through the repair's page, with the right account, ready and priced. */
async function correctedCopy(payout: Payout): Promise<Payout> {
  await goTo(page, `/repairs/${payout.id}`, payout.reference);
  await page.getByRole('button', { name: 'Make the corrected copy' }).click();
  await page.getByText(/^Corrected copy/).waitFor();
  const id = (await get(payout.id)).clonedTo ?? '';
  const copy = await get(id);
  const accountNumber = '0261745527';
  const { accountName } = good(await desk.ask('banks.lookup', { bankId: copy.draft.details.bankId ?? '', accountNumber }));
  const draft = { ...copy.draft, details: { ...copy.draft.details, accountNumber }, payeeName: accountName, holderName: accountName };
  const saved = good(await desk.ask('payouts.save', { id, revision: copy.revision, draft }));
  good(await desk.ask('payouts.price', { id }));
  good(await desk.ask('payouts.ready', { id, revision: saved.revision }));
  return get(id);
}

async function tryToSend(id: string): Promise<string> {
  const current = await get(id);
  if (current.price === null) throw new Error('A ready payout has a price');
  const sent = await desk.ask('payouts.send', { id, revision: current.revision, accepted: current.price, code: null, ...await decided(desk, id) });
  return sent.ok ? 'ok' : sent.error.code;
}

describe('a payout that came back', () => {
  it('is a repair whose copy waits until the wallet shows the money', async () => {
    const payout = await cameBack('Beneficiary account closed');
    await goTo(page, '/repairs', 'Repairs');
    await page.getByRole('button', { name: `Repair: ${payout.payeeName}` }).first().click();
    await page.getByText('Beneficiary account closed').first().waitFor();
    await page.getByText('The payee’s account is closed or blocked.').waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/has not risen/).waitFor();
    const copy = await correctedCopy(payout);
    expect(await tryToSend(copy.id)).toBe('money-not-back');
    await balance(((await readBalance() + (payout.send?.minor ?? 0)) / 100).toFixed(2));
    await goTo(page, `/repairs/${payout.id}`, payout.reference);
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('It is back').waitFor();
    expect(await tryToSend(copy.id)).toBe('ok');
    await vi.waitFor(async () => expect(good(await desk.ask('repairs.get', { id: payout.id })).closed?.reason).toBe('The corrected copy was accepted.'), { timeout: 15_000, interval: 150 });
    await page.getByText('This repair is done').waitFor();
  });

  it('lets its copy go with a written reason, which the story keeps', async () => {
    const payout = await cameBack('Beneficiary name mismatch');
    const copy = await correctedCopy(payout);
    expect(await tryToSend(copy.id)).toBe('money-not-back');
    await goTo(page, `/repairs/${payout.id}`, payout.reference);
    await page.getByRole('button', { name: 'Go on without waiting' }).click();
    await page.getByRole('textbox', { name: 'Why not to wait' }).fill('Blaaiz confirmed the refund by mail.');
    await page.getByRole('button', { name: 'Let the copy go' }).click();
    await page.getByText(/Blaaiz confirmed the refund by mail\./).first().waitFor();
    expect(await tryToSend(copy.id)).toBe('ok');
    expect((await get(payout.id)).timeline.map(({ what }) => what)).toContain('Copy may go before the money is back');
  });
});

describe('figures that do not close', () => {
  it('ask for somebody today until what came of it is written', async () => {
    const queued = await send(desk, await ready());
    const accepted = await vi.waitFor(async () => {
      const now = await get(queued.id);
      expect(now.transactionId).not.toBeNull();
      return now;
    }, { timeout: 15_000, interval: 100 });
    await provider.control(`payouts/${accepted.transactionId ?? ''}/figures`, { amount_without_fee: '1.00' });
    await finish(accepted, 'SUCCESSFUL');
    const completed = await reach(accepted.id, 'completed');
    expect(completed.figures).toMatchObject({ quoted: { gap: null }, answered: { gap: null }, arrived: { gap: { currency: 'GBP' } } });
    await goTo(page, '/today', /\d/);
    await page.getByRole('button', { name: `Clear up: ${completed.payeeName}` }).click();
    await page.getByText('Does not add up by').waitFor();
    await page.getByRole('button', { name: 'Put away' }).click();
    await page.getByRole('textbox', { name: 'What came of it' }).fill('Blaaiz says that its list is wrong.');
    await page.getByRole('dialog').getByRole('button', { name: 'Put away' }).click();
    await page.getByText('This repair is done').waitFor();
    expect(good(await desk.ask('today.summary', {})).needsYou.filter(({ kind }) => kind === 'sum')).toEqual([]);
  });
});

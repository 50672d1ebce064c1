import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Payout } from '../../preload/contract/payouts.ts';
import { emptyPayoutDraft } from '../../preload/contract/payouts.ts';
import { notShown, type Body } from './support/body-facts.ts';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { choose, fillKind } from './support/fill-kind.ts';
import { goTo, picker } from './support/go.ts';
import { kinds, type Kind } from './support/kinds.ts';
import type { TestProvider } from './support/provider.ts';
import { verifiedCustomer } from './support/ready-payout.ts';

const customer = 'Adaeze Nwosu';
let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
let page: Page;
let customerId: string;

beforeAll(async () => {
  at = await openBlaaizDesk();
  ({ desk, provider } = at);
  page = desk.page();
  await provider.control('settings', { rate_limit: 5_000 });
  customerId = await verifiedCustomer(desk, provider);
});
afterAll(() => at.close());

const byScreen = ['euros by bank transfer', 'USDT on Tron', 'CFA francs by mobile money to Senegal'];
const text = () => page.getByRole('main').innerText();

/** Writes a payout of a kind through the door and makes it ready. */
async function readyOf(kind: Kind, reference: string): Promise<Payout> {
  const { wallets } = good(await desk.ask('wallets.list', { fresh: true }));
  const operatorId = kind.method === 'mobile_money' ? good(await desk.ask('banks.operators', { currency: kind.to })).banks[0]?.id : undefined;
  const draft = {
    ...emptyPayoutDraft, customerId, walletId: wallets.find((wallet) => wallet.currency === kind.from)?.id ?? null, fromCurrency: kind.from, payeeName: kind.payee,
    toCurrency: kind.to, method: kind.method, details: operatorId === undefined ? kind.details : { ...kind.details, operatorId },
    side: kind.side, amountMinor: kind.minor, amountText: kind.amount, reference,
  };
  const saved = good(await desk.ask('payouts.save', { id: null, revision: 0, draft }));
  good(await desk.ask('payouts.price', { id: saved.id }));
  const priced = good(await desk.ask('payouts.get', { id: saved.id }));
  return good(await desk.ask('payouts.ready', { id: saved.id, revision: priced.revision }));
}

/** Opens a new payout and fills it by the screen, as far as its review. */
async function reviewByScreen(kind: Kind, reference: string): Promise<void> {
  await newPayout();
  await fillKind(page, kind, reference);
  await goOn();
}
async function newPayout(): Promise<void> {
  await goTo(page, '/payouts', 'Payouts');
  await page.keyboard.press('n');
  await page.getByRole('heading', { level: 1, name: 'New payout' }).waitFor();
  await page.getByText(/^Verified/).first().waitFor();
}
async function goOn(): Promise<void> {
  await page.getByText(/Adds up/).first().waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Check and send' }).waitFor();
}

/** Sends what is on the review page, and gives what each page said and what the provider saw. */
async function sendReviewed(reference: string): Promise<{ readonly review: string; readonly detail: string; readonly payout: Payout; readonly body: Body }> {
  await page.getByText(/Price read again/).waitFor();
  const review = await text();
  await page.getByRole('button', { name: /^Send / }).click();
  await page.getByRole('heading', { level: 1, name: reference }).waitFor();
  const payout = await vi.waitFor(async () => {
    const { rows } = good(await desk.ask('payouts.list', { view: 'all', query: reference, cursor: null, limit: 1 }));
    const one = good(await desk.ask('payouts.get', { id: rows[0]?.id ?? '' }));
    expect(['accepted', 'processing', 'completed']).toContain(one.state);
    return one;
  }, { timeout: 10_000, interval: 50 });
  await page.getByText(payout.sent?.merchantReference ?? '-').first().waitFor();
  return { review, detail: await text(), payout, body: await bodyOf(payout) };
}

async function bodyOf(payout: Payout): Promise<Body> {
  const seen = (await provider.control('requests')) as { method: string; path: string; status: number; body: Body }[];
  const mine = seen.filter((one) => one.method === 'POST' && one.path.endsWith('/external/payout') && one.body['merchant_reference'] === payout.sent?.merchantReference);
  expect(mine.map(({ status }) => status)).toEqual([200]);
  return mine[0]?.body ?? {};
}

describe('a payout of every kind leaves once, and nothing of it leaves unseen', () => {
  it.each(kinds.map((kind, index) => ({ ...kind, kind, reference: `KIND-${100 + index}` })))('$name', async ({ kind, reference }) => {
    if (byScreen.includes(kind.name)) await reviewByScreen(kind, reference);
    else await goTo(page, `/payouts/${(await readyOf(kind, reference)).id}/review`, 'Check and send');
    const { review, detail, payout, body } = await sendReviewed(reference);
    expect(notShown(review, body, kind, customer)).toEqual([]);
    expect(notShown(detail, body, kind, customer)).toEqual([]);
    expect(body).toMatchObject({ note: reference, [kind.side === 'send' ? 'from_amount' : 'to_amount']: kind.minor / 10 ** (['UGX', 'XOF'].includes(kind.to) && kind.side === 'receive' ? 0 : 2) });
    const left = (await provider.payoutsInLedger()).filter((one) => one.merchant_reference === payout.sent?.merchantReference);
    expect(left).toMatchObject([{ currency: kind.from, amount: -(payout.send?.minor ?? 0) }]);
  });
});

describe('the payee book', () => {
  it('brings the whole account back, ready to be paid again', async () => {
    const again = kinds.find((kind) => kind.to === 'EUR') as Kind;
    await readyOf(again, 'BOOK-0');
    await newPayout();
    await choose(page, 'Wallet', 'Pounds');
    const payee = page.getByRole('combobox', { name: 'Payee' });
    await payee.fill('Jürg');
    await page.getByRole('option', { name: /Jürgen Weiß/ }).click();
    expect(await page.getByRole('textbox', { name: 'IBAN' }).inputValue()).toBe('DE89 3704 0044 0532 0130 00');
    await page.getByRole('textbox', { name: /You send/ }).fill('GBP 1,200.50');
    await page.getByRole('textbox', { name: /Reference/ }).fill('BOOK-1');
    await page.keyboard.press('Tab');
    await goOn();
    const { review, body } = await sendReviewed('BOOK-1');
    expect(body).toMatchObject({ from_amount: 1200.5, iban: 'DE89370400440532013000', bic_code: 'COBADEFFXXX', city: 'München' });
    expect(notShown(review, body, { ...again, side: 'send' }, customer)).toEqual([]);
  });
});

describe('what would go astray is stopped in the form', () => {
  it('another network’s address, another country’s phone, another country’s operator', async () => {
    await newPayout();
    await choose(page, 'Currency', 'USD');
    await choose(page, 'Method', 'Stablecoin');
    await choose(page, 'Network', 'Tron');
    await page.getByRole('textbox', { name: 'Wallet address' }).fill('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed');
    await page.keyboard.press('Tab');
    await page.getByText(/a Tron address begins with T. Money sent so would be lost/).first().waitFor();
    await choose(page, 'Currency', 'XOF');
    await choose(page, 'Country', 'Senegal');
    await page.getByRole('textbox', { name: 'Phone' }).fill('+254712345678');
    await page.keyboard.press('Tab');
    await page.getByText('This number is of Kenya, the money goes to Senegal.').first().waitFor();
    await picker(page, 'Operator').click();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Teranga Money, Senegal', 'Dakar Cash, Senegal']);
    await page.getByRole('option').first().click();
    await choose(page, 'Country', 'Benin');
    await picker(page, 'Operator').getByText('Choose an operator').waitFor();
  });
});

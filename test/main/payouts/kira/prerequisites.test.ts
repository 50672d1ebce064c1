import { describe, expect, it } from 'vitest';
import { appError } from '../../../../preload/contract/errors.ts';
import { money } from '../../../../preload/contract/money.ts';
import { emptyPayoutDraft, type PayoutDraft } from '../../../../preload/contract/payouts.ts';
import { codeOf, expectOk } from '../desk.ts';
import { offline } from '../fake-provider.ts';
import { cryptoDraft, fiatDraft, globex, kiraDesk, mailedCode, readyKira, release, sentKira, shown, type KiraDesk } from './kira-desk.ts';

const save = async (test: KiraDesk, draft: PayoutDraft) => expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft })).id;
const ask = async (test: KiraDesk, id: string, fresh = true) => expectOk(await test.desk().handlers['payouts.prerequisites']({ id, fresh }));
const states = async (test: KiraDesk, draft: PayoutDraft, fresh = true) => Object.fromEntries((await ask(test, await save(test, draft), fresh)).map(({ id, state }) => [id, state]));

describe('what must hold before a Kira payout leaves', () => {
  it('is all met for a complete one, in the order it is asked', async () => {
    const test = kiraDesk();
    expect(await states(test, fiatDraft)).toEqual({ account: 'met', mode: 'met', recipient: 'met', amount: 'met', funding: 'met', documents: 'met', complete: 'met', price: 'met', code: 'met' });
    const crypto = kiraDesk('crypto');
    const { id } = await readyKira(crypto);
    expect((await ask(crypto, id)).map((check) => check.state)).toEqual(Array(9).fill('met'));
  });

  it('is open where nothing is filled or known yet', async () => {
    const test = kiraDesk();
    expect(await states(test, { ...emptyPayoutDraft, reference: 'A' }, false)).toMatchObject({ account: 'open', mode: 'open', recipient: 'open', amount: 'open', funding: 'open', price: 'open', complete: 'unmet' });
    expect(await states(test, { ...fiatDraft, walletId: 'va-9' }, false)).toMatchObject({ account: 'open', funding: 'open' });
  });

  it.each<[string, (test: KiraDesk) => void, PayoutDraft]>([
    ['account', (test) => { test.kira.account = { ...test.kira.account, readiness: 'waiting', problems: [{ id: 'number', label: 'No real account number yet', remedy: 'Wait for Kira.' }] }; }, fiatDraft],
    ['account', (test) => { test.kira.account = { ...test.kira.account, readiness: 'unusable' }; }, fiatDraft],
    ['mode', (test) => { test.kira.account = { ...test.kira.account, mode: 'crypto' }; }, fiatDraft],
    ['mode', (test) => { test.kira.account = { ...test.kira.account, mode: null }; }, fiatDraft],
    ['recipient', (test) => { test.book.clear(); }, fiatDraft],
    ['recipient', (test) => { test.book.set('r1', { ...globex, state: 'draft', remoteId: null }); }, fiatDraft],
    ['recipient', (test) => { test.book.set('r1', { ...globex, state: 'unknown' }); }, fiatDraft],
    ['recipient', (test) => { test.book.set('r1', { ...globex, state: 'refused' }); }, fiatDraft],
    ['recipient', (test) => { test.book.set('r1', { ...globex, fields: { ...globex.fields, userId: 'user-2' } }); }, fiatDraft],
    ['amount', (test) => { test.kira.previewFee = 30_000; }, fiatDraft],
    ['funding', (test) => { test.kira.account = { ...test.kira.account, balance: money(25_049, 'USD') }; }, fiatDraft],
    ['funding', () => undefined, { ...cryptoDraft, kira: { ...cryptoDraft.kira!, token: null } }],
    ['documents', () => undefined, cryptoDraft],
    ['complete', () => undefined, { ...fiatDraft, payeeId: null }],
    ['price', (test) => { test.kira.gap = true; }, fiatDraft],
  ])('%s is unmet with a remedy in words', async (id, spoil, draft) => {
    const test = kiraDesk();
    spoil(test);
    const unmet = (await ask(test, await save(test, draft))).find((one) => one.id === id);
    expect(unmet?.state).toBe('unmet');
    expect(unmet?.remedy).toMatch(/\w+ .+\./);
  });

  it('C2: a balance below amount and fees together only warns', async () => {
    const test = kiraDesk();
    test.kira.account = { ...test.kira.account, balance: money(25_050, 'USD') };
    const funding = (await ask(test, await save(test, fiatDraft))).find(({ id }) => id === 'funding');
    expect(funding).toMatchObject({ state: 'met', label: expect.stringContaining('265.50 USD') });
    const id = (await readyKira(test)).id;
    expect(codeOf(await release(test, id, await mailedCode(test, id)))).toBe('ok');
  });

  it('opens the price again once the time for which Kira holds it is over', async () => {
    const test = kiraDesk();
    test.kira.quoteSeconds = 60;
    const id = await save(test, fiatDraft);
    expect((await ask(test, id)).find((one) => one.id === 'price')?.state).toBe('met');
    await test.time.advance(60_000);
    expect((await ask(test, id, false)).find((one) => one.id === 'price')?.state).toBe('open');
  });
});

describe('what is read again before releasing', () => {
  it.each<[string, (test: KiraDesk) => void, string]>([
    ['offline', (test) => { test.kira.outage = offline; }, 'offline'],
    ['accounts that can\u2019t be read', (test) => { test.refresh.error = appError('rate-limited', 'Too many requests.'); }, 'rate-limited'],
    ['trap 17: an account that is not ready after all', (test) => { test.kira.account = { ...test.kira.account, readiness: 'waiting' }; }, 'prerequisite'],
    ['an account that is gone', (test) => { test.kira.account = { ...test.kira.account, id: 'va-2' }; }, 'not-found'],
    ['a recipient of another user', (test) => { test.kira.account = { ...test.kira.account, userId: 'user-2' }; }, 'prerequisite'],
    ['a recipient that is another one now', (test) => { test.book.set('r1', { ...globex, fields: { ...globex.fields, accountNumber: 'DE89370400440532013000' } }); }, 'prerequisite'],
    ['trap 28: a balance that moved', (test) => { test.kira.account = { ...test.kira.account, balance: money(100, 'USD') }; }, 'insufficient-funds'],
    ['a price that does not add up', (test) => { test.kira.gap = true; }, 'prerequisite'],
    ['trap 26: a price that moved', (test) => { test.kira.previewFee = 3000; }, 'price-changed'],
  ])('stops at %s, leaves the payout ready and wastes no code', async (_name, spoil, wanted) => {
    const test = kiraDesk();
    const { id } = await readyKira(test);
    const code = await mailedCode(test, id);
    spoil(test);
    expect(codeOf(await release(test, id, code))).toBe(wanted);
    await test.time.advance(60_000);
    expect((await shown(test, id)).state).toBe('ready');
    expect([test.kira.sends, test.kira.code]).toEqual([[], code]);
  });

  it('counts what may still leave the account against its balance', async () => {
    const test = kiraDesk();
    test.kira.account = { ...test.kira.account, balance: money(40_000, 'USD') };
    test.kira.fates = ['lost-before'];
    await sentKira(test);
    const other = await readyKira(test, { ...fiatDraft, amountMinor: 20_000, amountText: '200.00' });
    await test.time.advance(60_000);
    expect(codeOf(await release(test, other.id, await mailedCode(test, other.id)))).toBe('insufficient-funds');
  });

  it('refuses the same payout while its twin is unknown, not one to somebody else', async () => {
    const test = kiraDesk();
    test.book.set('r2', { ...globex, id: 'r2', remoteId: 'rec-2', name: 'Acme' });
    test.kira.fates = ['lost-before'];
    await sentKira(test);
    const twin = await readyKira(test);
    const other = await readyKira(test, { ...fiatDraft, payeeId: 'r2' });
    const code = await mailedCode(test, twin.id);
    expect(codeOf(await release(test, twin.id, code))).toBe('already-sent');
    expect(codeOf(await release(test, other.id, code))).toBe('ok');
  });
});

describe('a Kira draft', () => {
  it('takes payee, rail and account over from the book, and is in US dollars', async () => {
    const test = kiraDesk();
    const saved = await shown(test, await save(test, { ...fiatDraft, payeeName: 'typed', customerId: 'c' }));
    expect(saved).toMatchObject({ payeeName: 'Globex GmbH', accountTail: 'DE\u00b7\u00b72051', method: 'swift', fromCurrency: 'USD', toCurrency: 'USD', customerName: 'Northfield LLC', draft: { customerId: null, payeeId: 'r1' } });
  });

  it('has no wallets, no banks, no account look-up', async () => {
    const { handlers } = kiraDesk().desk();
    expect(expectOk(await handlers['wallets.list']({ fresh: true }))).toEqual({ wallets: [], readAt: null });
    expect(expectOk(await handlers['banks.list']({ currency: 'NGN' }))).toEqual({ banks: [], readAt: null });
    expect(expectOk(await handlers['banks.operators']({ currency: 'KES' }))).toEqual({ banks: [], readAt: null });
    expect(codeOf(await handlers['banks.lookup']({ bankId: 'b', accountNumber: '0123456789' }))).toBe('prerequisite');
  });
});

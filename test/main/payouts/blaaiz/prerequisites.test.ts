import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyPayoutDraft, type PayoutDraft } from '../../../../preload/contract/payouts.ts';
import { expectOk, interacDraft, openDesk, type TestDesk } from '../desk.ts';
import { offline } from '../fake-provider.ts';

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => test.close());

const saved = async (draft: PayoutDraft) => expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft })).id;
const ask = async (id: string, fresh: boolean) => expectOk(await test.desk().handlers['payouts.prerequisites']({ id, fresh }));
const states = async (draft: PayoutDraft, fresh = true) => Object.fromEntries((await ask(await saved(draft), fresh)).map(({ id, state }) => [id, state]));

describe('prerequisites', () => {
  it('are all met for a complete payout', async () => {
    expect(await states(interacDraft)).toEqual({ customer: 'met', wallet: 'met', amount: 'met', pair: 'met', payee: 'met', holder: 'met', complete: 'met', price: 'met' });
  });

  it('are open where nothing is filled or known yet', async () => {
    expect(await states({ ...emptyPayoutDraft, reference: 'A' }, false)).toMatchObject({ customer: 'open', wallet: 'open', amount: 'open', pair: 'open', payee: 'open', price: 'open', complete: 'unmet' });
    expect(await states(interacDraft, false)).toMatchObject({ wallet: 'open', pair: 'open', price: 'open' });
  });

  it.each([
    ['customer', () => { test.standing.value = { remoteId: null, state: 'draft', extraChecks: false, name: 'N' }; }, interacDraft],
    ['customer', () => { test.standing.value = { remoteId: 'r', state: 'verified', extraChecks: true, name: 'N' }; }, interacDraft],
    ['wallet', () => { test.provider.balance = 1; }, interacDraft],
    ['amount', () => undefined, { ...interacDraft, amountMinor: 100 }],
    ['pair', () => undefined, { ...interacDraft, method: 'ach' as const }],
    ['payee', () => undefined, { ...interacDraft, details: { email: 'x' } }],
    ['price', () => { test.provider.gap = true; }, interacDraft],
  ])('%s is unmet with a remedy in words', async (id, spoil, draft) => {
    spoil();
    const unmet = (await ask(await saved(draft), true)).find((one) => one.id === id);
    expect(unmet?.state).toBe('unmet');
    expect(unmet?.remedy).toMatch(/\w+ .+\./);
  });

  it('weighs the account holder\u2019s name', async () => {
    const naira: PayoutDraft = { ...interacDraft, toCurrency: 'NGN', method: 'bank_transfer', payeeName: 'Okonjo Textiles', details: { bankId: 'b1', accountNumber: '0261745519' } };
    expect((await states(naira))['holder']).toBe('open');
    expect((await states({ ...naira, holderName: 'OKONJO TEXTILES LTD' }))['holder']).toBe('met');
    expect((await states({ ...naira, holderName: 'ADA OBI' }))['holder']).toBe('unmet');
    expect((await states({ ...naira, holderName: 'ADA OBI', holderAccepted: true }))['holder']).toBe('met');
  });
});

describe('the price', () => {
  it('is the last one of the same question when offline, else the reason why there is none', async () => {
    const id = await saved(interacDraft);
    const read = expectOk(await test.desk().handlers['payouts.price']({ id }));
    test.provider.outage = offline;
    await test.time.advance(60_000);
    expect(expectOk(await test.desk().handlers['payouts.price']({ id }))).toEqual(read);
    const other = await saved({ ...interacDraft, amountMinor: 777 });
    expect(await test.desk().handlers['payouts.price']({ id: other })).toEqual({ ok: false, error: offline });
  });

  it('needs an amount, a wallet and a way', async () => {
    const answer = await test.desk().handlers['payouts.price']({ id: await saved({ ...interacDraft, amountMinor: null }) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'validation' } });
  });
});

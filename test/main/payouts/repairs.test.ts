import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repairSchema, type Repair } from '../../../preload/contract/repairs.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { codeOf, expectOk, get, interacDraft, openDesk, readyPayout, sendRequest, sentPayout, type TestDesk } from './desk.ts';
import { settle } from './fake-time.ts';

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => test.close());

const second = 1000;
const day = 86_400 * second;
const handlers = () => test.desk().handlers;
const repair = async (id: string): Promise<Repair> => repairSchema.parse(expectOk(await handlers()['repairs.get']({ id })));
const say = (payout: Payout, status: Parameters<TestDesk['provider']['setStatus']>[1], reason?: string) => test.provider.setStatus(payout.sent?.merchantReference ?? '', status, reason);
const today = async () => expectOk(await test.desk().today());

const needsYou = async () => expectOk(await handlers()['payouts.list']({ view: 'needs-you', query: '', cursor: null, limit: 9 })).rows.map(({ id }) => id);

/** A payout of 250.00 GBP that left and whose money left the wallet with it. */
async function left(change = {}): Promise<Payout> {
  const sent = await sentPayout(test, { ...interacDraft, ...change });
  test.provider.balance -= 25_000;
  expectOk(await handlers()['wallets.list']({ fresh: true }));
  return sent;
}

async function failed(reason = 'Account closed'): Promise<Payout> {
  const sent = await left();
  say(sent, 'failed', reason);
  await test.time.advance(15 * second);
  return get(test, sent.id);
}

/** Its corrected copy, ready. */
async function copyOf(payout: Payout): Promise<Payout> {
  const copy = expectOk(await handlers()['payouts.clone']({ id: payout.id }));
  const draft = { ...copy.draft, details: { ...copy.draft.details, email: 'new@roy.example.com' } };
  const saved = expectOk(await handlers()['payouts.save']({ id: copy.id, revision: copy.revision, draft }));
  expectOk(await handlers()['payouts.ready']({ id: copy.id, revision: saved.revision }));
  expectOk(await handlers()['payouts.price']({ id: copy.id }));
  return get(test, copy.id);
}

describe('a payout that failed', () => {
  it('becomes a repair in the provider\u2019s words and ours', async () => {
    const payout = await failed();
    const open = await repair(payout.id);
    expect(open).toMatchObject({ kind: 'failed', said: 'Account closed', cause: 'account-closed', field: 'details.email', released: false, returns: 1, closed: null, copyId: null, reference: 'ref-1' });
    expect(open.money).toMatchObject({ owed: { minor: 25_000, currency: 'GBP' }, seen: false, kept: null, why: null });
    expect(await today()).toMatchObject({ repairs: 1 });
    expect(expectOk(await handlers()['repairs.list']({ closed: false })).map(({ payout: { id } }) => id)).toEqual([payout.id]);
  });

  it('sees its money only when the balance rose by it', async () => {
    const payout = await failed();
    expect((await repair(payout.id)).money).toMatchObject({ seen: false });
    test.provider.balance += 24_800;
    expect(expectOk(await handlers()['repairs.checkMoney']({ id: payout.id })).money).toMatchObject({ seen: false, risen: { minor: 24_800 } });
    test.provider.balance += 100;
    const seen = expectOk(await handlers()['repairs.checkMoney']({ id: payout.id }));
    expect(seen).toMatchObject({ released: true, money: { seen: true, kept: { minor: 100, currency: 'GBP' } } });
    expect((await get(test, payout.id)).timeline[0]).toMatchObject({ what: 'Money back in the wallet', detail: expect.stringContaining('kept as a fee') as string });
  });

  it('sees the money by itself when balances are read', async () => {
    const payout = await failed();
    test.provider.balance += 25_000;
    expectOk(await handlers()['wallets.list']({ fresh: true }));
    await today();
    expect((await repair(payout.id)).money.seen).toBe(true);
  });

  it('sees money that was there before the failure was learned', async () => {
    const sent = await left();
    say(sent, 'failed', 'Account closed');
    test.provider.balance += 25_000;
    await test.time.advance(second);
    expectOk(await handlers()['wallets.list']({ fresh: true }));
    await test.time.advance(15 * second);
    expect((await repair(sent.id)).money).toMatchObject({ seen: true, kept: null });
  });

  it('counts what else left the wallet meanwhile', async () => {
    const payout = await failed();
    await left({ amountMinor: 25_000, details: { ...interacDraft.details, email: 'other@roy.example.com' }, reference: 'NS-9' });
    expect((await repair(payout.id)).money).toMatchObject({ seen: false, moved: { minor: expect.any(Number) as number } });
    test.provider.balance += 25_000;
    await test.time.advance(second);
    expect(expectOk(await handlers()['repairs.checkMoney']({ id: payout.id })).money.seen).toBe(true);
  });
});

describe('a corrected copy', () => {
  it('is held until the money is seen back, and then ends the repair', async () => {
    const payout = await failed();
    const copy = await copyOf(payout);
    expect(codeOf(await handlers()['payouts.send'](sendRequest(copy)))).toBe('money-not-back');
    test.provider.balance += 25_000;
    await test.time.advance(second);
    expectOk(await handlers()['payouts.send'](sendRequest(await get(test, copy.id))));
    await test.time.advance(5 * second);
    await settle();
    expect(await repair(payout.id)).toMatchObject({ copyId: copy.id, closed: { by: 'Bursar', reason: 'The corrected copy was accepted.' } });
    expect(await today()).toMatchObject({ repairs: 0 });
  });

  it('goes with a written reason, which is kept', async () => {
    const payout = await failed();
    const copy = await copyOf(payout);
    const reason = 'Blaaiz wrote that it refunds tomorrow.';
    expect(expectOk(await handlers()['repairs.waive']({ id: payout.id, reason }))).toMatchObject({ released: true, waived: { reason, by: 'Femke Osei' }, money: { seen: false } });
    expect(codeOf(await handlers()['payouts.send'](sendRequest(copy)))).toBe('ok');
    expect(codeOf(await handlers()['repairs.waive']({ id: payout.id, reason }))).toBe('conflict');
  });

  it('of a copy waits for the first one\u2019s money too, also when the copy between is thrown away', async () => {
    const payout = await failed();
    const first = expectOk(await handlers()['payouts.clone']({ id: payout.id }));
    const second2 = await copyOf(first);
    expect(codeOf(await handlers()['payouts.send'](sendRequest(second2)))).toBe('money-not-back');
    expectOk(await handlers()['payouts.discard']({ id: first.id }));
    expect(codeOf(await handlers()['payouts.send'](sendRequest(await get(test, second2.id))))).toBe('money-not-back');
  });

  it('is held when the first one went through after all', async () => {
    const payout = await failed();
    const copy = await copyOf(payout);
    say(payout, 'successful');
    expectOk(await handlers()['payouts.check']({ id: payout.id }));
    expect(await get(test, payout.id)).toMatchObject({ state: 'completed' });
    expect(codeOf(await handlers()['payouts.send'](sendRequest(copy)))).toBe('money-not-back');
  });
});

describe('a completed payout', () => {
  const completed = async () => {
    const sent = await left();
    say(sent, 'successful');
    await test.time.advance(15 * second);
    return get(test, sent.id);
  };

  it('that comes back days later becomes a repair, and the second one from an account is counted', async () => {
    const first = await completed();
    say(first, 'failed', 'Beneficiary name mismatch');
    await test.time.advance(3 * day);
    expect(await repair(first.id)).toMatchObject({ kind: 'returned', cause: 'name-mismatch', returns: 1 });
    const again = await failed();
    expect(await repair(again.id)).toMatchObject({ returns: 2 });
  });

  it('that came back while the app was closed is noticed at opening', async () => {
    const payout = await completed();
    await test.time.advance(8 * 3_600_000);
    say(payout, 'returned');
    test.crash();
    await test.time.advance(second);
    expect(await repair(payout.id)).toMatchObject({ kind: 'returned', said: null, cause: 'unknown' });
  });

  it('keeps what was quoted, answered and arrived', async () => {
    const { figures } = await completed();
    expect(figures).toMatchObject({
      quoted: { send: { minor: 25_000 }, totalFees: { minor: 100 }, receive: { minor: 49_800 } }, answered: { send: { minor: 25_000 } }, arrived: { receive: { minor: 49_800, currency: 'CAD' }, gap: null },
    });
  });
});

describe('figures that don\u2019t close', () => {
  it('are a work item until somebody writes what came of it', async () => {
    const sent = await left();
    const entry = [...test.provider.ledger.values()][0];
    if (entry === undefined) throw new Error('Nothing arrived');
    entry.payout = { ...entry.payout, status: 'successful', converted: { minor: 24_000, currency: 'GBP' }, received: { minor: 48_000, currency: 'CAD' } };
    await test.time.advance(15 * second);
    const open = await repair(sent.id);
    expect(open).toMatchObject({ kind: 'sum', cause: 'sum', money: { owed: null, seen: null }, released: true });
    expect(open.sums).toEqual(['The figures of Blaaiz do not add up at the end: 250.00 GBP \u2212 1.00 GBP is 249.00 GBP, not 240.00 GBP: 9.00 GBP is missing.', 'Arrives: 498.00 CAD quoted at release, 480.00 CAD at the end.']);
    expect((await today()).needsYou).toMatchObject([{ kind: 'sum', payout: { id: sent.id } }]);
    await test.time.advance(2 * day);
    expectOk(await handlers()['repairs.close']({ id: sent.id, reason: 'Blaaiz credits the difference.' }));
    await test.time.advance(2 * day);
    expect(await today()).toMatchObject({ repairs: 0, needsYou: [] });
    expect(expectOk(await handlers()['repairs.list']({ closed: true }))).toMatchObject([{ kind: 'sum', closed: { by: 'Femke Osei', reason: 'Blaaiz credits the difference.' } }]);
    expect(codeOf(await handlers()['repairs.close']({ id: sent.id, reason: 'Blaaiz credits the difference.' }))).toBe('conflict');
  });
});

describe('a repair', () => {
  it('put away asks for nobody any more, and its copy still waits', async () => {
    const payout = await failed();
    expect(await needsYou()).toEqual([payout.id]);
    expectOk(await handlers()['repairs.close']({ id: payout.id, reason: 'Paid in cash instead.' }));
    expect(await today()).toMatchObject({ repairs: 0, needsYou: [] });
    expect([await needsYou(), (await get(test, payout.id)).needsPerson]).toEqual([[], false]);
    expect(codeOf(await handlers()['payouts.send'](sendRequest(await copyOf(payout))))).toBe('money-not-back');
  });

  it('is opened for payouts that failed before there were repairs', async () => {
    const payout = await failed('Name does not match');
    test.db().run('DELETE FROM repairs', []);
    test.crash();
    expect(await repair(payout.id)).toMatchObject({ kind: 'failed', said: 'Name does not match', cause: 'name-mismatch' });
  });

  it('says both balances when a wallet got too small', async () => {
    const ready = await readyPayout(test);
    expectOk(await handlers()['wallets.list']({ fresh: true }));
    test.provider.balance = 2_000;
    const sent = await handlers()['payouts.send'](sendRequest(ready));
    expect(sent).toMatchObject({ ok: false, error: { code: 'insufficient-funds', fields: [{ path: 'balance', message: 'Balance: 10,000.00 GBP before, 20.00 GBP now' }] } });
  });
});

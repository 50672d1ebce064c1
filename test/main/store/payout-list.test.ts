import { beforeEach, describe, expect, it } from 'vitest';
import { emptyPayoutDraft, needsPersonStates, payoutStates, payoutViews, statesOfView, type PayoutDraft, type PayoutState } from '../../../preload/contract/payouts.ts';
import type { Database } from '../../../main/store/database.ts';
import { createPayoutLists, type PayoutLists } from '../../../main/store/payout-list.ts';
import { newPayoutRecord, type PayoutRecord } from '../../../main/store/payout-record.ts';
import { createPayoutRows, type Payouts } from '../../../main/store/payouts.ts';
import { createRepairs } from '../../../main/store/repairs.ts';
import { seedPayouts } from '../../bench/seed-payouts.ts';
import { memoryStore } from './open.ts';

let db: Database;
let rows: Payouts;
let lists: PayoutLists;
beforeEach(() => {
  db = memoryStore();
  rows = createPayoutRows(db, 'p');
  lists = createPayoutLists(db, 'p', 'blaaiz');
});

const add = (id: string, state: PayoutState, at: number, draft: Partial<PayoutDraft> = {}, more: Partial<PayoutRecord> = {}) => {
  const whole = { ...emptyPayoutDraft, fromCurrency: 'GBP' as const, amountMinor: 1_00, ...draft };
  rows.insert({ ...newPayoutRecord(id, whole, 'Northgate Studio', at), state, ...more });
};
const ids = (view: Parameters<PayoutLists['page']>[0] = 'all', query = '') => lists.page(view, query, null, 100).rows.map(({ id }) => id);

describe('the list', () => {
  it('shows those that need a person first, by kind, then the newest change', () => {
    add('old', 'completed', 1);
    add('new', 'draft', 9);
    add('returned', 'returned', 3);
    add('unknown', 'unknown', 2);
    add('failed', 'failed', 5);
    add('refused', 'refused', 4);
    add('expired', 'deposit_expired', 1);
    add('settled', 'refused', 6, {}, { clonedTo: 'new' });
    expect(ids()).toEqual(['unknown', 'expired', 'refused', 'failed', 'returned', 'new', 'settled', 'old']);
    expect(ids('needs-you')).toEqual(['unknown', 'expired', 'refused', 'failed', 'returned']);
    expect([ids('drafts'), ids('done'), ids('on-the-way')]).toEqual([['new'], ['old'], []]);
    expect(lists.counts('all', '')).toMatchObject({ rows: 8, indexOfOthers: 5, counts: { all: 8, 'needs-you': 5, drafts: 1, 'on-the-way': 0, done: 1 } });
  });

  it('puts every state on the tab and in the order that the contract names', () => {
    for (const state of payoutStates) add(state, state, 1);
    expect(ids('needs-you')).toEqual(needsPersonStates);
    for (const view of payoutViews) expect([view, ids(view).toSorted()]).toEqual([view, statesOfView[view].toSorted()]);
  });

  it('counts a deposit that is awaited as on its way, and one that ran out as settled once a clone took over', () => {
    add('awaited', 'awaiting_deposit', 1);
    add('expired', 'deposit_expired', 2);
    add('replaced', 'deposit_expired', 3, {}, { clonedTo: 'awaited' });
    expect([ids('on-the-way'), ids('needs-you')]).toEqual([['awaited'], ['expired']]);
    expect(db.all('SELECT id, tab, rank FROM payouts ORDER BY id')).toEqual([
      { id: 'awaited', tab: 'on-the-way', rank: 9 }, { id: 'expired', tab: 'needs-you', rank: 1 }, { id: 'replaced', tab: 'settled', rank: 9 },
    ]);
  });

  it('leaves out a failed payout whose repair was put away, until it is opened again', () => {
    add('failed', 'failed', 1);
    add('expired', 'deposit_expired', 2);
    const facts = { said: null, sums: [], owed: null, fees: null, before: null, beforeAt: null, why: null, credited: null, now: null, nowAt: null };
    const repair = (payoutId: string, closed: boolean) => {
      createRepairs(db, 'p').put({ payoutId, kind: 'failed', openedAt: 1, accountKey: '', facts, seenAt: null, waived: null, closed: closed ? { reason: 'Paid in cash.', by: 'me', at: 2 } : null });
    };
    const shown = () => [ids('needs-you'), lists.counts('all', '').counts['needs-you'], lists.counts('all', 'northgate').counts['needs-you'], lists.row('failed')?.needsPerson];
    repair('failed', false);
    expect(shown()).toEqual([['expired', 'failed'], 2, 2, true]);
    repair('failed', true);
    repair('expired', true);
    expect(shown()).toEqual([['expired'], 1, 1, false]);
    const failed = rows.get('failed');
    expect(failed && rows.update({ ...failed, updatedAt: 9 }, 'failed')).toBe(true);
    expect(shown()).toEqual([['expired'], 1, 1, false]);
    repair('failed', false);
    expect(shown()).toEqual([['expired', 'failed'], 2, 2, true]);
  });

  it('says which provider its payouts go through', () => {
    add('x', 'draft', 1);
    expect([lists.row('x')?.provider, createPayoutLists(db, 'p', 'kira').page('all', '', null, 9).rows[0]?.provider]).toEqual(['blaaiz', 'kira']);
  });

  it('pages through everything once, also where times are equal', () => {
    for (let index = 0; index < 25; index += 1) add(`p${String(index).padStart(2, '0')}`, index % 5 === 0 ? 'unknown' : 'completed', Math.floor(index / 3));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = lists.page('all', '', cursor, 4);
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(ids());
    expect(new Set(seen).size).toBe(25);
  });

  it('adds up each tab and currency, through every change', () => {
    add('a', 'draft', 1, { amountMinor: 240_000 });
    add('b', 'completed', 2, { fromCurrency: 'EUR', amountMinor: 500 });
    add('c', 'completed', 3, { amountMinor: 1 });
    add('d', 'draft', 4, { amountMinor: null });
    expect(lists.counts('all', '').totals).toEqual([{ minor: 500, currency: 'EUR' }, { minor: 240_001, currency: 'GBP' }]);
    const draft = rows.get('a');
    if (draft) rows.update({ ...draft, draft: { ...draft.draft, amountMinor: 100, fromCurrency: 'USD' } }, 'draft');
    rows.remove('d');
    const done = rows.get('c');
    if (done) rows.update({ ...done, state: 'returned' }, 'completed');
    expect(lists.counts('drafts', '')).toMatchObject({ rows: 1, totals: [{ minor: 100, currency: 'USD' }] });
    expect(lists.counts('done', '').totals).toEqual([{ minor: 500, currency: 'EUR' }]);
    expect(lists.counts('needs-you', '').totals).toEqual([{ minor: 1, currency: 'GBP' }]);
    const sums = db.all('SELECT tab, send_currency AS currency, count(*) AS payouts, ifnull(sum(send_minor), 0) AS minor FROM payouts GROUP BY 1, 2 ORDER BY 1, 2');
    expect(db.all("SELECT tab, currency, payouts, minor FROM payout_totals WHERE payouts > 0 ORDER BY 1, 2")).toEqual(sums);
  });

  it.each([
    'okonjo', 'OKONJO text', 't\u00e9xtiles', 'an-0031', 'northgate', '2400', '2,400', '2,400.00', '2.400,00', '2,400.00 GBP', '5519', '0261 7455 19', 'gbp okonjo',
  ])('finds a payout by "%s"', (query) => {
    add('x', 'completed', 1, { payeeName: 'Ok\u00f3njo Textiles', reference: 'AN-0031', amountMinor: 240_000, toCurrency: 'NGN', details: { bankId: 'b', accountNumber: '0261745519' } });
    add('y', 'completed', 2, { payeeName: 'Halima Yusuf', reference: 'AB-7', amountMinor: 31_000 }, { customerName: 'Adaeze Nwosu' });
    expect(ids('all', query)).toEqual(['x']);
    expect(ids('done', query)).toEqual(['x']);
    expect(lists.counts('all', query)).toMatchObject({ rows: 1, totals: [{ minor: 240_000, currency: 'GBP' }] });
    expect(ids('drafts', query)).toEqual([]);
  });

  it('treats signs of the query language as plain text', () => {
    add('x', 'completed', 1, { payeeName: '50% "Off" Ltd_' });
    expect(ids('all', '%')).toEqual(['x']);
    expect(ids('all', '"off"')).toEqual(['x']);
    expect(ids('all', '_')).toEqual(['x']);
    expect(ids('all', "'; drop table payouts")).toEqual([]);
  });

  it('is empty for another profile', () => {
    add('x', 'completed', 1);
    const other = createPayoutLists(db, 'q', 'kira');
    expect(other.page('all', '', null, 10).rows).toEqual([]);
    expect(other.counts('all', '').rows).toBe(0);
    expect(other.row('x')).toBeNull();
  });

  it('never scans the table', () => {
    seedPayouts(db, 'p', 500, 1_000_000_000);
    const planOf = (act: () => void): string[] => {
      const plans: string[] = [];
      const spied = new Proxy(db, { get: (target, name) => (name === 'all' || name === 'get' ? (sql: string, params: readonly string[]) => {
        plans.push(...target.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params).map(({ detail }) => detail));
        return target[name](sql, params);
      } : Reflect.get(target, name)) });
      lists = createPayoutLists(spied, 'p', 'blaaiz');
      rows = createPayoutRows(spied, 'p');
      act();
      return plans;
    };
    const plans = planOf(() => {
      for (const query of ['', 'okonjo 2400']) {
        lists.page('all', query, null, 50);
        lists.page('done', query, '9.-5.x', 50);
        lists.counts('all', query);
      }
      rows.nextDue();
      rows.due(5, 10);
      rows.leaving(5);
      rows.sameInFlight(newPayoutRecord('x', { ...emptyPayoutDraft, customerId: 'c', fromCurrency: 'GBP', amountMinor: 1, details: { iban: 'DE89370400440532013000' } }, '', 1));
      rows.watched(5);
      rows.awaitingDeposits();
      rows.inStates(['sending']);
      rows.mayLeave(['sending', 'unknown']);
    });
    expect(plans.length).toBeGreaterThan(10);
    expect(plans.filter((line) => line.startsWith('SCAN') && !/SCAN \(?subquery/i.test(line))).toEqual([]);
    expect(plans.filter((line) => line.includes('payouts_all'))).not.toEqual([]);
  });
});

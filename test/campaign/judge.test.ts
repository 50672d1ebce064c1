import { expect, test } from 'vitest';
import { isClean, judge, type Debit, type Evidence, type ShownIntent } from './judge.ts';

const intent = (reference: string, state: ShownIntent['state'] = 'accepted'): ShownIntent => ({ id: `id of ${reference}`, reference, state, left: { key: `key of ${reference}`, sha256: 'aa' } });
const debit = (reference: string, id = `debit of ${reference}`): Debit => ({ id, reference });
const evidence = (more: Partial<Evidence>): Evidence => ({ promised: [], shown: [], debits: [], arrivals: [], audit: 'holds', ...more });
const counts = (more: Partial<Evidence>) => {
  const { sentTwice, lost, unresolved } = judge(evidence(more));
  return [sentTwice.length, lost.length, unresolved.length];
};

test('finds nothing where each debit has its payout and each payout its debit', () => {
  const verdict = judge(evidence({
    promised: ['id of A', 'id of B', 'id of C'], shown: [intent('A'), intent('B', 'completed'), intent('C', 'refused'), intent('D', 'draft')], debits: [debit('A'), debit('B')],
    arrivals: [{ key: 'key of A', reference: 'A', sha256: 'aa' }],
  }));
  expect([verdict, isClean(verdict)]).toEqual([{ sentTwice: [], lost: [], unresolved: [] }, true]);
});

test('finds a double debit', () => {
  expect(counts({ shown: [intent('A')], debits: [debit('A', '1'), debit('A', '2')] })).toEqual([1, 0, 0]);
  expect(isClean(judge(evidence({ shown: [intent('A')], debits: [debit('A', '1'), debit('A', '2')] })))).toBe(false);
});

test('finds a payout that was saved and is gone', () => {
  expect(counts({ promised: ['id of A', 'id of B'], shown: [intent('A', 'draft')] })).toEqual([0, 1, 0]);
});

test('finds a debit without a payout', () => {
  expect(counts({ shown: [intent('A')], debits: [debit('A'), debit('B')] })).toEqual([0, 1, 0]);
});

test.each(['draft', 'ready', 'refused'] as const)('finds a debit whose payout is shown as %s', (state) => {
  expect(counts({ shown: [intent('A', state)], debits: [debit('A')] })).toEqual([0, 1, 0]);
});

test('finds a payout that is shown as sent and never left', () => {
  expect(counts({ shown: [intent('A', 'processing')] })).toEqual([0, 1, 0]);
});

test('takes a draft beside the payout it was copied to for no harm', () => {
  expect(counts({ shown: [intent('A', 'draft'), intent('A')], debits: [debit('A')] })).toEqual([0, 0, 0]);
});

test.each(['queued', 'sending', 'unknown'] as const)('finds a payout that stays %s', (state) => {
  expect(counts({ shown: [intent('A', state)] })).toEqual([0, 0, 1]);
});

test('finds bytes that aren\u2019t the stored ones, and a second sending with others', () => {
  const arrival = (key: string, sha256: string) => ({ key, reference: 'A', sha256 });
  expect(counts({ shown: [intent('A')], debits: [debit('A')], arrivals: [arrival('key of A', 'bb')] })).toEqual([0, 1, 0]);
  expect(counts({ arrivals: [arrival('k', 'aa'), arrival('k', 'aa')] })).toEqual([0, 0, 0]);
  expect(counts({ arrivals: [arrival('k', 'aa'), arrival('k', 'bb')] })).toEqual([0, 1, 0]);
});

test('finds an audit log that doesn\u2019t hold', () => {
  expect([counts({ audit: 'broken' }), counts({ audit: 'unanchored' })]).toEqual([[0, 1, 0], [0, 0, 0]]);
});

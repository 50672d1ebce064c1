import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fateOf, mayFollow } from '../../../../../main/sandbox/kira/payouts/machine.ts';

const ranks = { created: 0, pending: 1, processing: 2, completed: 3, returned: 4 } as const;
const states = ['created', 'pending', 'in_review', 'kyt_pending', 'processing', 'completed', 'failed', 'returned', 'cancelled'];

describe('the states of a payout', () => {
  it('never go backwards', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(ranks)), fc.constantFrom(...Object.keys(ranks)), (from, to) => {
      const forwards = ranks[from as keyof typeof ranks] < ranks[to as keyof typeof ranks];
      if (mayFollow(from, to)) expect(forwards).toBe(true);
    }));
  });

  it('trap 18: completed may still fail or be returned, and nothing else', () => {
    expect(states.filter((to) => mayFollow('completed', to))).toEqual(['failed', 'returned']);
  });

  it.each(['failed', 'returned', 'cancelled'])('%s is the end', (from) => {
    expect([...states, 'lost_at_sea'].filter((to) => mayFollow(from, to))).toEqual([]);
  });

  it('a hold goes back to where it came from', () => {
    expect(['pending', 'processing', 'failed'].every((to) => mayFollow('in_review', to))).toBe(true);
    expect(mayFollow('in_review', 'created')).toBe(false);
  });

  it('words that nobody knows may come and go', () => { expect([mayFollow('pending', 'lost_at_sea'), mayFollow('lost_at_sea', 'completed')]).toEqual([true, true]); });
});

it.each([
  [10_002, 'fiat', 'held-approved'], [10_003, 'fiat', 'held-rejected'], [10_004, 'fiat', 'failed'], [10_005, 'crypto', 'returned'], [10_006, 'fiat', 'stuck'],
  [10_051, 'crypto', 'partial'], [10_052, 'crypto', 'wrong-token'], [10_053, 'crypto', 'expired'], [10_054, 'crypto', 'funded'], [10_051, 'fiat', 'good'], [10_050, 'crypto', 'good'],
] as const)('the fate of %i cents in %s is %s', (amount, mode, fate) => { expect(fateOf({ amount, mode })).toBe(fate); });

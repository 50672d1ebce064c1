import type { AwayChange } from '../../preload/contract/away.ts';
import type { Stake } from '../payouts/stakes.ts';
import type { Picture } from './picture.ts';
import type { AwayDeps } from './ports.ts';
import type { Answers } from './read.ts';
import type { Spell } from './spell.ts';

/** What is compared: the spell, the picture before and now, and what was answered. */
export type Compared = { readonly deps: AwayDeps; readonly spell: Spell; readonly before: Picture; readonly now: Picture; readonly answers: Answers };
/** One comparison: null when both are the same. */
export type Comparison = AwayChange | null;

/** A payout as a change names it. */
export const named = ({ id, name }: Pick<Stake, 'id' | 'name'>): AwayChange['payouts'][number] => ({ id, name });

/** Pairs what waited before with what it is now; what was sent, edited or thrown away meanwhile is left out. */
export function pairs({ before, now }: Compared): readonly (readonly [Stake, Stake])[] {
  return before.stakes.flatMap((stake) => {
    const same = now.stakes.find(({ id, question, walletId, customerId }) => id === stake.id && question === stake.question && walletId === stake.walletId && customerId === stake.customerId);
    return same === undefined ? [] : [[stake, same] as const];
  });
}

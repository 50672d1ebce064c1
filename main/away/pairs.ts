import type { AwayChange } from '../../preload/contract/away.ts';
import type { Stake } from '../payouts/stakes.ts';
import type { Picture } from './picture.ts';
import type { AwayDeps } from './ports.ts';
import type { Answers } from './questions.ts';
import type { Spell } from './spell.ts';

/** What is compared: the spell, the picture before and now, and what was answered. */
export type Compared = { readonly deps: AwayDeps; readonly spell: Spell; readonly before: Picture; readonly now: Picture; readonly answers: Answers };
/** A change as it is found, with every payout that it touches. */
export type Change = Omit<AwayChange, 'more'>;
/** One comparison: null when both are the same. */
export type Comparison = Change | null;

/** A payout as a change names it. */
export const named = ({ id, name }: Pick<Stake, 'id' | 'name'>): AwayChange['payouts'][number] => ({ id, name });

/** Pairs what waited before with what it is now; what was sent, edited or thrown away meanwhile is left out. */
export function pairs({ before, now }: Pick<Compared, 'before' | 'now'>): readonly (readonly [Stake, Stake])[] {
  const byId = new Map(now.stakes.map((stake) => [stake.id, stake]));
  return before.stakes.flatMap((stake) => {
    const same = byId.get(stake.id);
    return same?.question === stake.question && same.walletId === stake.walletId && same.customerId === stake.customerId ? [[stake, same] as const] : [];
  });
}

import type { LimitLine } from '../../preload/contract/limits.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { Moving, Stake, StakesDesk } from '../payouts/stakes.ts';

/** A wallet or account that something waits for, as last read. */
export type Purse = { readonly id: string; readonly name: string; readonly balance: Money | null; readonly readAt: number };

/** What everything that waits to be released assumes, at one moment; plain JSON. */
export type Picture = {
  readonly at: number;
  readonly purses: readonly Purse[];
  readonly stakes: readonly Stake[];
  readonly moving: readonly Moving[];
};

/** How the limits stood for each payout that waited, by payout. */
export type LimitPicture = Readonly<Record<string, readonly LimitLine[]>>;

/** Takes the picture from what is kept; asks nobody. */
export function takePicture(desk: StakesDesk, now: number): Picture {
  const stakes = desk.waiting();
  return { at: now, stakes, purses: pursesOf(desk, stakes), moving: desk.moving() };
}

/** The first assumption counts; what was drafted since adds its own. */
export function together(first: Picture | null, later: Picture): Picture {
  if (first === null) return later;
  const add = <T extends { readonly id: string }>(known: readonly T[], more: readonly T[]) => [...new Map([...more, ...known].map((one) => [one.id, one])).values()];
  return { at: first.at, purses: add(first.purses, later.purses), stakes: add(first.stakes, later.stakes), moving: add(first.moving, later.moving) };
}

/** The wallets or accounts that these payouts wait for, as last read. */
export function pursesOf(desk: StakesDesk, stakes: readonly Stake[]): readonly Purse[] {
  const first = new Map(stakes.flatMap((stake) => (stake.walletId === null ? [] : [[stake.walletId, stake] as const])));
  return [...first].flatMap(([id, stake]) => {
    const known = desk.balance(id);
    return known === null ? [] : [{ id, name: purseName(desk, known.balance, stake), balance: known.balance, readAt: known.readAt }];
  });
}

function purseName({ purse }: StakesDesk, balance: Money | null, { sender }: Stake): string {
  if (purse === 'account') return sender === '' ? 'The account' : `Account of ${sender}`;
  return balance === null ? 'The wallet' : `${balance.currency} wallet`;
}

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

/** The most payouts that are looked at of those that wait, and of those on their way. */
const mostWaiting = 120;
const mostMoving = 60;
const mostLimits = 40;

/** Takes the picture from what is kept; asks nobody. */
export function takePicture(desk: StakesDesk, now: number): Picture {
  const stakes = desk.waiting(mostWaiting);
  return { at: now, stakes, purses: pursesOf(desk, stakes), moving: desk.moving(mostMoving) };
}

/** Notes how the limits stand, before a spell. */
export function limitPicture(desk: StakesDesk): LimitPicture {
  return Object.fromEntries(desk.waiting(mostLimits).map(({ id }) => [id, desk.limits(id)]));
}

/** The first assumption counts; what was drafted since adds its own. */
export function together(first: Picture | null, later: Picture): Picture {
  if (first === null) return later;
  const add = <T extends { readonly id: string }>(known: readonly T[], more: readonly T[]) => [...known, ...more.filter(({ id }) => !known.some((one) => one.id === id))];
  return { at: first.at, purses: add(first.purses, later.purses), stakes: add(first.stakes, later.stakes), moving: add(first.moving, later.moving) };
}

function pursesOf(desk: StakesDesk, stakes: readonly Stake[]): Purse[] {
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

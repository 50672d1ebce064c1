import type { AppError, ErrorCode } from '../../preload/contract/errors.ts';
import type { Price } from '../../preload/contract/payouts.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Stake } from '../payouts/stakes.ts';
import type { Picture } from './picture.ts';
import type { AwayDeps, KeptDocument } from './ports.ts';

/** What has been read of a spell so far; a reading goes on where the last one stopped. `answered` and `tried` hold {@link keys}; `refused` are prices that
 *  the provider answered with a no. */
export type Answers = {
  readonly answered: Set<string>;
  readonly tried: Set<string>;
  readonly documents: Map<string, KeptDocument>;
  readonly prices: Map<string, Price>;
  readonly refused: Map<string, AppError>;
};

/** Nothing read yet. */
export function noAnswers(): Answers {
  return { answered: new Set(), tried: new Set(), documents: new Map(), prices: new Map(), refused: new Map() };
}

/** What each thing that is read is known by. */
export const keys = {
  balances: 'balances', recipients: 'recipients',
  customer: (id: string) => `customer ${id}`, price: (question: string) => `price ${question}`, status: (id: string) => `status ${id}`,
} as const;

/** One thing to ask the provider; `names` are what it is about, in words. Payouts that share it ask it once. */
export type Question = { readonly key: string; readonly names: readonly string[]; readonly ask: () => Promise<Result<unknown, AppError>> };

/** Everything there is to ask about a picture: balances and recipients whole, each customer, each price, each payout on its way. */
export function questionsOf(deps: AwayDeps, before: Picture, answers: Answers): readonly Question[] {
  const { refreshRecipients } = deps;
  return [
    { key: keys.balances, names: before.purses.map(({ name }) => `Balance: ${name}`), ask: () => deps.stakes.readBalances() },
    ...(refreshRecipients === null ? [] : [{ key: keys.recipients, names: ['The recipients'], ask: refreshRecipients }]),
    ...customers(deps, before), ...prices(deps, before, answers),
    ...before.moving.map(({ id, name }) => ({ key: keys.status(id), names: [`Status: ${name}`], ask: () => deps.stakes.follow(id) })),
  ];
}

function customers({ refreshCustomer }: AwayDeps, { stakes }: Picture): readonly Question[] {
  if (refreshCustomer === null) return [];
  const known = new Map(stakes.flatMap(({ customerId, sender }) => (customerId === null ? [] : [[customerId, sender] as const])));
  return [...known].map(([id, sender]) => ({ key: keys.customer(id), names: [`Customer: ${sender}`], ask: () => refreshCustomer(id) }));
}

function prices(deps: AwayDeps, { stakes }: Picture, answers: Answers): readonly Question[] {
  const known = Map.groupBy(stakes.filter(({ price }) => price !== null), ({ question }) => question ?? '');
  return [...known].filter(([question]) => question !== '').map(([question, asking]) => ({
    key: keys.price(question), names: asking.map(({ name }) => `Price: ${name}`), ask: () => priced(deps, answers, question, asking),
  }));
}

/** Asks for one of the payouts that share a question: some may have been edited or thrown away since. */
async function priced({ stakes }: AwayDeps, { prices: found, refused }: Answers, question: string, asking: readonly Stake[]): Promise<Result<unknown, AppError>> {
  for (const { id } of asking) {
    const price = await stakes.price(id, question);
    if (price?.ok) found.set(question, price.value);
    else if (price !== null && isAnswer(price)) refused.set(question, price.error);
    if (price !== null) return price;
  }
  return ok(null);
}

/** Whether nothing that a payout assumes is still to be asked. */
export function isCompared({ customerId, question, price }: Stake, answered: ReadonlySet<string>, { refreshCustomer, refreshRecipients }: AwayDeps): boolean {
  return [
    keys.balances, ...(refreshRecipients === null ? [] : [keys.recipients]),
    ...(refreshCustomer === null || customerId === null ? [] : [keys.customer(customerId)]), ...(question === null || price === null ? [] : [keys.price(question)]),
  ].every((key) => answered.has(key));
}

const outOfReach: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'tls', 'rate-limited', 'provider-down', 'provider-unreadable', 'not-set-up', 'signed-out', 'locked', 'storage']);

/** Whether it was answered, be it with a no. */
export function isAnswer(read: Result<unknown, AppError>): boolean {
  return read.ok || !outOfReach.has(read.error.code);
}

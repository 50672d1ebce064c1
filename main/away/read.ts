import type { AppError, ErrorCode } from '../../preload/contract/errors.ts';
import type { Price } from '../../preload/contract/payouts.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Picture } from './picture.ts';
import type { AwayDeps, KeptDocument } from './ports.ts';

/** What has been read of a spell so far; a reading goes on where the last one stopped. `refused` are questions that the provider answered with a no. */
export type Answers = {
  balances: boolean;
  recipients: boolean;
  readonly customers: Set<string>;
  readonly documents: Map<string, KeptDocument>;
  readonly prices: Map<string, Price>;
  readonly refused: Map<string, AppError>;
  readonly followed: Set<string>;
};

/** Nothing read yet. */
export function noAnswers(): Answers {
  return { balances: false, recipients: false, customers: new Set(), documents: new Map(), prices: new Map(), refused: new Map(), followed: new Set() };
}

/** The most that is asked in one go of each kind, so that the provider's budget (Blaaiz guide: 100 requests a minute) is left for people. */
const perPass = { customers: 12, prices: 24, moving: 12 } as const;

/** Asks for everything that hasn't been answered, some dozens of questions at most; gives the names of what is still unread. Stops early when `alive`
 *  says so. */
export async function readOn(deps: AwayDeps, before: Picture, answers: Answers, alive: () => boolean): Promise<string[]> {
  const startedAt = deps.clock();
  const pass: Pass = { deps, before, answers, alive };
  if (!answers.balances) {
    await deps.stakes.readBalances();
    if (!alive()) return [];
    // What was read and isn't listed any more is an answer too.
    answers.balances = before.purses.every(({ id }) => (deps.stakes.balance(id)?.readAt ?? startedAt) >= startedAt);
  }
  await readDocuments(pass);
  await readCustomers(pass);
  await readRecipients(pass);
  await readPrices(pass);
  await readMoving(pass);
  return unreadOf(pass);
}

type Pass = { readonly deps: AwayDeps; readonly before: Picture; readonly answers: Answers; readonly alive: () => boolean };

const customersOf = ({ stakes }: Picture) => new Set(stakes.flatMap(({ customerId }) => customerId ?? []));
const questionsOf = ({ stakes }: Picture) => new Map(stakes.flatMap((stake) => (stake.price === null || stake.question === null ? [] : [[stake.question, stake] as const])));

async function readDocuments({ deps, before, answers, alive }: Pass): Promise<void> {
  for (const id of customersOf(before)) {
    const document = alive() ? await deps.documentOf(id) : null;
    if (document !== null) answers.documents.set(id, document);
  }
}

async function readCustomers({ deps, before, answers, alive }: Pass): Promise<void> {
  if (deps.refreshCustomer === null) return;
  const open = [...customersOf(before)].filter((id) => !answers.customers.has(id)).slice(0, perPass.customers);
  for (const id of open) {
    if (!alive()) return;
    const read = await deps.refreshCustomer(id);
    if (settled(read)) answers.customers.add(id);
    else if (isSlowDown(read)) return;
  }
}

async function readRecipients({ deps, answers, alive }: Pass): Promise<void> {
  if (deps.refreshRecipients === null || answers.recipients || !alive()) return;
  answers.recipients = (await deps.refreshRecipients()).ok;
}

async function readPrices({ deps, before, answers, alive }: Pass): Promise<void> {
  const open = [...questionsOf(before)].filter(([question]) => !answers.prices.has(question) && !answers.refused.has(question)).slice(0, perPass.prices);
  for (const [question, { id }] of open) {
    if (!alive()) return;
    const price = await deps.stakes.price(id);
    if (price.ok) answers.prices.set(question, price.value);
    else if (settled(price)) answers.refused.set(question, price.error);
    else if (isSlowDown(price)) return;
  }
}

async function readMoving({ deps, before, answers, alive }: Pass): Promise<void> {
  const open = before.moving.filter(({ id }) => !answers.followed.has(id)).slice(0, perPass.moving);
  for (const { id } of open) {
    if (!alive()) return;
    const read = await deps.stakes.follow(id);
    if (settled(read)) answers.followed.add(id);
    else if (isSlowDown(read)) return;
  }
}

const outOfReach: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'tls', 'rate-limited', 'provider-down', 'provider-unreadable', 'not-set-up', 'signed-out', 'locked', 'storage']);

/** Whether it was answered, be it with a no. */
function settled(read: Result<unknown, AppError>): boolean {
  return read.ok || !outOfReach.has(read.error.code);
}

function isSlowDown(read: Result<unknown, AppError>): boolean {
  return !read.ok && (read.error.code === 'rate-limited' || read.error.code === 'offline');
}

/** The most names the sheet gives; the last says how many more. */
const mostNames = 50;

function unreadOf({ deps, before, answers }: Pass): string[] {
  const customers = deps.refreshCustomer === null ? [] : before.stakes.filter(({ customerId }) => customerId !== null && !answers.customers.has(customerId));
  const names = [...new Set([
    ...(answers.balances ? [] : before.purses.map(({ name }) => `Balance: ${name}`)),
    ...customers.map(({ sender }) => `Customer: ${sender}`),
    ...(deps.refreshRecipients !== null && !answers.recipients ? ['The recipients'] : []),
    ...[...questionsOf(before)].filter(([question]) => !answers.prices.has(question) && !answers.refused.has(question)).map(([, { name }]) => `Price: ${name}`),
    ...before.moving.filter(({ id }) => !answers.followed.has(id)).map(({ name }) => `Status: ${name}`),
  ])];
  return names.length <= mostNames ? names : [...names.slice(0, mostNames - 1), `${names.length - mostNames + 1} more`];
}

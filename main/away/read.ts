import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Picture } from './picture.ts';
import type { AwayDeps } from './ports.ts';
import { isAnswer, keys, questionsOf, type Answers, type Question } from './questions.ts';

/** How many things of how many are answered. */
export type Progress = { readonly answered: number; readonly total: number };
/** Who follows a pass: `alive` stops it early, `tell` hears after each question. */
export type Listener = { readonly alive: () => boolean; readonly tell: (progress: Progress) => void };

/** The most that is asked in one pass, so that the provider's budget (Blaaiz guide: 100 requests a minute) is left for people. */
const perPass = 48;

/** Asks for some dozens of what hasn't been answered, first what was never asked, and gives the names of what is still unread. Stops early when nobody
 *  follows any more or the provider asks for less. */
export async function readOn(deps: AwayDeps, before: Picture, answers: Answers, { alive, tell }: Listener): Promise<Progress & { readonly unread: string[] }> {
  await readDocuments(deps, before, answers, alive);
  const questions = questionsOf(deps, before, answers);
  const open = questions.filter(({ key }) => !answers.answered.has(key));
  const progress = () => ({ answered: questions.filter(({ key }) => answers.answered.has(key)).length, total: questions.length });
  const untried = open.filter(({ key }) => !answers.tried.has(key));
  for (const question of [...untried, ...open.filter(({ key }) => answers.tried.has(key))].slice(0, perPass)) {
    if (alive()) tell(progress());
    if (!alive() || await asksForLess(deps, before, answers, question)) break;
  }
  return { ...progress(), unread: namesOf(questions.filter(({ key }) => !answers.answered.has(key))) };
}

async function readDocuments(deps: AwayDeps, { stakes }: Picture, answers: Answers, alive: () => boolean): Promise<void> {
  for (const id of new Set(stakes.flatMap(({ customerId }) => customerId ?? []))) {
    const document = alive() ? await deps.documentOf(id) : null;
    if (document !== null) answers.documents.set(id, document);
  }
}

async function asksForLess(deps: AwayDeps, before: Picture, { answered, tried }: Answers, { key, ask }: Question): Promise<boolean> {
  const startedAt = deps.clock();
  const read = await ask();
  tried.add(key);
  if (key === keys.balances ? areRead(deps, before, startedAt) : isAnswer(read)) answered.add(key);
  return isSlowDown(read);
}

/** What was read and isn't listed any more is an answer too. */
function areRead({ stakes }: AwayDeps, { purses }: Picture, since: number): boolean {
  return purses.every(({ id }) => (stakes.balance(id)?.readAt ?? since) >= since);
}

function isSlowDown(read: Result<unknown, AppError>): boolean {
  return !read.ok && (read.error.code === 'rate-limited' || read.error.code === 'offline');
}

/** The most names the sheet gives; the last says how many more. */
const mostNames = 50;

function namesOf(unread: readonly Question[]): string[] {
  const names = [...new Set(unread.flatMap((question) => question.names))];
  return names.length <= mostNames ? names : [...names.slice(0, mostNames - 1), `${names.length - mostNames + 1} more`];
}

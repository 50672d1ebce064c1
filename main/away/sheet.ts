import { createHash } from 'node:crypto';
import type { AwaySheet } from '../../preload/contract/away.ts';
import { compare } from './compare.ts';
import { pairs } from './pairs.ts';
import { pursesOf, takePicture, type Picture } from './picture.ts';
import type { AwayDeps } from './ports.ts';
import { isCompared, keys, noAnswers, type Answers } from './questions.ts';
import { readOn, type Listener } from './read.ts';
import type { Spell } from './spell.ts';

/** What one reading came to: what the sheet says of it, what was answered, and what waits that isn't compared yet, as it is now. */
export type Reading = { readonly sheet: Omit<AwaySheet, 'pending' | 'held' | 'since' | 'until'>; readonly answers: Answers; readonly rest: Picture };

/** Reads on where the last reading stopped, and puts before and now side by side; null when it was cut short. */
export async function readSheet(deps: AwayDeps, spell: Spell, before: Picture, last: Reading | null, listener: Listener): Promise<Reading | null> {
  const answers = last?.answers ?? noAnswers();
  const progress = await readOn(deps, before, answers, listener);
  if (!listener.alive()) return null;
  const now = takePicture(deps.stakes, deps.clock());
  const all = { deps, spell, before, now, answers };
  const found = compare(all);
  const sheet = { readAt: now.at, ...found, ...progress, key: keyOf(spell, found.changes, found.changed, progress.unread) };
  return { sheet, answers, rest: restOf(deps, before, now, answers) };
}

/** What waits that isn't compared yet; who edits a payout sees its price anew. */
function restOf(deps: AwayDeps, before: Picture, now: Picture, { answered }: Answers): Picture {
  const stakes = pairs({ before, now }).map(([, stake]) => stake).filter((stake) => !isCompared(stake, answered, deps));
  return { at: now.at, stakes, purses: pursesOf(deps.stakes, stakes), moving: stakes.length === 0 ? [] : before.moving.filter(({ id }) => !answered.has(keys.status(id))) };
}

/** Names just this sheet: what it says, not when it was read. */
function keyOf({ since, until }: Spell, changes: AwaySheet['changes'], changed: number, unread: readonly string[]): string {
  const said = changes.map(({ kind, subject, before, now, matters }) => [kind, subject, before, now, matters]);
  return createHash('sha256').update(JSON.stringify([since, until, said, changed, unread])).digest('hex').slice(0, 32);
}

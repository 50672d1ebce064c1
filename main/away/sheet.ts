import { createHash } from 'node:crypto';
import type { AwaySheet } from '../../preload/contract/away.ts';
import { compare } from './compare.ts';
import { takePicture, type Picture } from './picture.ts';
import type { AwayDeps } from './ports.ts';
import { noAnswers, readOn, type Answers } from './read.ts';
import type { Spell } from './spell.ts';

/** What one reading came to: the sheet's own half, and the prices now, by the question they answer. */
export type Reading = Pick<AwaySheet, 'readAt' | 'changes' | 'same' | 'unread' | 'key'> & { readonly answers: Answers };

/** Reads on where the last reading stopped, and puts before and now side by side; null when it was cut short. */
export async function readSheet(deps: AwayDeps, spell: Spell, before: Picture, last: Reading | null, alive: () => boolean): Promise<Reading | null> {
  const answers = last?.answers ?? noAnswers();
  const unread = await readOn(deps, before, answers, alive);
  if (!alive()) return null;
  const now = takePicture(deps.stakes, deps.clock());
  const { changes, same } = compare({ deps, spell, before, now, answers });
  return { readAt: now.at, changes, same, unread, key: keyOf(spell, changes, unread), answers };
}

/** Names just this sheet: what it says, not when it was read. */
function keyOf({ since, until }: Spell, changes: AwaySheet['changes'], unread: readonly string[]): string {
  const said = changes.map(({ kind, subject, before, now, matters }) => [kind, subject, before, now, matters]);
  return createHash('sha256').update(JSON.stringify([since, until, said, unread])).digest('hex').slice(0, 32);
}

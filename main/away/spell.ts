import { createKeptValues } from '../store/kept-values.ts';
import type { AwayDeps } from './ports.ts';
import type { LimitPicture, Picture } from './picture.ts';

/** A time without the provider. `until` is null while it goes on; `long` once it was longer than the grace; `before` is what the drafts assumed when it
 *  ended, since nothing could be read in between; `limits` how these stood when it began. Once somebody has `looked`, `before` is only what wasn't compared
 *  by then. */
export type Spell = {
  readonly since: number; readonly until: number | null; readonly long: boolean; readonly looked: boolean; readonly before: Picture | null; readonly limits: LimitPicture;
};

/** Where the spell is kept, so that it survives a restart. */
export type SpellBook = {
  readonly get: () => Spell | null;
  /** Goes on with this spell, also where the disk takes nothing just now: then it throws after. */
  readonly put: (spell: Spell | null) => void;
  /** Goes on with this spell, or with none, together with what `also` writes, in one transaction: both or neither. */
  readonly turn: (next: Spell | null, also: () => void) => void;
};

const key = 'away.spell';

/** Opens the profile's spell as last kept. */
export function openSpellBook({ store, profileId, clock }: AwayDeps): SpellBook {
  const kept = createKeptValues(store, profileId);
  const save = (next: Spell | null) => { kept.put(key, next, clock()); };
  let spell = kept.get<Spell | null>(key)?.value ?? null;
  return {
    get: () => spell,
    put: (next) => {
      spell = next;
      save(next);
    },
    turn: (next, also) => {
      store.transaction(() => {
        also();
        save(next);
      });
      spell = next;
    },
  };
}

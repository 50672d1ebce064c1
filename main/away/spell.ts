import { createKeptValues } from '../store/kept-values.ts';
import type { AwayDeps } from './ports.ts';
import type { LimitPicture, Picture } from './picture.ts';

/** A time without the provider. `until` is null while it goes on; `long` once it was longer than the grace; `before` is what the drafts assumed when it
 *  ended, since nothing could be read in between; `limits` how these stood when it began. */
export type Spell = {
  readonly since: number; readonly until: number | null; readonly long: boolean; readonly before: Picture | null; readonly limits: LimitPicture;
};

/** Where the spell is kept, so that it survives a restart. */
export type SpellBook = { readonly get: () => Spell | null; readonly put: (spell: Spell | null) => void };

const key = 'away.spell';

/** Opens the profile's spell as last kept. */
export function openSpellBook({ store, profileId, clock }: AwayDeps): SpellBook {
  const kept = createKeptValues(store, profileId);
  let spell = kept.get<Spell | null>(key)?.value ?? null;
  return {
    get: () => spell,
    put: (next) => {
      spell = next;
      kept.put(key, next, clock());
    },
  };
}

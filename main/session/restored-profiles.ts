import { z } from 'zod';
import type { HeldProfile } from '../../preload/contract/backup.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { providerIds } from '../../preload/contract/provider.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { settingsSchema, storedProfileSchema, type StoredProfile, type StoredSettings } from '../settings/schema.ts';
import { addressProblem } from './base-url.ts';
import { sandboxProfileIds } from './profile-book.ts';

/** Profiles as a backup holds them, bounded as the settings are. */
export const plainSchema = z.strictObject({ profiles: z.array(storedProfileSchema), lastProfileId: settingsSchema.shape.lastProfileId });

/** The profiles of a backup that would be put beside those of `here`. Error when they may not be: a backup may be made up, and a profile's address is where
 *  its keys go. One that is here keeps its address, and a new one has an address that could have been typed in. */
export function heldProfiles(here: Pick<StoredSettings, 'profiles'>, plain: unknown): Result<readonly HeldProfile[], AppError> {
  const read = plainSchema.safeParse(plain);
  if (!read.success) return fail(unreadable);
  const { profiles } = read.data;
  const ofHere = ({ id }: StoredProfile) => here.profiles.find((each) => each.id === id);
  const elsewhere = profiles.find((each) => isElsewhere(each, ofHere(each)));
  if (elsewhere) return fail(otherAddress(elsewhere.name));
  const all = new Set([...here.profiles, ...profiles].map(({ id }) => id));
  if (all.size > mostProfiles || profiles.length > mostProfiles) return fail(tooMany);
  return ok(profiles.map((each) => ({ name: each.name, provider: each.provider, env: each.env, host: each.builtIn ? null : new URL(each.baseUrl).host, known: ofHere(each) !== undefined })));
}

const mostProfiles = 50;

function isElsewhere(profile: StoredProfile, here: StoredProfile | undefined): boolean {
  const { id, provider, env, baseUrl, builtIn } = profile;
  const practice = providerIds.some((each) => sandboxProfileIds[each] === id && (each !== provider || !builtIn));
  const strange = builtIn && sandboxProfileIds[provider] !== id;
  const moved = here !== undefined && (here.provider !== provider || here.env !== env || here.baseUrl !== baseUrl || here.builtIn !== builtIn);
  return practice || strange || moved || addressProblem(provider, baseUrl, env) !== null;
}

const unreadable = appError('file-damaged', 'The profiles in this backup can\u2019t be read, so it is damaged or made by another version of Bursar.',
  { fix: 'Choose another backup, or install the newest version. Nothing was changed.' });

const otherAddress = (name: string) => appError('conflict', `This backup would send the keys of the profile \u201C${name}\u201D to another address than the one it has here, or to one that Bursar doesn\u2019t allow.`,
  { fix: 'Bursar never changes the address of a profile, so find out who made this backup, and restore another one. Nothing was changed.' });

const tooMany = appError('conflict', `With the profiles in this backup there would be more than ${mostProfiles}.`, { fix: 'Remove profiles under Settings, Profiles, then restore it again. Nothing was changed.' });

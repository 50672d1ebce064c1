import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Database } from '../store/database.ts';
import { serviceName } from '../vault/secret-store.ts';
import type { Vault } from '../vault/vault-types.ts';
import { restoredFile } from './places.ts';

const headsSchema = z.array(z.tuple([z.string(), z.int().min(0), z.string()]));

/** The account under which the vault vouches for one restore, until it is done. */
export function restoredAccount(vaultId: string): string {
  return `${vaultId}/restored`;
}

/** Where each profile's audit log ends: profile, rows, the last row's hash. One of these profiles that has no row yet ends before its first, with no hash:
 *  it may have been anchored since. */
export function headsOf(database: Database, profileIds: readonly string[] = []): readonly (readonly [profileId: string, rows: number, hash: string])[] {
  const rows = database.all<{ profileId: string; rows: number; hash: string }>(
    'SELECT profile_id AS profileId, number AS rows, hash FROM audit AS a WHERE number = (SELECT max(number) FROM audit WHERE profile_id = a.profile_id)');
  const begun = new Set(rows.map(({ profileId }) => profileId));
  const heads = rows.map(({ profileId, rows: count, hash }) => [profileId, count, hash] as const);
  return [...heads, ...[...new Set(profileIds)].filter((id) => !begun.has(id)).map((id) => [id, 0, ''] as const)];
}

/** Anchors the audit logs anew after a restore, exactly once: only what the vault vouches for counts, and its word is taken away afterwards. A note that it
 *  doesn't vouch for is thrown away; while the keychain doesn't answer everything stays as it is, to be done at the next opening. */
export async function anchorRestored(
  folder: string, vault: Pick<Vault, 'secrets' | 'id'>, anchor: (profileId: string, rows: number, hash: string, at: number) => Promise<Result<unknown, AppError>>,
  now: () => number = Date.now,
): Promise<Result<null, AppError>> {
  const file = path.join(folder, restoredFile);
  const note = await readFile(file).catch(() => null);
  const vouched = await vault.secrets.get(serviceName, restoredAccount(vault.id()));
  if (note === null || !vouched.ok) return ok(null);
  if (vouched.value === createHash('sha256').update(note).digest('hex')) {
    for (const [profileId, rows, hash] of headsSchema.parse(JSON.parse(note.toString('utf8')))) {
      const anchored = await anchor(profileId, rows, hash, now());
      if (!anchored.ok) return anchored;
    }
    const taken = await vault.secrets.remove(serviceName, restoredAccount(vault.id()));
    if (!taken.ok) return ok(null);
  }
  await rm(file, { force: true });
  return ok(null);
}

import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { z } from 'zod';
import { serviceName, type SecretStore } from '../vault/secret-store.ts';
import { toAppError } from '../vault/vault-error.ts';
import type { VaultMode } from '../vault/vault-types.ts';

const anchorSchema = z.strictObject({ rows: z.int().min(0), head: z.string().regex(/^([0-9a-f]{64})?$/), at: z.number() });
/** Where a chain ended when it was last noted outside the store: rows, the last one's SHA-256 in hex, and when (epoch ms). */
export type Anchor = Readonly<z.infer<typeof anchorSchema>>;
/** Where anchors stand: the system's keychain, the sealed file beside the data (passphrase vaults), or nowhere. */
export type AnchorPlace = 'keychain' | 'sealed-file' | 'none';

/** What stands in the place of an anchor: one, certainly nothing, or something that is none. */
export type Note = Anchor | null | 'damaged';

/** The anchor that a note is, if it is one. */
export const anchorOf = (note: Note): Anchor | null => (note === 'damaged' ? null : note);

/** The anchor of one profile's audit log. Errors: keychain codes, locked, storage. */
export type AnchorStore = {
  readonly place: AnchorPlace;
  readonly read: () => Promise<Result<Note, AppError>>;
  readonly write: (anchor: Anchor) => Promise<Result<void, AppError>>;
};

/** Makes the anchor of a profile in the vault's place for secrets, in an entry a vault and profile. */
export function createAnchor(vault: { readonly secrets: SecretStore; readonly id: () => string; readonly state: () => { readonly mode: VaultMode | null } }, profileId: string): AnchorStore {
  const account = `${vault.id()}/audit/${profileId}`;
  return {
    place: places[vault.state().mode ?? 'session-only'],
    read: async () => {
      const entry = await vault.secrets.get(serviceName, account);
      if (!entry.ok) return fail(toAppError(entry.error));
      return ok(entry.value === null ? null : parsed(entry.value));
    },
    write: async (anchor) => {
      const written = await vault.secrets.set(serviceName, account, JSON.stringify(anchor));
      return written.ok ? ok(undefined) : fail(toAppError(written.error));
    },
  };
}

const places: Readonly<Record<VaultMode, AnchorPlace>> = { keychain: 'keychain', passphrase: 'sealed-file', 'session-only': 'none' };

function parsed(text: string): Anchor | 'damaged' {
  try {
    return anchorSchema.safeParse(JSON.parse(text)).data ?? 'damaged';
  } catch {
    return 'damaged';
  }
}

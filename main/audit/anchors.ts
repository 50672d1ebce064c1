import { appError, type AppError } from '../../preload/contract/errors.ts';
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

/** The anchor of one profile's audit log. Errors: keychain codes, locked, storage; `file-damaged` when what stands there is no anchor. */
export type AnchorStore = {
  readonly place: AnchorPlace;
  /** Null when there certainly is none. */
  readonly read: () => Promise<Result<Anchor | null, AppError>>;
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
      return entry.value === null ? ok(null) : parsed(entry.value);
    },
    write: async (anchor) => {
      const written = await vault.secrets.set(serviceName, account, JSON.stringify(anchor));
      return written.ok ? ok(undefined) : fail(toAppError(written.error));
    },
  };
}

const places: Readonly<Record<VaultMode, AnchorPlace>> = { keychain: 'keychain', passphrase: 'sealed-file', 'session-only': 'none' };

function parsed(text: string): Result<Anchor, AppError> {
  try {
    const anchor = anchorSchema.safeParse(JSON.parse(text));
    if (anchor.success) return ok(anchor.data);
  } catch {
    // Told below.
  }
  return fail(appError('file-damaged', 'The note of where the audit log ended can\u2019t be read.'));
}

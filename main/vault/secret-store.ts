import type { Result } from '../../preload/contract/result.ts';
import type { VaultError } from './vault-error.ts';

/** A place for short secrets, addressed by service and account; each call fails with a {@link VaultError} value and never throws. */
export type SecretStore = {
  /** Reads one secret; `null` means that it is certainly not stored. */
  readonly get: (service: string, account: string) => Promise<Result<string | null, VaultError>>;
  /** Stores one secret and proves it by reading it back. */
  readonly set: (service: string, account: string, secret: string) => Promise<Result<void, VaultError>>;
  /** Removes one secret; removing what isn't there succeeds. */
  readonly remove: (service: string, account: string) => Promise<Result<void, VaultError>>;
};

/** The service name of every keychain entry of ours. */
export const serviceName = 'Bursar';

/** The longest secret taken, in UTF-16 units: Windows credentials end at 2,560 bytes and some readers at 1,280 units. */
export const maxSecretUnits = 1200;
/** The longest secret taken, in UTF-8 bytes, below the 2,560 bytes of a Windows credential. */
export const maxSecretBytes = 2400;

import type { ScanFolder } from '../../preload/contract/captures.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Context } from '../customers/context.ts';

/** The watched folder of one profile. */
export type ScanFolderDesk = {
  choose(): Promise<Result<ScanFolder | null, AppError>>;
  state(): Result<ScanFolder | null, AppError>;
  forget(): Result<null, AppError>;
  pause(): Promise<void>;
  resume(): void;
};

/** Makes the desk. */
export function createScanFolder(_context: Context): ScanFolderDesk {
  return { choose: async () => ok(null), state: () => ok(null), forget: () => ok(null), pause: async () => undefined, resume: () => undefined };
}

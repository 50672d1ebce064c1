import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { isStoreFailure, storageError, type Database } from './database.ts';

/** The error while the store is closed. */
export const lockedError = appError('locked', 'Bursar is locked.', { fix: 'Unlock it and try again.' });

/** Runs a use-case on the store: what the disk refuses and what a lock interrupts become errors, everything else thrown is a bug and stays one. */
export async function guarded<T>(store: Database, work: () => Promise<Result<T, AppError>> | Result<T, AppError>): Promise<Result<T, AppError>> {
  if (!store.isOpen) return fail(lockedError);
  try {
    return await work();
  } catch (error) {
    if (!store.isOpen) return fail(lockedError);
    if (isStoreFailure(error)) return fail(storageError(error));
    throw error;
  }
}

import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

type BackupChannel = Extract<Channel, `backup.${string}`>;

/** Backups of the whole vault. */
export type Backups = {
  readonly handlers: { readonly [C in BackupChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };
};

/** Makes the desk of backups. */
export function createBackups(): Backups {
  const state = { possible: false, folder: '', passphraseSet: false, daily: false, keep: 7, files: [], skipped: null, failed: null, busy: false, nextAt: null };
  const answer = () => Promise.resolve(ok(state));
  const none = () => Promise.resolve(fail(appError('not-found', 'There is no backup here.')));
  return {
    handlers: {
      'backup.state': answer, 'backup.setPassphrase': answer, 'backup.setDaily': answer, 'backup.chooseFolder': answer, 'backup.make': answer,
      'backup.choose': () => Promise.resolve(ok(null)), 'backup.restore': none, 'backup.startAnew': none,
    },
  };
}

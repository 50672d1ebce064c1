import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { BackupDesk } from './desk.ts';
import type { BackupDeps } from './ports.ts';

type BackupChannel = Extract<Channel, `backup.${string}`>;

/** Backups of the whole vault. */
export type Backups = {
  readonly handlers: { readonly [C in BackupChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };
  /** Begins to look each minute whether the daily backup is due. */
  readonly start: () => void;
  /** Ends it. */
  readonly stop: () => void;
};

/** How often it is looked whether the daily backup is due, in ms. */
export const dailyLookMs = 60_000;

/** Makes the desk of backups. Its code is read when it is first needed: starting and sending don't wait for it. */
export function createBackups(deps: BackupDeps): Backups {
  let loaded: Promise<BackupDesk> | null = null;
  const desk = () => (loaded ??= import('./desk.ts').then(({ createBackupDesk }) => createBackupDesk(deps)));
  const open = async <T>(work: (desk: BackupDesk) => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> => {
    const at = await desk();
    const shut = at.shut();
    return shut ? fail(shut) : work(at);
  };
  let cancel: (() => void) | null = null;
  const look = (): void => {
    cancel = deps.timers.after(dailyLookMs, () => {
      const done = deps.store() === null ? Promise.resolve() : desk().then(({ daily }) => daily());
      void done.finally(() => { if (cancel) look(); });
    });
  };
  return {
    start: () => { if (!cancel) look(); },
    stop: () => {
      cancel?.();
      cancel = null;
    },
    handlers: {
      'backup.state': () => open(async (at) => ok(await at.state())),
      'backup.setPassphrase': ({ passphrase }) => open((at) => at.setPassphrase(passphrase)),
      'backup.setDaily': ({ on, keep }) => open((at) => at.setDaily(on, keep)),
      'backup.chooseFolder': () => open((at) => at.chooseFolder()),
      'backup.make': () => open((at) => at.make('asked')),
      'backup.choose': ({ name }) => open((at) => at.choose(name)),
      'backup.look': ({ token, passphrase }) => open((at) => at.look(token, passphrase)),
      'backup.restore': ({ token, passphrase }) => open((at) => at.restore(token, passphrase)),
      'backup.startAnew': () => open((at) => at.startAnew()),
    },
  };
}

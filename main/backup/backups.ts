import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
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
      'backup.state': async () => ok(await (await desk()).state()),
      'backup.setPassphrase': async ({ passphrase }) => (await desk()).setPassphrase(passphrase),
      'backup.setDaily': async ({ on, keep }) => (await desk()).setDaily(on, keep),
      'backup.chooseFolder': async () => (await desk()).chooseFolder(),
      'backup.make': async () => (await desk()).make('asked'),
      'backup.choose': async ({ name }) => (await desk()).choose(name),
      'backup.restore': async ({ token, passphrase }) => (await desk()).restore(token, passphrase),
      'backup.startAnew': async () => (await desk()).startAnew(),
    },
  };
}

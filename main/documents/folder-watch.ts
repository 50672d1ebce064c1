import type { Context } from '../customers/context.ts';
import { watchFolder } from './folder-files.ts';
import { createFolderScan } from './folder-scan.ts';
import { folderWords } from './folder-words.ts';

/** Waits in ms: after the system told of a change, while a file may still grow, and when nothing happens. */
export const scanWaits = { told: 500, growing: 1000, idle: 15_000 } as const;

/** Looks into the profile's watched folder again and again. */
export type FolderWatch = {
  /** Watches the folder that is chosen now; nothing while paused. */
  begin(): void;
  end(): void;
  /** Stops; resolves when nothing is being read any more. */
  pause(): Promise<void>;
  resume(): void;
};

/** Makes the watch, paused; `found` hears after each look what is wrong with the folder, null for nothing. */
export function createFolderWatch(context: Context, found: (problem: string | null) => void): FolderWatch {
  const scan = createFolderScan(context);
  let paused = true;
  let cancel: (() => void) | null = null;
  let unwatch: (() => void) | null = null;
  let running: Promise<void> | null = null;

  const folder = () => (paused || !context.store.isOpen ? null : context.scanFolders.folder());
  const plan = (wait: number) => {
    cancel?.();
    cancel = folder() === null ? null : context.timers.after(wait, () => { running ??= look().finally(() => { running = null; }); });
  };
  const look = async () => {
    const now = folder();
    if (now === null) return;
    const { growing, trouble } = await scan(now, () => folder() !== now);
    if (folder() === null) return;
    found(trouble === null ? null : folderWords[trouble]);
    plan(growing ? scanWaits.growing : scanWaits.idle);
  };
  const end = () => {
    cancel?.();
    unwatch?.();
    [cancel, unwatch] = [null, null];
  };
  const begin = () => {
    end();
    const now = folder();
    if (now === null) return;
    unwatch = watchFolder(now, () => { if (running === null) plan(scanWaits.told); });
    plan(0);
  };
  return {
    begin, end,
    pause: async () => {
      paused = true;
      end();
      await running;
    },
    resume: () => {
      paused = false;
      begin();
    },
  };
}

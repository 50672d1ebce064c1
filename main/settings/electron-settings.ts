import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { IpcMain } from 'electron';
import Store from 'electron-store';
import type { StoredSettings } from './schema.ts';
import type { SettingsPort } from './settings.ts';

const name = 'settings';

/** Keeps settings in `settings.json` of the app's data folder with electron-store (written in one step, private to the user). `now` is in
 *  milliseconds. Until the first change there is no file. */
export function createElectronSettings(dir: string, now: () => number): SettingsPort {
  const file = path.join(dir, `${name}.json`);
  let store: Store<StoredSettings> | undefined;
  // Opened late: electron-store reads on opening and would throw on a damaged file before it could be moved aside.
  const open = (): Store<StoredSettings> => {
    store ??= new Store<StoredSettings>({ name, cwd: dir, configFileMode: 0o600, accessPropertiesByDotNotation: false });
    return store;
  };
  return {
    load: () => existsSync(file) ? { ...open().store } : undefined,
    save: (settings) => { open().store = settings; },
    setAside: () => {
      renameSync(file, `${file}.broken-${new Date(now()).toISOString().replaceAll(/[:.]/g, '-')}`);
    },
  };
}

/** Shuts the channel that electron-store opens by itself and that would tell a page the data folder; call it before any window opens. */
export function shutStoreChannel(ipc: Pick<IpcMain, 'removeAllListeners'>): void {
  Store.initRenderer();
  ipc.removeAllListeners('electron-store-get-data');
}

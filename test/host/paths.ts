import { existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The app that the host runs: where it is and what its package.json says of it. */
export type AppFacts = { readonly folder: string; readonly name: string; readonly version: string };

/** Reads the facts from the nearest package.json with a name at or above a file. */
export function appFacts(file: string): AppFacts {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (existsSync(path)) {
      const found = JSON.parse(readFileSync(path, 'utf8')) as { name?: string; productName?: string; version?: string };
      if (found.name) return { folder, name: found.productName ?? found.name, version: found.version ?? '0.0.0' };
    }
    if (folder === dirname(folder)) return { folder: dirname(file), name: 'Electron', version: '0.0.0' };
  }
}

/** The folder by one of Electron's names, as Electron would choose it on this system; undefined for an unknown name. */
export function systemPath(name: string, app: string): string | undefined {
  const home = homedir();
  const data = appData(home);
  const user = join(data, app);
  const known: Readonly<Record<string, string>> = {
    home,
    appData: data,
    userData: user,
    sessionData: user,
    temp: tmpdir(),
    desktop: join(home, 'Desktop'),
    documents: join(home, 'Documents'),
    downloads: join(home, 'Downloads'),
    music: join(home, 'Music'),
    pictures: join(home, 'Pictures'),
    videos: join(home, 'Videos'),
    logs: process.platform === 'darwin' ? join(home, 'Library', 'Logs', app) : join(user, 'logs'),
    crashDumps: join(user, 'Crashpad'),
    exe: process.execPath,
    module: process.execPath,
  };
  return known[name];
}

function appData(home: string): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
}

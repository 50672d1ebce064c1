import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { binOf, root } from './command.ts';

const folder = join(root, 'node_modules', 'electron');
/** Longest wait for the download of Electron's runtime, in ms; a closed network answers no long before. */
const downloadLimit = 10 * 60_000;

/** The path of Electron's runtime: the one that is there, else one fetched now; null when it can't be had. */
export function electronRuntime(): string | null {
  const there = installedRuntime();
  if (there) return there;
  spawnSync(process.execPath, [binOf('electron/install.js')], { stdio: 'ignore', timeout: downloadLimit });
  return installedRuntime();
}

function installedRuntime(): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const runtime = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(runtime) ? runtime : null;
}

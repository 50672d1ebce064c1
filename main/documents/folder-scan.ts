import path from 'node:path';
import { captureLimits } from '../../preload/contract/captures.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { guarded, type Context } from '../customers/context.ts';
import { FileUnready, listFolder, readFound, type FoundFile } from './folder-files.ts';
import type { FolderTrouble } from './folder-words.ts';
import { keepIf } from './keep-capture.ts';

/** How long a file must lie unchanged before it is taken, and how long one that couldn't be read is left alone; in ms. */
export const settleWaits = { unchanged: 2000, unready: 60_000 } as const;

/** What a look into the folder found: whether a file may still grow, and what is wrong. */
export type ScanOutcome = { readonly growing: boolean; readonly trouble: FolderTrouble | null };

/** A file that isn't taken yet: as it was last seen, and from when on it may be (epoch ms). */
type Waiting = FoundFile & { readonly from: number };

/** Makes what looks into the watched folder once and takes new files that have stopped growing. Nothing in the folder is ever changed. */
export function createFolderScan(context: Context): (folder: string, stopped: () => boolean) => Promise<ScanOutcome> {
  const waiting = new Map<string, Waiting>();
  return async (folder, stopped) => {
    const listed = await listFolder(folder);
    if ('trouble' in listed) return { growing: false, trouble: listed.trouble };
    if (stopped()) return { growing: false, trouble: null };
    const fresh = listed.files.filter((file) => !context.scanFolders.knows(file));
    for (const known of waiting.keys()) if (!fresh.some((file) => file.path === known)) waiting.delete(known);
    let trouble: FolderTrouble | null = null;
    for (const file of fresh) {
      if (trouble !== null || stopped()) break;
      if (!isSettled(waiting, file, context.clock())) continue;
      trouble = await take(context, waiting, file, stopped);
    }
    return { growing: trouble === null && mayGrow(waiting, context.clock()), trouble };
  };
}

/** Whether a file changed so lately that another look is due soon; one that lies empty or unreadable is met again by the way. */
function mayGrow(waiting: ReadonlyMap<string, Waiting>, now: number): boolean {
  return [...waiting.values()].some(({ from }) => from > now && from <= now + settleWaits.unchanged);
}

/** Whether the file has lain unchanged for long enough; starts its time anew when it changed. */
function isSettled(waiting: Map<string, Waiting>, file: FoundFile, now: number): boolean {
  const before = waiting.get(file.path);
  const same = before !== undefined && before.size === file.size && before.modifiedAt === file.modifiedAt;
  if (!same) waiting.set(file.path, { ...file, from: now + settleWaits.unchanged });
  return same && file.size > 0 && now >= before.from;
}

/** Takes one file and remembers it. One that can't be read now is met again later. */
async function take(context: Context, waiting: Map<string, Waiting>, file: FoundFile, stopped: () => boolean): Promise<FolderTrouble | null> {
  try {
    const taken = await guarded(context, () => keep(context, file, stopped));
    if (taken.ok && taken.value === null) waiting.delete(file.path);
    return taken.ok ? taken.value : 'unwritten';
  } catch (error) {
    if (!(error instanceof FileUnready)) throw error;
    waiting.set(file.path, { ...file, from: context.clock() + settleWaits.unready });
    return null;
  }
}

async function keep(context: Context, file: FoundFile, stopped: () => boolean): Promise<Result<FolderTrouble | null, AppError>> {
  const remember = (hash: string) => { context.scanFolders.remember({ ...file, hash }, context.clock()); };
  let seen = '';
  const isNew = (hash: string) => {
    seen = hash;
    return !context.scanFolders.knowsContent(hash);
  };
  const kept = file.size > captureLimits.bytes ? ok(null)
    : await keepIf(context, { name: path.basename(file.path), source: 'folder', bytes: readFound(file, stopped) }, isNew, remember);
  if (!kept.ok && kept.error.code === 'conflict') return ok('tray-full');
  if (!kept.ok && !kept.error.code.startsWith('file-')) return kept;
  // What is too large, known by its content, or no picture or PDF isn't read again until it changes.
  if (!kept.ok || kept.value === null) remember(seen);
  return ok(null);
}

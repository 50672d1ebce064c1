import path from 'node:path';
import type { ScanFolder } from '../../preload/contract/captures.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Context } from '../customers/context.ts';
import { listFolder, type FoundFile } from './folder-files.ts';
import { createFolderWatch, type FolderWatch } from './folder-watch.ts';
import { folderWords } from './folder-words.ts';

/** The watched folder of one profile: its new files come into the tray, only while the app is unlocked and the profile open. */
export type ScanFolderDesk = Pick<FolderWatch, 'pause' | 'resume'> & {
  /** Lets the person choose a folder and watches it; what lies in it already isn't taken. Null when they chose none. Errors: validation when it can't be watched. */
  choose(): Promise<Result<ScanFolder | null, AppError>>;
  /** The folder by its last part, and what is wrong with it now; null without one. */
  state(): Result<ScanFolder | null, AppError>;
  forget(): Result<null, AppError>;
};

/** Makes the desk; it is paused until resumed. */
export function createScanFolder(context: Context): ScanFolderDesk {
  let problem: string | null = null;
  const found = (next: string | null) => {
    if (next === problem) return;
    problem = next;
    context.notify('captures', null);
  };
  const watch = createFolderWatch(context, found);
  const state = () => {
    const folder = context.scanFolders.folder();
    return ok(folder === null ? null : { name: lastPart(folder), problem });
  };
  return {
    state, pause: watch.pause, resume: watch.resume,
    choose: async () => {
      const folder = await context.chooseFolder();
      if (folder === null) return ok(null);
      const listed = await listFolder(folder);
      if ('trouble' in listed) return fail(appError('validation', folderWords[listed.trouble], { fix: 'Choose another folder.' }));
      chosen(context, folder, listed.files);
      found(null);
      watch.begin();
      return state();
    },
    forget: () => {
      watch.end();
      context.scanFolders.forget();
      found(null);
      context.notify('captures', null);
      return ok(null);
    },
  };
}

/** Remembers what lies in the folder now, so that only what comes later is taken. */
function chosen(context: Context, folder: string, files: readonly FoundFile[]): void {
  const now = context.clock();
  context.store.transaction(() => {
    context.scanFolders.choose(folder, now);
    for (const file of files) if (!context.scanFolders.knows(file)) context.scanFolders.remember({ ...file, hash: '' }, now);
    context.audit.append({ at: now, actor: context.actor(), what: 'watched folder chosen', subjectKind: 'profile', subjectId: context.profileId });
  });
  context.notify('captures', null);
}

const lastPart = (folder: string) => path.basename(folder) || 'Whole drive';

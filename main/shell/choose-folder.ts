import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';

/** Makes what asks the person for a folder, before the window that is open: gives its full path, null when they chose none. */
export function folderChooser(dialog: Pick<Dialog, 'showOpenDialog'>, current: () => BrowserWindow | null): () => Promise<string | null> {
  return () => chooseOne(dialog, current(), scanFolder);
}

/** Makes what asks the person where backups go, and for a backup to restore; null when they chose none. */
export function backupChooser(dialog: Pick<Dialog, 'showOpenDialog'>, current: () => BrowserWindow | null): Record<'folder' | 'file', () => Promise<string | null>> {
  return { folder: () => chooseOne(dialog, current(), backupFolder), file: () => chooseOne(dialog, current(), backupFile) };
}

async function chooseOne(dialog: Pick<Dialog, 'showOpenDialog'>, window: BrowserWindow | null, options: OpenDialogOptions): Promise<string | null> {
  const { canceled, filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return canceled ? null : filePaths[0] ?? null;
}

const scanFolder: OpenDialogOptions = { title: 'Folder to watch for scans', buttonLabel: 'Watch this folder', properties: ['openDirectory', 'createDirectory'] };
const backupFolder: OpenDialogOptions = { title: 'Folder for backups', buttonLabel: 'Keep backups here', properties: ['openDirectory', 'createDirectory'] };
const backupFile: OpenDialogOptions = {
  title: 'Backup to restore', buttonLabel: 'Choose this backup', properties: ['openFile'], filters: [{ name: 'Bursar backups', extensions: ['bursarbackup'] }],
};

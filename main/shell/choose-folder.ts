import type { BrowserWindow, Dialog } from 'electron';

/** Makes what asks the person for a folder, before the window that is open: gives its full path, null when they chose none. */
export function folderChooser(dialog: Pick<Dialog, 'showOpenDialog'>, current: () => BrowserWindow | null): () => Promise<string | null> {
  return async () => {
    const window = current();
    const { canceled, filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
    return canceled ? null : filePaths[0] ?? null;
  };
}

const options = {
  title: 'Folder to watch for scans', buttonLabel: 'Watch this folder', properties: ['openDirectory', 'createDirectory'],
} satisfies Parameters<Dialog['showOpenDialog']>[0];

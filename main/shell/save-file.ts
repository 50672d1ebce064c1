import { extname, join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';

/** Makes what asks the person where a file goes, before the window that is open and beginning in `folder`: gives its full path, null when they chose
 *  none. The system asks before an existing file is replaced. */
export function fileSaver(dialog: Pick<Dialog, 'showSaveDialog'>, current: () => BrowserWindow | null, folder: string): (name: string) => Promise<string | null> {
  return async (name) => {
    const window = current();
    const extension = extname(name).slice(1);
    const options = { title: 'Save', defaultPath: join(folder, name), filters: [{ name: extension.toUpperCase(), extensions: [extension] }] };
    const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
    return canceled || filePath === '' ? null : filePath;
  };
}

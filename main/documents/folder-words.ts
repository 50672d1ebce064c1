import { maxFolderFiles } from './folder-files.ts';

/** What can be wrong with a watched folder, in words. */
export const folderWords = {
  'gone': 'The folder isn\u2019t there any more. Bring it back, or choose another one.',
  'no-folder': 'This is no folder any more. Choose another one.',
  'refused': 'The folder can\u2019t be read. Look at its permissions, or at the drive it lies on.',
  'too-many': `The folder holds more than ${maxFolderFiles.toLocaleString('en')} files. Choose one that is used for scans only.`,
  'tray-full': 'The tray is full, so new scans wait in the folder. Put pages into documents or throw some away.',
  'unwritten': 'A scan could not be kept here. Check the free space of this computer.',
} as const;
/** What can be wrong with a watched folder. */
export type FolderTrouble = keyof typeof folderWords;

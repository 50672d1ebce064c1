import { appError } from '../../preload/contract/errors.ts';

/** The error while nothing is open that could be copied. */
export const nothingOpen = appError('locked', 'Nothing was backed up: Bursar is locked, or its data could not be opened.', { fix: 'Unlock it, then try again.' });

/** The error of a vault that keeps nothing. */
export const nothingKept = appError('conflict', 'This session keeps nothing on the computer, so there is nothing to back up or restore into.',
  { fix: 'Close Bursar, start it again and choose a way to keep your data.' });

/** The error for a backup without a passphrase whose key is nowhere on this computer. */
export const keyNotHere = appError('key-mismatch', 'This backup opens only with the key of the computer it was made on, and that key is not here.',
  { fix: 'Use a backup that was made with a passphrase, or restore on the computer and user account it comes from. Nothing was changed.' });

/** The error for a backup that wants its passphrase. */
export const passphraseNeeded = appError('wrong-passphrase', 'This backup opens with its passphrase.', { fix: 'Type the passphrase that was set for backups when it was made.' });

/** The error for a wrong passphrase of a backup. */
export const passphraseWrong = appError('wrong-passphrase', 'That is not the passphrase of this backup.', { fix: 'Try again; capitals and the keyboard layout matter. Nothing was changed.' });

/** The error for guesses that come too fast; `seconds` until the next. */
export const tooManyTries = (seconds: number) => appError('wrong-passphrase', 'Too many wrong tries.', { fix: `Wait ${seconds} s, then try again. Nothing was changed.` });

/** What is said of stored files that were found damaged when a backup was made. */
export function damagedWords(count: number): string {
  const [what, them] = count === 1 ? ['One stored document is damaged', 'it'] : [`${count} stored documents are damaged`, 'them'];
  return `${what}, and not in the backup. What is left of ${them} was kept aside: add ${them} again, or restore a backup from before.`;
}

/** The error when a passphrase came for a backup that has none. */
export const noPassphrase = appError('validation', 'This backup has no passphrase: it opens with the key of the computer it was made on.', { fix: 'Leave the passphrase empty.' });

/** The error for a backup of a newer app. */
export const tooNew = appError('conflict', 'This backup was made by a newer version of Bursar.', { fix: 'Install that version or a later one, then restore. Nothing was changed.' });

/** The error while the vault is locked and could be unlocked. */
export const unlockFirst = appError('locked', 'Bursar is locked.', { fix: 'Unlock it, then restore the backup.' });

/** The error for a choice that was made too long ago. */
export const chooseAgain = appError('not-found', 'The chosen backup is not known any more.', { fix: 'Choose it again.' });

/** The error for a file that was changed between looking at it and restoring it. */
export const notWhatWasSeen = appError('conflict', 'The profiles in this backup are not the ones that you were shown: its file was changed meanwhile.', { fix: 'Find out who did that, then choose the backup again. Nothing was changed.' });

/** The error for beginning anew over data that is fine. */
export const dataIsFine = appError('conflict', 'The data on this computer can be read, so there is nothing to begin anew.', { fix: 'Start Bursar again.' });

/** The error for a restore that couldn't be ended. */
export const notFinished = appError('storage', 'A backup is being put in place, and the disk refused a part of it.',
  { fix: 'Check free space and permissions, then start Bursar again: it ends what was begun. Nothing is lost.' });

/** The error while another backup or restore is at work. */
export const oneAtATime = appError('conflict', 'A backup is being made or restored already.', { fix: 'Wait until it has ended.' });

/** The error while the vault is locked. */
export const lockedNow = appError('locked', 'Bursar is locked.', { fix: 'Unlock it, then try again.' });

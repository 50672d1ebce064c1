import { appError, type AppError } from '../../preload/contract/errors.ts';
import type { LineFailure } from './line-types.ts';
import type { Trouble } from './status.ts';

/** An error for a scanner that gave no reply; `name` is the scanner or the address. */
export function lineWords(failure: LineFailure, name: string): AppError {
  switch (failure.kind) {
    case 'unreachable': return appError('scanner-gone', `${name} can\u2019t be reached.`, { fix: 'Check that it is switched on and in this network, then try again.' });
    case 'timeout': return appError('scanner-gone', `${name} stopped answering.`, { fix: 'Wake it at its panel, or switch it off and on, then try again.' });
    case 'broken': return appError('scanner-gone', `The connection to ${name} broke off.`, { fix: 'Check its cable or Wi\u2011Fi, then try again.' });
    case 'outside': return appError('scanner-outside', `${name} is not in your own network, and identity papers are scanned only there.`, {
      fix: 'Type the scanner\u2019s address in this network, or scan to a file and add that.',
    });
    case 'insecure': return appError('tls', `No secure connection to ${name} could be made.`, { fix: 'Switch the scanner off and on. If it stays, ask your IT to renew its certificate.' });
    case 'changed': return appError('scanner-changed', `${name} shows another certificate than before, so it may be another device.`, {
      fix: 'After a reset or an update of the scanner this is normal: then trust it again. Otherwise ask your IT first.',
    });
    case 'stopped': return stoppedHere;
  }
}

/** The error when the person stopped the scan. */
export const stoppedHere = appError('cancelled', 'The scan was stopped.', { fix: 'Scan again when you are ready.' });

const troubles: Readonly<Record<Trouble, (name: string) => AppError>> = {
  jam: (name) => appError('scanner-jam', `Paper is jammed in the feeder of ${name}.`, { fix: 'Open the feeder, take the paper out, close it and scan the rest.' }),
  cover: (name) => appError('scanner-cover', `A cover of ${name} is open.`, { fix: 'Close the lid of the feeder, then try again.' }),
  empty: (name) => appError('scanner-empty', `The feeder of ${name} is empty.`, { fix: 'Put the pages in until the scanner takes hold of them, or scan from the glass.' }),
  stopped: (name) => appError('scanner-stopped', `${name} has stopped and needs somebody.`, { fix: 'See what its panel asks for, then try again.' }),
};

/** An error for what the scanner itself reports. */
export function troubleWords(trouble: Trouble, name: string): AppError {
  return troubles[trouble](name);
}

/** The error when the scanner stayed busy. */
export function busyWords(name: string): AppError {
  return appError('scanner-busy', `${name} is busy with something else.`, { fix: 'Wait until it is done, or end that job at its panel, then try again.' });
}

/** The error when the scanner refuses the settings. */
export function refusedWords(name: string): AppError {
  return appError('scanner-refused', `${name} can\u2019t scan with these settings.`, { fix: 'Choose another resolution, colour or paper size.' });
}

/** The error when the scanner asks who is there. */
export function lockedWords(name: string): AppError {
  return appError('scanner-refused', `${name} lets nobody scan over the network.`, { fix: 'Allow scanning without a password in its settings, or ask your IT.' });
}

/** The error when somebody cancelled at the device. */
export function cancelledThereWords(name: string): AppError {
  return appError('scanner-cancelled', `The scan was cancelled at ${name}.`, { fix: 'Scan again when it is free.' });
}

/** The error when the scanner gave up a job without saying why. */
export function endedWords(name: string): AppError {
  return appError('scanner-stopped', `${name} ended the scan without a page.`, { fix: 'See what its panel says, then try again.' });
}

/** The error when a page doesn't come for too long. */
export function slowWords(name: string): AppError {
  return appError('scanner-gone', `${name} took the job and gives no page.`, { fix: 'See what its panel says; switch it off and on if it stays.' });
}

/** The error for an answer that no scanner should give. */
export function garbageWords(name: string): AppError {
  return appError('scanner-unreadable', `${name} gave an answer that can\u2019t be understood.`, { fix: 'Try again. If it stays, scan to a file and add that.' });
}

/** The error when something answers at an address and is no scanner of this kind. */
export function noScannerWords(address: string): AppError {
  return appError('scanner-unreadable', `There is something at ${address}, but no scanner that speaks eSCL (AirScan).`, {
    fix: 'Switch AirScan or eSCL on in the scanner\u2019s settings, or check the address.', fields: [{ path: 'address', message: 'No scanner answers here.' }],
  });
}

/** The error for a page that isn't a picture or PDF, or is empty. */
export function oddPageWords(name: string): AppError {
  return appError('scanner-unreadable', `${name} sent a page that is no JPEG, PNG or PDF.`, { fix: 'Choose another colour or resolution, or scan to a file and add that.' });
}

/** The error for a page beyond `bytes`. */
export function largePageWords(name: string, bytes: number): AppError {
  return appError('file-size', `${name} sent a page of more than ${bytes / 1024 / 1024} MB.`, { fix: 'Scan at 300 dpi.' });
}

/** The error after `pages` pages, the most of one scan. */
export function manyPagesWords(pages: number): AppError {
  return appError('file-pages', `One scan takes at most ${pages} pages.`, { fix: 'Scan the rest as another stack.' });
}

/** Says how many pages came before an error, as they are kept. */
export function withKept(error: AppError, pages: number): AppError {
  if (pages === 0) return error;
  const kept = pages === 1 ? 'The page that came before is in the tray.' : `The ${pages} pages that came before are in the tray.`;
  return { ...error, fix: [error.fix, kept].filter(Boolean).join(' ') };
}

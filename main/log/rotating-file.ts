import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Where lines go. Writing never throws: a full disk must not stop a payout. */
export type LineSink = { readonly write: (line: string) => void; readonly close: () => void };

/** A file that moves on when it is full: `bursar.log`, then `bursar.1.log` and so on, the oldest being dropped. */
export type RotatingFileOptions = { readonly dir: string; readonly maxBytes?: number; readonly keep?: number };

const base = 'bursar';

/** Opens the log file of a folder. By default 1 MiB a file and four older ones beside it. Lines are written at once, so that the last
 *  ones before a crash are there. */
export function createRotatingFile(options: RotatingFileOptions): LineSink {
  const { dir, maxBytes = 1024 * 1024, keep = 4 } = options;
  const nameOf = (age: number): string => path.join(dir, age === 0 ? `${base}.log` : `${base}.${age}.log`);
  let file: number | undefined;
  let size = 0;

  const open = (): number => {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const opened = openSync(nameOf(0), 'a', 0o600);
    size = fstatSync(opened).size;
    return opened;
  };
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  const shift = (age: number): void => {
    try {
      renameSync(nameOf(age), nameOf(age + 1));
    } catch {
      // There are not that many files yet; or one is in use elsewhere, and the next rotation tries again.
    }
  };
  const rotate = (): void => {
    close();
    for (let age = keep - 1; age >= 0; age -= 1) shift(age);
    file = open();
  };

  return {
    close,
    write: (line) => {
      try {
        file ??= open();
        const bytes = Buffer.byteLength(line);
        if (size > 0 && size + bytes > maxBytes) rotate();
        size += writeSync(file, line);
      } catch {
        // Nothing can be done about a log that can't be written, and nothing depends on it.
      }
    },
  };
}

import path from 'node:path';
import { z } from 'zod';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { readIfPresent, replaceFile, setAside } from '../vault/atomic-file.ts';
import { wrappedKeySchema } from '../vault/passphrase.ts';
import { toAppError } from '../vault/vault-error.ts';

/** What is remembered about backups in `backups.json`: how they are made, the key wrapped under the passphrase (with the public mark of the key), when the
 *  last good one was made (epoch ms), what that one doesn't hold, and why a later one was skipped or failed. No secret, no passphrase. */
export const bookSchema = z.strictObject({
  version: z.literal(1),
  daily: z.boolean(),
  keep: z.int().min(1).max(60),
  folder: z.string().max(4096).nullable(),
  passphrase: z.strictObject({ mark: z.string(), wrapped: wrappedKeySchema }).nullable(),
  lastAt: z.number().nullable(),
  skipped: z.string().max(1000).nullable(), incomplete: z.string().max(1000).nullable().default(null),
  failed: z.string().max(1000).nullable(),
});
/** See {@link bookSchema}. */
export type Book = Readonly<z.infer<typeof bookSchema>>;

/** How backups are made unless somebody said otherwise: daily, the last seven kept, in the data folder. */
export const newBook: Book = { version: 1, daily: true, keep: 7, folder: null, passphrase: null, lastAt: null, skipped: null, incomplete: null, failed: null };

/** Where {@link Book} is kept. Error: storage. */
export type BookKeeper = { readonly read: () => Promise<Book>; readonly change: (patch: Partial<Book>) => Promise<Result<Book, AppError>> };

/** Opens the book of a data folder. A damaged one is kept aside, and begun anew. `now` is epoch ms. */
export function createBook(folder: string, now: () => number): BookKeeper {
  const file = path.join(folder, 'backups.json');
  const read = async (): Promise<Book> => {
    const bytes = await readIfPresent(file);
    if (!bytes.ok || bytes.value === null) return newBook;
    const book = parsed(bytes.value);
    if (book === null) await setAside(file, now());
    return book ?? newBook;
  };
  return {
    read,
    change: async (patch) => {
      const book = { ...await read(), ...patch };
      const written = await replaceFile(file, Buffer.from(`${JSON.stringify(book, null, 2)}\n`));
      return written.ok ? ok(book) : fail(toAppError(written.error));
    },
  };
}

function parsed(bytes: Buffer): Book | null {
  try {
    const book = bookSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return book.success ? book.data : null;
  } catch {
    return null;
  }
}

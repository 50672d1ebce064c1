import { captureLimits, noEdit, sniffCapture, type Capture, type CaptureMime, type CaptureSource } from '../../preload/contract/captures.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { nameForeignFile } from '../../preload/contract/file-kinds.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Context } from '../customers/context.ts';
import type { StagedBlob } from '../store/blobs.ts';
import type { CaptureRecord } from '../store/captures.ts';
import { plainName } from './accept-file.ts';
import { toCapture } from './capture-view.ts';

/** An original on its way in: whole, or as it comes. `pages` when somebody has opened it already. */
export type OfferedCapture = {
  readonly name: string; readonly source: CaptureSource; readonly bytes: Uint8Array | AsyncIterable<Uint8Array>; readonly pages?: number | null;
};

/** Ends a stream whose content can't be kept. */
class Unfit extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}

/** Keeps an original in the tray, sealed and as it came, without ever holding it whole; one row a page where the pages are known. Errors, each by
 *  the file's name: file-empty, file-size, file-type; conflict while the tray is full; storage. A source that throws keeps nothing and throws on. */
export async function keepCapture(context: Context, offered: OfferedCapture): Promise<Result<Capture[], AppError>> {
  const kept = await keepIf(context, offered, () => true);
  return kept.ok ? ok([...kept.value ?? []]) : kept;
}

/** As {@link keepCapture}, unless `wanted` says of the content's SHA-256 (hex) that it isn't: then nothing is kept and null is given. `kept` runs in
 *  the transaction that keeps the rows. */
export async function keepIf(
  context: Context, offered: OfferedCapture, wanted: (hash: string) => boolean, kept: (hash: string) => void = () => undefined,
): Promise<Result<readonly Capture[] | null, AppError>> {
  const full = trayFull(context, offered.pages ?? 1);
  if (full !== null) return fail(full);
  const first: { mime: CaptureMime | null } = { mime: null };
  const staged = await stage(context, offered, first);
  if (!staged.ok) return staged;
  return context.inTurn(async () => {
    const refusal = context.store.isOpen ? trayFull(context, offered.pages ?? 1) : closed;
    if (refusal !== null || !wanted(staged.value.ref.hash) || first.mime === null) {
      await staged.value.drop();
      return refusal === null ? ok(null) : fail(refusal);
    }
    const blob = await staged.value.keep();
    if (!blob.ok) return blob;
    const rows = rowsOf(context, offered, first.mime, blob.value);
    await writeDown(context, rows, () => { kept(blob.value.hash); });
    context.notify('captures', null);
    return ok(rows.map(toCapture));
  });
}

/** Keeps the rows; where the store refuses them, the original that nobody refers to goes too. Call it in the turn that stored the original. */
async function writeDown(context: Context, rows: readonly CaptureRecord[], kept: () => void): Promise<void> {
  try {
    context.store.transaction(() => {
      context.captures.add(rows);
      kept();
    });
  } catch (error) {
    const hash = rows[0]?.originalHash ?? '';
    if (context.store.isOpen && !context.documents.refersTo(hash)) await context.blobs.remove(hash);
    throw error;
  }
}

const closed = appError('locked', 'Bursar is locked.', { fix: 'Unlock it and try again.' });

/** The error when so many more pages don't fit into the tray; null when they do. */
export function trayFull(context: Context, more: number): AppError | null {
  if (context.captures.trayCount() + more <= captureLimits.tray) return null;
  return appError('conflict', `The tray holds at most ${captureLimits.tray} pages.`, { fix: 'Put pages into documents or throw some away, then add this again.' });
}

async function stage(context: Context, offered: OfferedCapture, first: { mime: CaptureMime | null }): Promise<Result<StagedBlob, AppError>> {
  try {
    return await context.blobs.stage(fit(offered, first));
  } catch (error) {
    if (error instanceof Unfit) return fail(error.error);
    throw error;
  }
}

/** Lets the content through as long as its kind is one of ours and its size within the limit. */
async function* fit({ name, bytes }: OfferedCapture, first: { mime: CaptureMime | null }): AsyncGenerator<Uint8Array> {
  const file = plainName(name);
  let head = new Uint8Array();
  let size = 0;
  for await (const piece of bytes instanceof Uint8Array ? [bytes] : bytes) {
    size += piece.length;
    if (size > captureLimits.bytes) throw new Unfit(tooLarge(file));
    if (first.mime === null) {
      head = joined(head, piece);
      if (head.length < headBytes) continue;
      first.mime = kindOf(file, head);
      yield head;
    } else yield piece;
  }
  if (size === 0) throw new Unfit(appError('file-empty', `${file} is empty: it has no bytes.`, { fix: 'Copy it again from where it came, or scan it anew.' }));
  if (first.mime !== null) return;
  first.mime = kindOf(file, head);
  yield head;
}

/** How much of a file is gathered before its kind is told, in bytes: enough to name what is refused. */
const headBytes = 1024;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function kindOf(file: string, head: Uint8Array): CaptureMime {
  const mime = sniffCapture(head);
  if (mime !== null) return mime;
  const { kind, fix } = nameForeignFile(head);
  throw new Unfit(appError('file-type', `${file} is ${kind}, whatever its name says. Bursar takes PDF, JPEG, PNG, HEIC, TIFF and WebP.`, { fix }));
}

function tooLarge(file: string): AppError {
  return appError('file-size', `${file} has more than ${captureLimits.bytes / 1024 / 1024} MB.`, { fix: 'Scan it at 300 dpi, or split it.' });
}

function rowsOf(context: Context, { name, source, pages = null }: OfferedCapture, mime: CaptureMime, { hash, size }: { readonly hash: string; readonly size: number }): readonly CaptureRecord[] {
  const row = (page: number | null): CaptureRecord => ({
    id: context.ids(), name: plainName(name).slice(0, 255), source, mime, bytes: size, page, pages, state: page === null ? 'new' : 'ready', problem: null,
    edit: noEdit, evidence: null, documentId: null, addedAt: context.clock(), originalHash: hash,
  });
  return pages === null ? [row(null)] : Array.from({ length: pages }, (_none, index) => row(index + 1));
}

import type { Reply, Request } from '../../preload/contract/api.ts';
import { captureLimits, sniffCapture } from '../../preload/contract/captures.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Context } from '../customers/context.ts';
import type { CaptureRecord } from '../store/captures.ts';
import { toCapture } from './capture-view.ts';
import { keepCapture, trayFull } from './keep-capture.ts';
import { removeUnused } from './unused-blobs.ts';

/** The tray, at most as many pages as it may hold; or the pages of one document of this profile, none when there is no such. */
export function list(context: Context, { documentId }: Request<'captures.list'>): Result<Reply<'captures.list'>, AppError> {
  const rows = documentId === null ? context.captures.tray() : context.captures.ofDocument(documentId);
  return ok(rows.slice(0, captureLimits.tray).map(toCapture));
}

/** Keeps an original. Errors: those of {@link keepCapture}. */
export function add(context: Context, request: Request<'captures.add'>): Promise<Result<Reply<'captures.add'>, AppError>> {
  return keepCapture(context, request);
}

/** Makes a `new` original one row a page. Said again with the same number it changes nothing. Errors: not-found; conflict when it was opened
 *  otherwise, or when its pages don't fit into the tray. */
export function opened(context: Context, { id, pages }: Request<'captures.opened'>): Result<Reply<'captures.opened'>, AppError> {
  const found = find(context, id);
  if (!found.ok) return found;
  const record = found.value;
  if (record.state === 'ready' && record.pages === pages) return ok(sisters(context, record).map(toCapture));
  if (record.state !== 'new') return fail(openedOtherwise);
  const full = trayFull(context, pages - 1);
  if (full !== null) return fail(full);
  const rows = Array.from({ length: pages }, (_none, index): CaptureRecord => ({ ...record, id: index === 0 ? id : context.ids(), page: index + 1, pages, state: 'ready' }));
  context.store.transaction(() => {
    context.captures.put(rows[0] ?? record);
    context.captures.addAfter(id, rows.slice(1));
  });
  context.notify('captures', null);
  return ok(rows.map(toCapture));
}

const openedOtherwise = appError('conflict', 'This file has been opened already.', { fix: 'Look at its pages in the tray.' });

/** The pages that one file gave, where they still are in the tray. */
function sisters(context: Context, { originalHash, addedAt, name }: CaptureRecord): readonly CaptureRecord[] {
  return context.captures.tray().filter((one) => one.originalHash === originalHash && one.addedAt === addedAt && one.name === name);
}

/** Says why an original in the tray can't be used; it stays until somebody throws it away. Errors: not-found; conflict for a document's page. */
export function refuse(context: Context, { id, problem }: Request<'captures.refuse'>): Result<Reply<'captures.refuse'>, AppError> {
  const found = find(context, id);
  if (!found.ok) return found;
  if (found.value.documentId !== null) return fail(inDocument);
  return ok(written(context, { ...found.value, state: 'refused', problem }));
}

/** Keeps what was done to a page. Errors: not-found; validation when the small picture is none or too large. */
export function save(context: Context, { id, edit, thumb, evidence }: Request<'captures.save'>): Result<Reply<'captures.save'>, AppError> {
  const found = find(context, id);
  if (!found.ok) return found;
  if (thumb !== null && (thumb.length > captureLimits.thumb || sniffCapture(thumb) !== 'image/jpeg')) return fail(badThumb);
  return ok(context.store.transaction(() => {
    if (thumb !== null) context.captures.putThumb(id, thumb);
    return written(context, { ...found.value, edit: edit ?? found.value.edit, evidence: evidence ?? found.value.evidence });
  }));
}

const badThumb = appError('validation', `A small picture is a JPEG of at most ${captureLimits.thumb / 1024} kB.`, { fields: [{ path: 'thumb', message: 'This is none.' }] });

function written(context: Context, record: CaptureRecord): Reply<'captures.save'> {
  context.captures.put(record);
  context.notify('captures', record.id);
  return toCapture(record);
}

/** The original as it came; the whole file where it has several pages. Errors: not-found, storage when it is damaged. */
export async function read(context: Context, { id }: Request<'captures.read'>): Promise<Result<Reply<'captures.read'>, AppError>> {
  const found = find(context, id);
  if (!found.ok) return found;
  const bytes = await context.blobs.read(found.value.originalHash);
  return bytes.ok ? ok({ mime: found.value.mime, bytes: new Uint8Array(bytes.value) }) : bytes;
}

/** The small picture, null before one was saved. Error: not-found. */
export function thumb(context: Context, { id }: Request<'captures.thumb'>): Result<Reply<'captures.thumb'>, AppError> {
  const found = find(context, id);
  if (!found.ok) return found;
  const bytes = context.captures.thumb(id);
  return ok({ bytes: bytes === null ? null : new Uint8Array(bytes) });
}

/** Puts the tray in this order; what isn't in it any more is left out, what isn't named comes after. */
export function order(context: Context, { ids }: Request<'captures.order'>): Result<null, AppError> {
  context.captures.order(ids);
  context.notify('captures', null);
  return ok(null);
}

/** Throws pages of the tray away; those that are gone already don't matter. Error: conflict for a document's page, and then nothing is removed. */
export async function remove(context: Context, { ids }: Request<'captures.remove'>): Promise<Result<null, AppError>> {
  const records = ids.map((id) => context.captures.get(id)).filter((one) => one !== null);
  if (records.some(({ documentId }) => documentId !== null)) return fail(inDocument);
  context.captures.remove(records.map(({ id }) => id));
  context.notify('captures', null);
  await removeUnused(context, records.map(({ originalHash }) => originalHash));
  return ok(null);
}

const inDocument = appError('conflict', 'This page belongs to a document.', { fix: 'Take the document out of its slot first.' });

function find(context: Context, id: string): Result<CaptureRecord, AppError> {
  const record = context.captures.get(id);
  return record === null ? fail(appError('not-found', 'This page is not on this computer any more.')) : ok(record);
}

import type { Reply, Request } from '../../preload/contract/api.ts';
import { payoutDocumentLimits, type PayoutDocument } from '../../preload/contract/deposit.ts';
import { sniffDocument } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { nameForeignFile } from '../../preload/contract/file-kinds.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { plainName } from '../documents/accept-file.ts';
import { removeUnused } from '../documents/unused-blobs.ts';
import type { Blobs } from '../store/blobs.ts';
import type { NewPayoutDocument } from '../store/payout-documents.ts';
import type { PayoutRecord } from '../store/payout-record.ts';
import { find, type Context } from './context.ts';
import { wrongState } from './step.ts';
import { toPayout } from './view.ts';

type Shown = Result<Reply<'payouts.attach'>, AppError>;

const notHere = appError('not-found', 'This document is not kept with the payout any more.');
const megabyte = 1024 * 1024;

/** Keeps a supporting file with a draft, sealed and as it came; the type is read from the bytes (trap: a type that doesn't match them is refused by
 *  a provider that gets it). Errors: those of the file, validation beyond the limits, conflict when it is no draft any more. */
export async function attach(ctx: Context, request: Request<'payouts.attach'>): Promise<Shown> {
  const { blobs } = ctx.lane;
  const room = roomFor(ctx, request.id);
  if (!room.ok) return room;
  const mime = accepted(ctx, request);
  if (!mime.ok) return mime;
  let kept: Result<PayoutRecord, AppError> = room;
  let hash: string | null = null;
  await blobs.inTurn(async () => {
    const blob = await blobs.put(request.bytes);
    if (blob.ok) hash = blob.value.hash;
    kept = blob.ok ? addTo(ctx, request, { mime: mime.value, sha256: blob.value.hash, size: blob.value.size }) : blob;
  });
  if (!kept.ok && hash !== null) await removeUnusedFiles(ctx, [{ sha256: hash }]);
  return shown(ctx, kept);
}

function addTo(ctx: Context, { id, name, kind }: Request<'payouts.attach'>, file: Pick<NewPayoutDocument, 'mime' | 'sha256' | 'size'>): Result<PayoutRecord, AppError> {
  return ctx.store.transaction(() => {
    const room = roomFor(ctx, id);
    if (room.ok) ctx.documents.add(id, { ...file, id: ctx.ids(), name: plainName(name), kind, description: '', addedAt: ctx.clock() });
    return room;
  });
}

/** The payout, if it is a draft that takes one more file. */
function roomFor(ctx: Context, id: string): Result<PayoutRecord, AppError> {
  const draft = draftOf(ctx, id);
  if (!draft.ok) return draft;
  if (ctx.documents.list(id).length < payoutDocumentLimits.count) return draft;
  return fail(appError('validation', `A payout carries at most ${payoutDocumentLimits.count} documents.`, { fix: 'Take one out first, or put the pages into one PDF.' }));
}

/** What is reviewed, priced and sent doesn't change behind a person's back: only a draft changes its files. */
function draftOf(ctx: Context, id: string): Result<PayoutRecord, AppError> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  return found.value.state === 'draft' ? found : fail(wrongState(ctx, found.value));
}

/** The limits are the same where the provider gets no files. */
function accepted({ lane }: Context, { name, bytes }: Request<'payouts.attach'>): Result<NewPayoutDocument['mime'], AppError> {
  const file = plainName(name);
  const taker = lane.sendsFiles ? lane.name : 'Bursar';
  if (bytes.length === 0) return fail(appError('file-empty', `${file} is empty: it has no bytes.`, { fix: 'Copy it again from where it came.' }));
  if (bytes.length > payoutDocumentLimits.bytes) {
    const size = (Math.ceil(bytes.length / megabyte * 10) / 10).toFixed(1);
    return fail(appError('file-size', `${file} has ${size} MB, ${taker} takes at most ${payoutDocumentLimits.bytes / megabyte} MB.`, { fix: 'Scan it at a lower resolution, or save it smaller.' }));
  }
  const mime = sniffDocument(bytes);
  if (mime !== null) return ok(mime);
  const { kind, fix } = nameForeignFile(bytes);
  return fail(appError('file-type', `${file} is ${kind}, whatever its name says. ${taker} takes PDF, JPEG and PNG.`, { fix }));
}

/** A kept file as one text: another file, or other words about it, are another text. */
export function documentPrint({ sha256, kind, description }: PayoutDocument): string {
  return `${sha256} ${kind} ${description}`;
}

/** Says what a kept file is. Errors: not-found, conflict. */
export function describeDocument(ctx: Context, { id, documentId, kind, description }: Request<'payouts.describeDocument'>): Shown {
  return ctx.store.transaction(() => {
    const draft = draftOf(ctx, id);
    if (!draft.ok) return draft;
    return ctx.documents.describe(id, documentId, kind, description) ? shown(ctx, draft) : fail(notHere);
  });
}

/** Takes a file out of a draft. Errors: not-found, conflict. */
export async function detach(ctx: Context, { id, documentId }: Request<'payouts.detach'>): Promise<Shown> {
  const draft = draftOf(ctx, id);
  if (!draft.ok) return draft;
  const document = ctx.documents.get(id, documentId);
  if (document === null || !ctx.documents.remove(id, documentId)) return fail(notHere);
  await removeUnusedFiles(ctx, [document]);
  return shown(ctx, draft);
}

/** The kept bytes. Errors: not-found, storage when they are damaged. */
export async function readDocument(ctx: Context, { id, documentId }: Request<'payouts.readDocument'>): Promise<Result<Reply<'payouts.readDocument'>, AppError>> {
  const document = ctx.documents.get(id, documentId);
  if (document === null) return fail(notHere);
  const bytes = await ctx.lane.blobs.read(document.sha256);
  return bytes.ok ? ok({ mime: document.mime, bytes: new Uint8Array(bytes.value) }) : bytes;
}

/** Removes files that no document refers to any more. One that can't be removed stays, sealed. */
export async function removeUnusedFiles(ctx: Context, files: readonly Pick<PayoutDocument, 'sha256'>[]): Promise<void> {
  const { blobs } = ctx.lane;
  if (files.length === 0) return;
  const inTurn: Blobs['inTurn'] = blobs.inTurn;
  await removeUnused({ blobs, documents: ctx.documents, inTurn }, files.map(({ sha256 }) => sha256));
}

function shown(ctx: Context, kept: Result<PayoutRecord, AppError>): Shown {
  if (!kept.ok) return kept;
  ctx.changed('payouts', kept.value.id);
  return ok(toPayout(ctx, kept.value));
}

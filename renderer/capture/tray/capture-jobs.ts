import type { Capture, CaptureEdit, CaptureSource } from '../../../preload/contract/captures.ts';
import { slotLabel, type DocumentInfo, type DocumentSlot } from '../../../preload/contract/documents.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { ask } from '../../call.ts';
import { t } from '../../text.ts';
import type { FileLike } from '../sources.ts';
import type { EditedDocument, Job } from './capture-state.ts';
import { inWords, lookAtPage, openWaiting } from './look-page.ts';
import { placePages, takesMany } from './place-pages.ts';
import { readFile, takeFile, type TakenFile } from './take-file.ts';

const isFile = (file: FileLike | TakenFile): file is FileLike => 'arrayBuffer' in file;

/** Takes files into the tray; a single page goes to its slot at once, more wait for the person’s choice. */
export async function takeAll(job: Job, slot: DocumentSlot, files: readonly (FileLike | TakenFile)[], source: CaptureSource, tended: Set<string>): Promise<void> {
  const pages: Capture[] = [];
  for (const [index, file] of files.entries()) {
    const read = isFile(file) ? await readFile(file) : { ok: true as const, value: file };
    const kept = read.ok ? await takeFile(read.value, source, job.deps.looker()) : read;
    if (kept.ok) pages.push(...kept.value);
    else job.refuse({ name: file.name, error: kept.error });
    if (!job.part(0.05 + 0.35 * ((index + 1) / files.length))) break;
  }
  for (const { id } of pages) tended.add(id);
  const [only] = pages;
  const free = !takesMany(slot) || !job.filled(slot);
  if (only && pages.length === 1 && free) return placeTaken(job, slot, only);
  if (pages.length > 0) await lookAll(job, slot, pages);
}

/** The one page that was taken goes to its slot; a page that can't be looked at isn't kept. */
async function placeTaken(job: Job, slot: DocumentSlot, page: Capture): Promise<void> {
  job.set({ going: new Set([page.id]) });
  const looked = await lookAtPage(page, { slot, idType: job.deps.idType() }, null, job.deps.looker());
  if (!looked.ok) return refusePages(job, [page], looked.error);
  if (job.part(0.75)) await placeAll(job, slot, [looked.value], 0.75);
}

async function refusePages(job: Job, pages: readonly Capture[], error: AppError): Promise<void> {
  await ask('captures.remove', { ids: pages.map(({ id }) => id) });
  job.refuse({ name: pages[0]?.name ?? '', error });
}

/** Looks at pages that wait for the person’s choice, and chooses them. */
async function lookAll(job: Job, slot: DocumentSlot, pages: readonly Capture[]): Promise<void> {
  const good: Capture[] = [];
  for (const [index, page] of pages.entries()) {
    const looked = await lookAtPage(page, { slot, idType: job.deps.idType() }, null, job.deps.looker());
    if (looked.ok) good.push(looked.value);
    else await refusePages(job, [page], looked.error);
    job.choose(good.map(({ id }) => id), good[0]?.id ?? null);
    if (!job.part(0.4 + 0.6 * ((index + 1) / pages.length))) return;
  }
  if (good.length > 0) job.set({ said: t('{count, plural, one {One page waits} other {# pages wait}} in the tray.', { count: good.length }) });
}

/** Makes pages the document of a slot. */
export async function placeAll(job: Job, slot: DocumentSlot, pages: readonly Capture[], from = 0.1): Promise<void> {
  const name = pages[0]?.name ?? '';
  const customerId = await job.deps.customerId();
  if (customerId === null) {
    const error = appError('storage', t('{name} was not placed: the form could not be saved.', { name }), { fix: t('Save the form first; the reason stands at the top. The page waits in the tray.') });
    return job.refuse({ name, error });
  }
  const idType = job.deps.idType();
  const placed = await placePages(pages, { customerId, wanted: { slot, idType } }, job.deps.looker(), (part) => job.part(from + (0.95 - from) * part));
  if (!placed.ok) return placed.error.code === 'cancelled' ? undefined : job.refuse({ name, error: placed.error });
  job.choose([], null);
  job.set({ said: t('{name} is kept as {label}.', { name: placed.value.name, label: slotLabel(slot, idType).toLowerCase() }) });
}

/** Takes a document that was never looked at for a file that just came: into the tray, and from there into its own slot. */
export async function checkKept(job: Job, { id, slot, name }: DocumentInfo): Promise<void> {
  const read = await ask('documents.read', { customerId: await job.deps.customerId() ?? '', documentId: id });
  const kept = read.ok ? await takeFile({ name, bytes: read.value.bytes }, 'file', job.deps.looker()) : read;
  if (!kept.ok) return job.refuse({ name, error: kept.error });
  job.set({ going: new Set(kept.value.map((page) => page.id)) });
  await placeAll(job, slot, kept.value, 0.3);
}

/** Keeps another edit of a page, looks at it again, and makes the document anew that it is a page of. */
export async function editPage(job: Job, page: Capture, edit: CaptureEdit, document: EditedDocument | null, slot: DocumentSlot): Promise<void> {
  const looked = await lookAtPage(page, { slot: document?.slot ?? slot, idType: job.deps.idType() }, edit, job.deps.looker());
  if (!looked.ok) return job.refuse({ name: page.name, error: looked.error });
  job.part(0.5);
  if (document) await placeAll(job, document.slot, document.pages.map((one) => (one.id === page.id ? looked.value : one)), 0.5);
}

/** Opens or looks at a page that waits for it; one that can’t be used says why from now on. */
export async function tendTo(job: Job, page: Capture, slot: DocumentSlot): Promise<void> {
  const looker = job.deps.looker();
  const done: Result<unknown, AppError> = page.state === 'new' ? await openWaiting(page, looker) : await lookAtPage(page, { slot, idType: job.deps.idType() }, null, looker);
  if (done.ok || done.error.code === 'not-found') return;
  if (page.state === 'new') return job.refuse({ name: page.name, error: done.error });
  const noted = await ask('captures.refuse', { id: page.id, problem: inWords(done.error) });
  if (!noted.ok) job.refuse({ name: page.name, error: done.error });
}

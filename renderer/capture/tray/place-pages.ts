import type { Capture } from '../../../preload/contract/captures.ts';
import { maxDocumentPages, type DocumentInfo, type DocumentSlot } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Evidence } from '../../../preload/contract/evidence.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { ask } from '../../call.ts';
import type { Looker, Made, Wanted } from '../preflight/port.ts';
import { tooManyPages } from '../refusals.ts';
import { lookedAt, pageOf } from './look-page.ts';

/** Where pages go. */
export type Place = { readonly customerId: string; readonly wanted: Wanted };

/** The slots that take several pages, as one PDF. */
export function takesMany(slot: DocumentSlot): boolean {
  return slot === 'proof_of_address';
}

/** Makes pages anew and puts them into a slot as its document. `onPart` hears how far it is, 0 to 1; it gives false to stop. */
export async function placePages(pages: readonly Capture[], { customerId, wanted }: Place, looker: Looker, onPart: (part: number) => boolean): Promise<Result<DocumentInfo, AppError>> {
  const name = fileName(pages);
  if (pages.length > maxDocumentPages) return fail(tooManyPages(name, pages.length));
  const evidence: Evidence[] = [];
  const made: Made[] = [];
  for (const [index, page] of pages.entries()) {
    const done = await makePage(page, wanted, looker);
    if (!done.ok) return done;
    evidence.push(done.value.evidence);
    made.push(done.value.made);
    if (!onPart((index + 1) / (pages.length + 1))) return fail({ code: 'cancelled', message: '' });
  }
  const file = await oneFile(made, looker);
  if (!file.ok) return file;
  return ask('documents.place', {
    customerId, slot: wanted.slot, captureIds: pages.map(({ id }) => id), name: `${name}.${file.value.ending}`, bytes: file.value.bytes as Uint8Array<ArrayBuffer>, evidence,
  });
}

async function makePage(page: Capture, wanted: Wanted, looker: Looker): Promise<Result<{ readonly evidence: Evidence; readonly made: Made }, AppError>> {
  const looked = await lookedAt(page, wanted, looker);
  if (!looked.ok) return looked;
  const { evidence, edit } = looked.value;
  const original = await pageOf(page);
  if (!original.ok) return original;
  const made = await looker.make(original.value, edit);
  return made.ok && evidence ? ok({ evidence, made: made.value }) : made.ok ? fail({ code: 'internal', message: '' }) : made;
}

async function oneFile(made: readonly Made[], looker: Looker): Promise<Result<{ readonly bytes: Uint8Array; readonly ending: string }, AppError>> {
  const [only] = made;
  if (only && made.length === 1) return ok({ bytes: only.bytes, ending: only.mime === 'image/png' ? 'png' : 'jpg' });
  const merged = await looker.merge(made);
  return merged.ok ? ok({ bytes: merged.value, ending: 'pdf' }) : merged;
}

/** The name of the first page's file, without its ending: what is made from it has an ending of its own. */
function fileName([first]: readonly Capture[]): string {
  const name = first?.name.replace(/\.[a-z\d]{1,5}$/i, '') ?? '';
  return name === '' ? 'page' : name.slice(0, 240);
}

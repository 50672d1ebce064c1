import type { Capture, CaptureEdit } from '../../../preload/contract/captures.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { ask } from '../../call.ts';
import type { Looker, Original, Wanted } from '../preflight/port.ts';
import { originalOf } from './originals.ts';

/** For which place each page was looked at last: a face is looked for only where one belongs. */
const lookedFor = new Map<string, string>();
const nameOf = ({ slot, idType }: Wanted, edit: CaptureEdit) => JSON.stringify([slot, idType, edit]);

/** The file and page behind a row of the tray. */
export async function pageOf({ id, name, page }: Pick<Capture, 'id' | 'name' | 'page'>): Promise<Result<Original, AppError>> {
  const bytes = await originalOf(id);
  return bytes.ok ? ok({ name, bytes: bytes.value, page: page ?? 1 }) : bytes;
}

/** Looks at a page and keeps what it says; `edit` null proposes one. */
export async function lookAtPage(capture: Capture, wanted: Wanted, edit: CaptureEdit | null, looker: Looker): Promise<Result<Capture, AppError>> {
  const original = await pageOf(capture);
  if (!original.ok) return original;
  const looked = await looker.look(original.value, wanted, edit);
  if (!looked.ok) return looked;
  const { thumb, evidence } = looked.value;
  const kept = await ask('captures.save', { id: capture.id, edit: looked.value.edit, thumb: thumb as Uint8Array<ArrayBuffer>, evidence });
  if (kept.ok) lookedFor.set(capture.id, nameOf(wanted, kept.value.edit));
  return kept;
}

/** The page as looked at for this very place: again where it was looked at for another, or before the app was started. */
export async function lookedAt(capture: Capture, wanted: Wanted, looker: Looker): Promise<Result<Capture, AppError>> {
  if (capture.evidence !== null && lookedFor.get(capture.id) === nameOf(wanted, capture.edit)) return ok(capture);
  return lookAtPage(capture, wanted, capture.evidence === null ? null : capture.edit, looker);
}

/** Opens what a scanner or the watched folder put into the tray: one row a page from now on, or the reason why it can't be used. */
export async function openWaiting(capture: Capture, looker: Looker): Promise<Result<readonly Capture[], AppError>> {
  const bytes = await originalOf(capture.id);
  if (!bytes.ok) return bytes;
  const opened = await looker.open({ name: capture.name, bytes: bytes.value });
  if (opened.ok) return ask('captures.opened', { id: capture.id, pages: opened.value.pages });
  await ask('captures.refuse', { id: capture.id, problem: inWords(opened.error) });
  return fail(opened.error);
}

/** A refusal as the tray keeps it. */
export function inWords({ message, fix }: AppError): string {
  return (fix ? `${message} ${fix}` : message).slice(0, 300);
}

import type { Capture, CaptureSource } from '../../../preload/contract/captures.ts';
import { captureLimits } from '../../../preload/contract/captures.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
import { ask } from '../../call.ts';
import type { Looker } from '../preflight/port.ts';
import { bulkyFile, emptyFile, unreadableFile } from '../refusals.ts';
import type { FileLike } from '../sources.ts';
import { holdOriginal } from './originals.ts';

/** A file that was taken: its name for people, and its bytes as they came. */
export type TakenFile = { readonly name: string; readonly bytes: Uint8Array };

/** The bytes of a chosen, dropped or pasted file; too large a one is refused before it is read. */
export async function readFile(file: FileLike): Promise<Result<TakenFile, AppError>> {
  if (file.size > captureLimits.bytes) return fail(bulkyFile(file.name, file.size));
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return bytes.length === 0 ? fail(emptyFile(file.name)) : { ok: true, value: { name: file.name, bytes } };
  } catch {
    return fail(unreadableFile(file.name));
  }
}

/** Opens a file and keeps it in the tray as it came, one row a page; what doesn't open is refused and not kept. */
export async function takeFile(file: TakenFile, source: CaptureSource, looker: Looker): Promise<Result<readonly Capture[], AppError>> {
  const opened = await looker.open(file);
  if (!opened.ok) return opened;
  const kept = await ask('captures.add', { name: file.name, source, bytes: file.bytes as Uint8Array<ArrayBuffer>, pages: opened.value.pages });
  if (kept.ok) holdOriginal(kept.value.map(({ id }) => id), file.bytes);
  return kept;
}

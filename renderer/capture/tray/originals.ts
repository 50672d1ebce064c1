import type { AppError } from '../../../preload/contract/errors.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { ask } from '../../call.ts';
import { onForget } from '../../flush.ts';

/** Most bytes of originals that are held at once; the one in use is held whatever its size. */
const most = 96 * 1024 * 1024;

type Held = { readonly ids: ReadonlySet<string>; readonly bytes: Uint8Array };
/** The one used last stands last. */
let held: readonly Held[] = [];

onForget(() => { held = []; });

/** Remembers the original of pages that were just kept, so that it need not come across the door again. */
export function holdOriginal(ids: readonly string[], bytes: Uint8Array): void {
  held = trimmed([...held, { ids: new Set(ids), bytes }]);
}

/** The untouched file a page came in: all pages of one file share it. */
export async function originalOf(id: string): Promise<Result<Uint8Array, AppError>> {
  const known = held.find(({ ids }) => ids.has(id));
  if (known) {
    held = [...held.filter((one) => one !== known), known];
    return ok(known.bytes);
  }
  const read = await ask('captures.read', { id });
  if (!read.ok) return read;
  holdOriginal([id], read.value.bytes);
  return ok(read.value.bytes);
}

function trimmed(all: readonly Held[]): readonly Held[] {
  let room = most;
  const kept = all.toReversed().filter(({ bytes }, index) => {
    room -= bytes.length;
    return index === 0 || room >= 0;
  });
  return kept.toReversed();
}

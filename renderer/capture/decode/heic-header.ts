import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { at } from './bytes.ts';
import { tooBig, type Size, type Trouble } from './trouble.ts';

type Box = { readonly name: string; readonly from: number; readonly to: number };

/** Boxes deeper or more than any phone writes. */
const [mostBoxes, mostSizes] = [4_000, 20_000];

/** The boxes between two places; `from` is where the contents begin. Errors: `cut` when one goes beyond the end. */
function boxes(bytes: Uint8Array, start: number, end: number): Result<readonly Box[], Trouble> {
  const found: Box[] = [];
  let from = start;
  while (from + 8 <= end && found.length < mostBoxes) {
    const [short, name] = [at.u32(bytes, from), at.text(bytes, from + 4, 4)];
    const [length, head] = short === 1 ? [at.u32(bytes, from + 8) * 4_294_967_296 + at.u32(bytes, from + 12), 16] : [short === 0 ? end - from : short, 8];
    if (length < head) return fail({ kind: 'damaged' });
    if (from + length > end) return fail({ kind: 'cut' });
    found.push({ name, from: from + head, to: from + length });
    from += length;
  }
  return from < end && found.length < mostBoxes ? fail({ kind: 'cut' }) : ok(found);
}

/** Reads the largest size that a HEIC photo gives for any of its parts (boxes `ispe`), and that it is whole. Errors: `cut`, `damaged`, `pixels`, `side`. */
export function readHeic(bytes: Uint8Array): Result<Size, Trouble> {
  const top = boxes(bytes, 0, bytes.length);
  if (!top.ok) return top;
  // The pixels come last.
  if (!top.value.some(({ name }) => name === 'mdat')) return fail({ kind: 'cut' });
  const meta = top.value.find(({ name }) => name === 'meta');
  // meta is a full box: version and flags come before what it holds.
  const properties = meta ? inside(bytes, inside(bytes, { ...meta, from: meta.from + 4 }, 'iprp'), 'ipco') : null;
  const sizes = properties ? boxes(bytes, properties.from, properties.to) : null;
  if (!sizes?.ok) return fail({ kind: 'damaged' });
  const said = sizes.value.filter(({ name }) => name === 'ispe').slice(0, mostSizes).map(({ from }) => ({ width: at.u32(bytes, from + 4), height: at.u32(bytes, from + 8) }));
  const largest = said.reduce<Size>((best, one) => (one.width * one.height > best.width * best.height ? one : best), { width: 0, height: 0 });
  const trouble = tooBig(largest, 'image/heic');
  return trouble ? fail(trouble) : ok(largest);
}

function inside(bytes: Uint8Array, box: Box | null, name: string): Box | null {
  const held = box ? boxes(bytes, box.from, box.to) : null;
  return (held?.ok && held.value.find((one) => one.name === name)) || null;
}

import type { Barcode } from '../barcode/read-barcode.ts';
import { scaled } from '../geometry/quad.ts';
import type { ZoneReading } from '../mrz/read-zone.ts';
import type { Rgba } from '../pixels.ts';
import type { Flattened } from './flatten.ts';
import type { Found, Measures } from './measures.ts';
import { unflattened } from './places.ts';
import type { Wanted } from './port.ts';
import { readZoneOnce, seekZone } from './seek-zone.ts';

/** What machines can read on a page; places are the working copy's. */
export type Codes = { readonly zone: ZoneReading | null; readonly barcode: Barcode | null };

/** More of a page than its working copy: a document laid out flat, and a larger copy. */
export type Closer = { readonly flat: (found: Found) => Flattened; readonly larger: () => Rgba };

/** Confidence from which a document counts as surely found. */
const sureFound = 0.85;

/** Reads what the slot's document carries. A licence has its barcode on the back and rarely a zone, so that is sought first and less is done for the other. */
export async function readCodes(copy: Rgba, wanted: Wanted, measures: Measures, closer: Closer): Promise<Codes> {
  const { slot, idType } = wanted;
  // Letters and photos of a person have none; a passport that was put in their place has, and is as long for its width as a letter.
  if (slot === 'proof_of_address' || slot === 'liveness_check') return { zone: readZoneOnce(copy, measures), barcode: null };
  if (idType !== 'drivers_license') return { zone: seekZone(copy, wanted, measures, closer.flat), barcode: null };
  const found = measures.findDocument(copy, wanted);
  const near = found && await barcodeNear(found, measures, closer);
  if (near) return { zone: null, barcode: near };
  // A front has no barcode that is read here: one that shows on it is the back's, in the wrong place.
  if (slot === 'identity') return { zone: readZoneOnce(copy, measures), barcode: null };
  const zone = readZoneOnce(copy, measures);
  // Where the card was surely found and laid out flat, the whole page shows nothing more.
  return { zone, barcode: zone || (found && found.confidence >= sureFound) ? null : await barcodeFar(copy, measures, closer) };
}

async function barcodeNear(found: Found, { readBarcode }: Measures, { flat }: Closer): Promise<Barcode | null> {
  const cut = flat(found);
  const read = await readBarcode(cut.picture);
  return read && { ...read, quad: unflattened(read.quad, cut.quad, cut.picture) };
}

async function barcodeFar(copy: Rgba, { readBarcode }: Measures, { larger }: Closer): Promise<Barcode | null> {
  const picture = larger();
  const read = await readBarcode(picture);
  return read && { ...read, quad: scaled(read.quad, copy.width / picture.width, copy.height / picture.height) };
}

import type { CaptureEdit } from '../../../preload/contract/captures.ts';
import type { Area, Evidence } from '../../../preload/contract/evidence.ts';
import type { Barcode } from '../barcode/read-barcode.ts';
import { drawn, pixelsOf, turnedCopy, type Sheet } from '../decode/sheet.ts';
import { faceEvidence } from '../face/face-evidence.ts';
import { areaFrom, scaled } from '../geometry/quad.ts';
import { shrink } from '../geometry/scale.ts';
import { turned } from '../geometry/turn.ts';
import { encodeThumb } from '../make/encode.ts';
import { edited } from '../make/make.ts';
import type { PageMeasured } from '../measure/measure-page.ts';
import type { Rgba } from '../pixels.ts';
import { readCodes } from './codes.ts';
import { faceSize, uprightTurn } from './direction.ts';
import { fitting } from './fitting.ts';
import { flatten } from './flatten.ts';
import type { Found, Measures } from './measures.ts';
import { turnedQuad } from './places.ts';
import type { Looked, Wanted } from './port.ts';
import { zoneEvidence } from './seek-zone.ts';

/** Longer side of the copy that a document is looked for in, of the one that it is measured on, of the one that barcodes are read from, and of a
 *  thumbnail, in pixels. */
const sizes = { work: 1_600, measure: 3_200, barcode: 2_600, thumb: 320 } as const;
/** Least confidence for cutting along a found edge without asking. */
const sureEdge = 0.75;
/** Least confidence for taking something on a photo of a person for a document. */
const sureDocument = 0.9;

/** Runs every measure on a page. Without an edit it proposes one: upright by what can be read or recognised, cut along an edge that is surely seen. */
export async function look(sheet: Sheet, wanted: Wanted, edit: CaptureEdit | null, measures: Measures): Promise<Looked> {
  const began = performance.now();
  const first = pixelsOf(turnedCopy(sheet, edit?.turn ?? 0, sizes.work));
  const codes = await readCodes(first, wanted, measures, {
    flat: (found) => flatten(sheet, edit?.turn ?? 0, first, found.quad), larger: () => pixelsOf(turnedCopy(sheet, edit?.turn ?? 0, sizes.barcode)),
  });
  const more = edit ? 0 : uprightTurn(first, wanted, codes, measures);
  const upright = turned(first, more);
  const found = soughtIn(upright, wanted, measures);
  const edge = found && found.confidence >= sureEdge ? areaFrom(found.quad, upright.width, upright.height) : null;
  const proposed: CaptureEdit = edit ?? { turn: more, corners: edge && [...edge], even: false };
  const evidence: Evidence = {
    version: 1, ...sizeOf(sheet, proposed.turn), ...measured(sheet, proposed.turn, upright, found, wanted, measures),
    zone: zoneEvidence(codes.zone, first, more), barcode: barcodeEvidence(codes.barcode, first, upright, more),
    faces: wanted.slot === 'liveness_check' ? faceEvidence(shrink(upright, faceSize), measures.findFaces) : null, took: performance.now() - began,
  };
  return { evidence: fitting(evidence), edit: proposed, thumb: await thumbOf(sheet, proposed, measures) };
}

/** The document of a page. On a photo of a person only what is surely one counts: walls have frames and windows too. */
function soughtIn(page: Rgba, wanted: Wanted, { findDocument }: Measures): Found | null {
  const found = findDocument(page, wanted);
  return wanted.slot === 'liveness_check' && found && (found.fills || found.confidence < sureDocument) ? null : found;
}

/** The measures of a page, taken at nearly all the pixels it has: a small copy of a blurred page looks sharp. */
function measured(sheet: Sheet, turn: CaptureEdit['turn'], small: Rgba, found: Found | null, wanted: Wanted, { measurePage }: Measures): PageMeasured {
  const page = pixelsOf(turnedCopy(sheet, turn, sizes.measure));
  const there = found && { ...found, quad: scaled(found.quad, page.width / small.width, page.height / small.height) };
  const dpi = sheet.dpi === null ? null : (sheet.dpi * longest(page)) / longest(sheet);
  const { document, ...rest } = measurePage(page, there, wanted, dpi);
  // Dots an inch are those of the page itself, not of the copy.
  return { ...rest, document: document && { ...document, dpi: document.dpi === null ? null : (document.dpi * longest(sheet)) / longest(page) } };
}

function longest({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.max(width, height);
}

function sizeOf({ width, height }: Sheet, turn: CaptureEdit['turn']): { readonly width: number; readonly height: number } {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };
}

/** A barcode as evidence, its place on the page after that was turned. */
function barcodeEvidence(read: Barcode | null, first: Rgba, upright: Rgba, turn: CaptureEdit['turn']): Evidence['barcode'] {
  return read && { text: read.text, area: [...areaFrom(turnedQuad(read.quad, first, turn), upright.width, upright.height)] };
}

/** A small picture of the page as it would be sent. */
function thumbOf(sheet: Sheet, edit: CaptureEdit, measures: Measures): Promise<Uint8Array> {
  const small = edited(sheet, edit, measures, edit.corners ? sizes.thumb * 2 : sizes.thumb);
  return encodeThumb(longest(small) > sizes.thumb ? drawn(small, small, 1, sizes.thumb) : small);
}

/** The corners of the document on the turned page; null when its edge isn't surely seen. */
export function cornersOf(sheet: Sheet, turn: CaptureEdit['turn'], { findDocument }: Measures): Area | null {
  const picture = pixelsOf(turnedCopy(sheet, turn, sizes.work));
  const found = findDocument(picture, null);
  return found && areaFrom(found.quad, picture.width, picture.height);
}

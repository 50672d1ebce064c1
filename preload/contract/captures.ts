import { z } from 'zod';
import { areaSchema, evidenceSchema } from './evidence.ts';

/** Where a captured page came from. */
export const captureSources = ['camera', 'scanner', 'file', 'paste', 'folder'] as const;
/** Where a captured page came from. */
export type CaptureSource = (typeof captureSources)[number];

/** The kinds of file that can be captured, by their bytes; only PDF, JPEG and PNG go to the provider, so the others are made anew. */
export const captureMimes = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic', 'image/tiff', 'image/webp'] as const;
/** A kind of file that can be captured. */
export type CaptureMime = (typeof captureMimes)[number];

/** Largest original in bytes, pages of one file, pages that wait in the tray, and size of a thumbnail. */
export const captureLimits = { bytes: 200 * 1024 * 1024, pages: 50, tray: 200, thumb: 32 * 1024, made: 25 * 1024 * 1024 } as const;

/** What a person (or the app by itself) did to a page; the original stays as it came. `turn` is clockwise and first; `corners` are fractions of
 *  the turned page, null for the whole; `even` levels light and contrast. */
export const captureEditSchema = z.strictObject({
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]), corners: areaSchema.nullable(), even: z.boolean(),
});
/** What was done to a page. */
export type CaptureEdit = Readonly<z.infer<typeof captureEditSchema>>;
/** A page as it came. */
export const noEdit: CaptureEdit = { turn: 0, corners: null, even: false };

/** A captured page. `page` counts from 1 within the file it came in, null until the file has been opened. `state`: `new` is not opened yet,
 *  `ready` can be used, `refused` can't, for `problem`. `evidence` is what its pixels say; `documentId` the document it belongs to, null in the tray. */
export const captureSchema = z.strictObject({
  id: z.string(), name: z.string(), source: z.enum(captureSources), mime: z.enum(captureMimes), bytes: z.number().int(),
  page: z.number().int().nullable(), pages: z.number().int().nullable(), state: z.enum(['new', 'ready', 'refused']), problem: z.string().nullable(),
  edit: captureEditSchema, evidence: evidenceSchema.nullable(), documentId: z.string().nullable(), addedAt: z.number(),
});
/** A captured page. */
export type Capture = Readonly<z.infer<typeof captureSchema>>;

/** The watched folder: its last part for people, and whether it can be read now. */
export const scanFolderSchema = z.strictObject({ name: z.string(), problem: z.string().nullable() });
/** The watched folder. */
export type ScanFolder = Readonly<z.infer<typeof scanFolderSchema>>;

const starts = (bytes: Uint8Array, at: number, ...signature: readonly number[]) => signature.every((byte, index) => bytes[at + index] === byte);
const heicBrands: readonly string[] = ['heic', 'heix', 'hevc', 'heim', 'heis', 'hevm', 'hevs', 'mif1', 'msf1'];

/** Reads the kind from the first 16 bytes, never from the name; null when it is none of {@link captureMimes}. */
export function sniffCapture(bytes: Uint8Array): CaptureMime | null {
  if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(bytes, 0, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (starts(bytes, 0, 0x49, 0x49, 0x2a, 0x00) || starts(bytes, 0, 0x4d, 0x4d, 0x00, 0x2a)) return 'image/tiff';
  if (starts(bytes, 0, 0x52, 0x49, 0x46, 0x46) && starts(bytes, 8, 0x57, 0x45, 0x42, 0x50)) return 'image/webp';
  return starts(bytes, 4, 0x66, 0x74, 0x79, 0x70) && heicBrands.includes(String.fromCharCode(...bytes.subarray(8, 12))) ? 'image/heic' : null;
}

import { z } from 'zod';

const fraction = z.number().min(-0.5).max(1.5);
const share = z.number().min(0).max(1);
const score = z.number().min(0).max(100);

/** A place in a picture as fractions of its width and height, from the left and the top; a corner may lie a little outside. */
export const spotSchema = z.strictObject({ x: fraction, y: fraction });
/** A place in a picture as fractions of its width and height. */
export type Spot = Readonly<z.infer<typeof spotSchema>>;

/** Four corners as fractions: top left, top right, bottom right, bottom left of what they surround, as it reads. */
export const areaSchema = z.tuple([spotSchema, spotSchema, spotSchema, spotSchema]);
/** Four corners as fractions. */
export type Area = Readonly<z.infer<typeof areaSchema>>;

const areas = z.array(areaSchema).max(8);

/** The kinds of thing a picture can show, as far as its pixels tell. */
export const shownKinds = ['passport', 'card', 'page', 'face', 'nothing', 'unclear'] as const;

/** What the machine-readable zone says: `lines` as read (2 of 44, 2 of 36 or 3 of 30); `corrected` counts characters that only the check
 *  digits decided; `certain` is false when another reading also fits. `unreadable`: a zone is there and can't be read. */
export const zoneEvidenceSchema = z.strictObject({
  state: z.enum(['none', 'unreadable', 'read']), area: areaSchema.nullable(), lines: z.array(z.string().max(44)).max(3),
  corrected: z.number().int().min(0), certain: z.boolean(),
});
/** What the machine-readable zone says. */
export type ZoneEvidence = Readonly<z.infer<typeof zoneEvidenceSchema>>;

/** One face: `share` is its height as part of the picture’s, `sharpness` 0 to 100. */
export const faceSchema = z.strictObject({ area: areaSchema, share, sharpness: score, confidence: share });

/**
 * What the pixels of one page say, measured on this computer; nothing in it depends on what the form holds. Places are fractions of the whole
 * untouched page, turned upright and before any crop. Scores are 0 (worst) to 100 (best) unless said otherwise:
 * - `document`: where the document lies and how many dots an inch it has; null when its edge isn't seen. `dpi` null when its size isn't known.
 * - `sharpness`: `score` over the document, `worst` the least sharp part of the printed areas.
 * - `glare`: `share` of the document that is burnt out by a lamp, and where.
 * - `exposure`: mean brightness 0 to 255 of the document, and the shares that drown in black and in white.
 * - `contrast`: spread between dark and light on the document, 0 to 255.
 * - `cut`: the corners that lie outside the picture or are hidden, 0 to 3 as in {@link areaSchema}; sides that the picture cuts.
 * - `cover`: share of the document under fingers or objects, and where.
 * - `screen`, `copy`: how much speaks for a photo of a screen, and for a photocopy: 0 nothing, 100 everything.
 */
export const evidenceSchema = z.strictObject({
  version: z.literal(1),
  width: z.number().int().positive(), height: z.number().int().positive(),
  shown: z.enum(shownKinds),
  document: z.strictObject({ area: areaSchema, dpi: z.number().nonnegative().nullable() }).nullable(),
  sharpness: z.strictObject({ score, worst: score, areas }),
  glare: z.strictObject({ share, areas }),
  exposure: z.strictObject({ mean: z.number().min(0).max(255), dark: share, bright: share }),
  contrast: z.number().min(0).max(255),
  cut: z.strictObject({ corners: z.array(z.number().int().min(0).max(3)).max(4), sides: z.array(z.enum(['top', 'right', 'bottom', 'left'])).max(4) }),
  cover: z.strictObject({ share, areas }),
  screen: score, copy: score,
  zone: zoneEvidenceSchema,
  /** The text of the two-dimensional barcode; null when none was read. */
  barcode: z.strictObject({ area: areaSchema.nullable(), text: z.string().max(4000) }).nullable(),
  /** The faces found; null where none were looked for. */
  faces: z.array(faceSchema).max(10).nullable(),
  /** How long the looking took, in ms. */
  took: z.number().nonnegative(),
});
/** What the pixels of one page say. */
export type Evidence = Readonly<z.infer<typeof evidenceSchema>>;

import { z } from 'zod';

/** An opaque id: text or a number, kept as text (bank, currency and country ids are sometimes numbers). It may become a part of a path, so dots
 *  alone and text that can't be escaped are none. */
export const wireId = z.union([z.string().min(1).max(200), z.number()]).transform(String).refine((id) => !/^\.{1,2}$/.test(id) && id.isWellFormed());

/** A decimal: text or a number, kept as text. */
export const wireDecimal = z.union([z.string().trim().regex(/^[+-]?\d+(\.\d+)?$/), z.number()]).transform(String);

/** A part that may be absent, null or of another shape without spoiling the rest; then it is null. */
export function lenient<S extends z.ZodType>(schema: S) {
  return schema.nullish().catch(null).transform((value) => value ?? null);
}

import { z } from 'zod';

/** An opaque id: text or a number, kept as text (bank, currency and country ids are sometimes numbers). */
export const wireId = z.union([z.string().min(1), z.number()]).transform(String);

/** A decimal: text or a number, kept as text. */
export const wireDecimal = z.union([z.string().trim().regex(/^[+-]?\d+(\.\d+)?$/), z.number()]).transform(String);

/** A part that may be absent, null or of another shape without spoiling the rest; then it is null. */
export function lenient<S extends z.ZodType>(schema: S) {
  return schema.nullish().catch(null).transform((value) => value ?? null);
}

import { z } from 'zod';
import { moneySchema } from './money.ts';

/** The figures of one moment in the provider's own words; what it didn't say is null. `gap` is what is missing where amount − fees ≠ rest. */
export const keptFiguresSchema = z.strictObject({
  at: z.number(), send: moneySchema.nullable(), totalFees: moneySchema.nullable(), receive: moneySchema.nullable(), rate: z.string().nullable(), gap: moneySchema.nullable(),
});
/** The figures of one moment. */
export type KeptFigures = Readonly<z.infer<typeof keptFiguresSchema>>;

import { z } from 'zod';

/** Who or what an entry comes from. */
export const timelineSources = ['you', 'bursar', 'blaaiz', 'kira'] as const;

/** One entry of a customer's or payout's story: what happened, who or which source said so, when (epoch ms). `count` folds
 *  repeated look-ups that found nothing new; `state` is the state it led to, when it led to one. */
export const timelineEntrySchema = z.strictObject({
  id: z.string(), at: z.number(), source: z.enum(timelineSources), actor: z.string().nullable(),
  what: z.string(), detail: z.string().nullable(), state: z.string().nullable(), count: z.number().int().min(1),
});
/** One entry of a story. */
export type TimelineEntry = Readonly<z.infer<typeof timelineEntrySchema>>;

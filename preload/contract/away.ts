import { z } from 'zod';

/** What may have changed while the provider was out of reach. */
export const awayKinds = ['balance', 'rate', 'fee', 'customer', 'recipient', 'document', 'limit', 'payout'] as const;
/** What may have changed. */
export type AwayKind = (typeof awayKinds)[number];

/** One thing as the drafts assumed it and as it is now, both in words for people. `matters` marks what stops or changes a payout; `payouts` are the
 *  drafts it touches. */
export const awayChangeSchema = z.strictObject({
  kind: z.enum(awayKinds), subject: z.string(), before: z.string(), beforeAt: z.number().nullable(), now: z.string(), nowAt: z.number(), matters: z.boolean(),
  payouts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
/** One thing that changed. */
export type AwayChange = Readonly<z.infer<typeof awayChangeSchema>>;

/** What changed during the last spell without the provider (epoch ms). `pending` is true until a person has looked: nothing is released before. `unread`
 *  names what couldn't be read yet; `key` names just this sheet. */
export const awaySheetSchema = z.strictObject({
  pending: z.boolean(), since: z.number().nullable(), until: z.number().nullable(), readAt: z.number().nullable(), changes: z.array(awayChangeSchema).max(500),
  same: z.number().int(), unread: z.array(z.string()).max(50), key: z.string(),
});
/** What changed during the last spell without the provider. */
export type AwaySheet = Readonly<z.infer<typeof awaySheetSchema>>;

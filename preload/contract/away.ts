import { z } from 'zod';

/** What may have changed while the provider was out of reach; 'price' is what arrives or leaves for a payout, 'account' is Kira's virtual account. */
export const awayKinds = ['price', 'rate', 'fee', 'balance', 'limit', 'customer', 'account', 'recipient', 'document', 'payout'] as const;
/** What may have changed. */
export type AwayKind = (typeof awayKinds)[number];

/** One thing as the drafts assumed it and as it is now, both in words for people. `matters` marks what stops or changes a payout; `payouts` are those
 *  it touches. Times are epoch ms; `beforeAt` is null when it isn't known how old the assumption was. */
export const awayChangeSchema = z.strictObject({
  kind: z.enum(awayKinds), subject: z.string(), before: z.string(), beforeAt: z.number().nullable(), now: z.string(), nowAt: z.number(), matters: z.boolean(),
  payouts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
/** One thing that changed. */
export type AwayChange = Readonly<z.infer<typeof awayChangeSchema>>;

/** What changed during the last spell without the provider (epoch ms). `pending` is true until a person has looked: nothing is released before; `until` is
 *  null while the provider is still out of reach, `readAt` until everything was asked for once. `same` counts what was read and is as it was, `unread`
 *  names what couldn't be read yet; `key` names just this sheet. */
export const awaySheetSchema = z.strictObject({
  pending: z.boolean(), since: z.number().nullable(), until: z.number().nullable(), readAt: z.number().nullable(), changes: z.array(awayChangeSchema).max(500),
  same: z.number().int(), unread: z.array(z.string()).max(50), key: z.string(),
});
/** What changed during the last spell without the provider. */
export type AwaySheet = Readonly<z.infer<typeof awaySheetSchema>>;

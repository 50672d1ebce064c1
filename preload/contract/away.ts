import { z } from 'zod';

/** What may have changed while the provider was out of reach; 'price' is what arrives or leaves for a payout, 'account' is Kira's virtual account. */
export const awayKinds = ['price', 'rate', 'fee', 'balance', 'limit', 'customer', 'account', 'recipient', 'document', 'payout'] as const;
/** What may have changed. */
export type AwayKind = (typeof awayKinds)[number];

/** One thing as the drafts assumed it and as it is now, both in words for people. `matters` marks what stops or changes a payout; `payouts` are some of
 *  those it touches, `more` how many it touches beside them. Times are epoch ms; `beforeAt` is null when it isn't known how old the assumption was. */
export const awayChangeSchema = z.strictObject({
  kind: z.enum(awayKinds), subject: z.string(), before: z.string(), beforeAt: z.number().nullable(), now: z.string(), nowAt: z.number(), matters: z.boolean(),
  payouts: z.array(z.strictObject({ id: z.string(), name: z.string() })).max(4), more: z.number().int(),
});
/** One thing that changed. */
export type AwayChange = Readonly<z.infer<typeof awayChangeSchema>>;

/** What changed during the last spell without the provider (epoch ms). `pending` is true while a person has to look: nothing it is about is released
 *  before. `held` counts the payouts that wait to be compared after somebody has looked: just those stay. `until` is null while the provider is still out
 *  of reach, `readAt` until the first figures are there; `answered` of `total` things are read. `changed` and `mattering` count all changes, of which
 *  `changes` are the first; `same` counts what is as it was, `unread` names what isn't read yet; `key` names just this sheet. */
export const awaySheetSchema = z.strictObject({
  pending: z.boolean(), since: z.number().nullable(), until: z.number().nullable(), readAt: z.number().nullable(), changes: z.array(awayChangeSchema).max(300),
  changed: z.number().int(), mattering: z.number().int(), held: z.number().int(), answered: z.number().int(), total: z.number().int(), same: z.number().int(), unread: z.array(z.string()).max(50), key: z.string(),
});
/** What changed during the last spell without the provider. */
export type AwaySheet = Readonly<z.infer<typeof awaySheetSchema>>;

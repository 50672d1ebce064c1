import { z } from 'zod';
import { moneySchema } from './money.ts';
import { payoutRowSchema } from './payouts.ts';

/** What a repair is about: the payout failed, came back after it was completed, or its figures don't close (`sum`). */
export const repairKinds = ['failed', 'returned', 'sum'] as const;
/** What a repair is about. */
export type RepairKind = (typeof repairKinds)[number];

/** Why a payout failed or came back, as far as the provider's words tell. */
export const repairCauses = [
  'account-closed', 'account-wrong', 'name-mismatch', 'bank-refused', 'bad-address', 'compliance', 'deposit-expired', 'insufficient-funds', 'duplicate', 'limit', 'document', 'sum', 'unknown',
] as const;
/** Why a payout failed or came back. */
export type RepairCause = (typeof repairCauses)[number];

/** Where the money of a payout that didn't arrive is. `owed` is what left and should come back; `before` is a balance read before it could have, `now` the
 *  newest one; `moved` is what this journal knows to have moved in between (sent is negative), `risen` what the balance rose by beyond that. `seen` is true
 *  once the balance shows it (epoch ms at `seenAt`), null where no balance can tell (`why` says why); `kept` is the fee that didn't come back. */
export const moneyBackSchema = z.strictObject({
  owed: moneySchema.nullable(), before: moneySchema.nullable(), beforeAt: z.number().nullable(), now: moneySchema.nullable(), nowAt: z.number().nullable(),
  moved: moneySchema.nullable(), risen: moneySchema.nullable(), kept: moneySchema.nullable(),
  seen: z.boolean().nullable(), seenAt: z.number().nullable(), why: z.string().nullable(),
});
/** Where the money of a payout that didn't arrive is. */
export type MoneyBack = Readonly<z.infer<typeof moneyBackSchema>>;

/** What a person wrote, who and when (epoch ms). */
export const writtenReasonSchema = z.strictObject({ reason: z.string(), by: z.string(), at: z.number() });
/** What a person wrote. */
export type WrittenReason = Readonly<z.infer<typeof writtenReasonSchema>>;

/** A payout that needs repair. `said` is the provider's own words; `words` are ours, `field` the draft's field to correct (null when it isn't the
 *  payee's details), `fix` what to do. `returns` counts how often money came back from this account. `released` says whether the corrected copy may go:
 *  the money was seen back, or a person wrote why not to wait. `sums` are the figures that
 *  don't close, in words. There is one repair a payout: figures that don't close stay in it when the payout then fails. */
export const repairSchema = z.strictObject({
  payout: payoutRowSchema, kind: z.enum(repairKinds), openedAt: z.number(), said: z.string().nullable(),
  cause: z.enum(repairCauses), words: z.string(), field: z.string().nullable(), fix: z.string(), reference: z.string().nullable(),
  sums: z.array(z.string()), money: moneyBackSchema, waived: writtenReasonSchema.nullable(), released: z.boolean(), copyId: z.string().nullable(), returns: z.number().int(),
  closed: writtenReasonSchema.nullable(),
});
/** A payout that needs repair. */
export type Repair = Readonly<z.infer<typeof repairSchema>>;

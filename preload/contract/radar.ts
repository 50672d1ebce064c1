import { z } from 'zod';
import { payoutRowSchema } from './payouts.ts';

/** Why another payout looks like the same one. */
export const likenessCodes = ['invoice-file', 'invoice-number', 'account', 'payee', 'amount', 'near', 'file-seen', 'other-provider'] as const;
/** Why another payout looks like the same one. */
export type LikenessCode = (typeof likenessCodes)[number];

/** From this score on (of 100) a person is asked before the payout goes. */
export const askScore = 60;

/** Another payout that may be the same: how alike (0 to 100) with each reason in words, and through which profile it went (`sentAt` epoch ms, null
 *  while it hasn't left). */
export const likelySameSchema = z.strictObject({
  payout: payoutRowSchema, profileName: z.string(), here: z.boolean(), sentAt: z.number().nullable(), score: z.number().int().min(0).max(100),
  reasons: z.array(z.strictObject({ code: z.enum(likenessCodes), words: z.string() })), invoiceNumber: z.string(), fileNames: z.array(z.string()),
});
/** Another payout that may be the same. */
export type LikelySame = Readonly<z.infer<typeof likelySameSchema>>;

/** What the radar sees: the most alike first, at most ten. `key` names just these findings; `ask` is true when a reason is needed before sending. */
export const radarSchema = z.strictObject({ matches: z.array(likelySameSchema).max(10), key: z.string(), ask: z.boolean() });
/** What the radar sees. */
export type Radar = Readonly<z.infer<typeof radarSchema>>;

import { z } from 'zod';
import { moneySchema } from './money.ts';

/** How a virtual account gets the money for a payout: from its own US dollar balance, or by stablecoin sent for each payout. */
export const accountModes = ['fiat', 'crypto'] as const;
/** How a virtual account is funded. */
export type AccountMode = (typeof accountModes)[number];

/** One reason why an account can't pay out yet, and what to do about it. */
export const accountProblemSchema = z.strictObject({
  id: z.enum(['user', 'status', 'type', 'mode', 'number', 'unknown-status']), label: z.string(), remedy: z.string(),
});

/** A virtual account at Kira as last read (epoch ms). `status` and `userStatus` are Kira's own words; `readiness` is what they come to:
 *  ready to pay out, still being opened, or not usable. `balance` is null for crypto accounts and while it can't be read; `payIn` is where
 *  to pay US dollars in, null before a real account number is there; `settlement` is the stablecoin a crypto account settles in. */
export const virtualAccountSchema = z.strictObject({
  id: z.string(), userId: z.string(), userName: z.string(), userStatus: z.string(), description: z.string(), mode: z.enum(accountModes).nullable(),
  type: z.string(), bank: z.string().nullable(), status: z.string(), readiness: z.enum(['ready', 'waiting', 'unusable']),
  problems: z.array(accountProblemSchema), balance: moneySchema.nullable(),
  payIn: z.strictObject({ bankName: z.string(), accountNumber: z.string(), routingNumber: z.string(), beneficiary: z.string() }).nullable(),
  settlement: z.strictObject({ network: z.string(), token: z.string() }).nullable(), readAt: z.number(),
});
/** A virtual account at Kira. */
export type VirtualAccount = Readonly<z.infer<typeof virtualAccountSchema>>;

/** Money that came into a virtual account. `status` is Kira's own word, `credited` whether it counts as received (epoch ms). */
export const depositSchema = z.strictObject({
  id: z.string(), accountId: z.string(), amount: moneySchema, net: moneySchema.nullable(), status: z.string(), credited: z.boolean(),
  senderName: z.string(), rail: z.string(), at: z.number(),
});
/** Money that came into a virtual account. */
export type Deposit = Readonly<z.infer<typeof depositSchema>>;

/** Where the one-time code for releasing stands (epoch ms). Kira mails it to the address it has on file and never says which; `mailbox` is
 *  what a person noted in the profile. `attemptsLeft` is what Kira last said, null before it said anything. */
export const codeStateSchema = z.strictObject({
  needed: z.boolean(), mailbox: z.string().nullable(), sentAt: z.number().nullable(), expiresAt: z.number().nullable(),
  attemptsLeft: z.number().int().nullable(), blockedUntil: z.number().nullable(), resendFrom: z.number().nullable(),
});
/** Where the one-time code for releasing stands. */
export type CodeState = Readonly<z.infer<typeof codeStateSchema>>;

/** A mail in the practice mailbox of the built-in sandbox. */
export const practiceMailSchema = z.strictObject({ id: z.string(), at: z.number(), to: z.string(), subject: z.string(), code: z.string() });
/** A mail in the practice mailbox. */
export type PracticeMail = Readonly<z.infer<typeof practiceMailSchema>>;

import { z } from 'zod';
import { currencyCodes, type CurrencyCode } from './currency.ts';
import { moneySchema } from './money.ts';

const currency = z.enum(currencyCodes as unknown as [CurrencyCode, ...CurrencyCode[]]);
const minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();

/** The limits of one currency, in minor units of what leaves the wallet or account; null is no limit. `first` bounds everything to an account together
 *  until `coolingHours` after the first payout to it was released, also after the account's details changed. A day goes from midnight to
 *  midnight in the zone that this computer had when limits were last saved. */
export const currencyLimitsSchema = z.strictObject({
  currency, perPayout: minor, perDay: minor, perPayee: minor, first: minor, coolingHours: z.number().int().min(0).max(720),
});
/** The limits of one currency. */
export type CurrencyLimits = Readonly<z.infer<typeof currencyLimitsSchema>>;

/** The kinds of limits: for each payout, a day, a payee's account in a day, and a first payment to a new or changed account. */
export const limitKinds = ['payout', 'day', 'payee', 'first'] as const;
/** A kind of limit. */
export type LimitKind = (typeof limitKinds)[number];

/** One limit as it stands for a payout: what it allows, what is used without this payout, and this one. `over` stops it; `until` is when a cooling
 *  time or a day ends (epoch ms). */
export const limitLineSchema = z.strictObject({
  kind: z.enum(limitKinds), limit: moneySchema, used: moneySchema, asked: moneySchema, over: z.boolean(), until: z.number().nullable(),
});
/** One limit as it stands for a payout. */
export type LimitLine = Readonly<z.infer<typeof limitLineSchema>>;

import { z } from 'zod';
import type { KiraProfile } from '../model.ts';
import { parseCents } from './cents.ts';
import type { Markup } from './fees.ts';

const twoDecimals = /^[0-9]{1,12}\.[0-9]{2}$/;
const fractionText = /^[0-9]{1,6}(\.[0-9]{1,4})?$/;

/** Text of at most `most` Unicode code points, nothing trimmed. */
export function textUpTo(most: number): z.ZodType<string> {
  return z.string().refine((value) => Array.from(value).length <= most, { message: `String must contain at most ${most} character(s)` });
}

/** A positive amount in dollars, to US cents; from version 2026-06-01 on with exactly two decimals (Kira guide: Payouts). */
export function amountField(profile: KiraProfile): z.ZodType<number> {
  return z.string().transform((value, context) => {
    const cents = profile === 'G3' && !twoDecimals.test(value) ? undefined : parseCents(value);
    if (cents !== undefined && cents > 0) return cents;
    const message = cents === undefined ? 'amount must be a decimal with at most 2 decimal places' : 'amount must be greater than 0';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** The token and network that a crypto payout is funded with. */
export const instructionsField = z.object({ network: z.enum(['solana', 'polygon']), currency: z.enum(['USDC', 'USDT']) });

/** How a crypto payout is funded. */
export type Instructions = z.infer<typeof instructionsField>;

const dollars = z.string().refine((value) => parseCents(value) !== undefined, { message: 'must be a decimal with at most 2 decimal places' });
const fraction = z.string().regex(fractionText, { message: 'must be a decimal fraction with at most 4 decimal places' });

/** A mark-up for one payout: dollars and fractions; what is missing counts as nothing, and a fraction above 1 is refused from 2026-06-01 on. */
export function markupField(profile: KiraProfile): z.ZodType<Markup> {
  const rate = profile === 'G3' ? fraction.refine((value) => Number(value) <= 1, { message: 'must be between 0 and 1' }) : fraction;
  return z.object({ fixed_fee: dollars.default('0'), percentage_fee: rate.default('0'), fx_markup: fraction.optional() })
    .transform((given) => ({ fixed: parseCents(given.fixed_fee) ?? 0, rate: given.percentage_fee }));
}

/** One complaint about a request. */
export interface Complaint {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Complaints in the words of the provider's own validator. */
export function complaintsOf(error: z.ZodError, body: unknown): Complaint[] {
  return error.issues.map((issue) => {
    const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    const value = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[String(key)] : undefined), body);
    return { code: issue.code === 'invalid_value' ? 'invalid_enum_value' : issue.code, path, message: sentence(issue, value) };
  });
}

function sentence(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_value') {
    const words = issue.values.map((one) => `'${String(one)}'`).join(' | ');
    return value === undefined ? 'Required' : `Invalid enum value. Expected ${words}, received ${typeof value === 'string' ? `'${value}'` : kindOf(value)}`;
  }
  if (issue.code !== 'invalid_type') return issue.message;
  return value === undefined ? 'Required' : `Expected ${issue.expected}, received ${kindOf(value)}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

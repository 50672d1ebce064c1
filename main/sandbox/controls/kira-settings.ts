import { z } from 'zod';
import type { KiraSettings } from '../kira/model.ts';

const seconds = z.number().min(0);
const cents = z.int().min(0);
const rate = z.string().regex(/^\d{1,3}(\.\d{1,8})?$/);

const fees = z.strictObject({ base_fixed: cents, base_rate: rate, markup_fixed: cents, markup_rate: rate }).partial();
const code = z.strictObject({
  required: z.boolean(), require_auth: z.boolean(), before_fees: z.boolean(), seconds, attempts: z.int().min(1), block_seconds: seconds,
  fixed: z.string().regex(/^\d{6}$/).nullable(), blocked_answer: z.enum(['otp_blocked', 'rate_limited']),
}).partial();

/** Any part of Kira's settings; unknown names are refused. */
export const kiraSettingsChange = z.strictObject({
  token_seconds: seconds, stage: z.enum(['sandbox', 'root']).nullable(), balance_rule: z.enum(['amount_plus_fees', 'amount']),
  mismatch: z.enum(['conflict409_E6', 'legacy400', 'silent_replay']), fee_style: z.enum(['money', 'percent']), fees, code,
  wallet_seconds: seconds, idempotency_seconds: seconds, quote_seconds: seconds, activation_seconds: seconds, pending_seconds: seconds,
  processing_seconds: seconds, wire_seconds: seconds, swift_seconds: seconds, uetr_seconds: seconds, payouts_move: z.boolean(),
  deposit_visible: z.boolean(), reads_tell_deposit: z.boolean(), solana_usdt: z.boolean(),
}).partial();

/** Writes the given parts into the settings, what isn't named stays. */
export function changeKiraSettings(settings: KiraSettings, change: z.infer<typeof kiraSettingsChange>): KiraSettings {
  const { fees: feesChange, code: codeChange, ...rest } = change;
  Object.assign(settings, rest);
  Object.assign(settings.fees, feesChange);
  Object.assign(settings.code, codeChange);
  return settings;
}

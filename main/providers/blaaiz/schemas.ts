import { z } from 'zod';
import { lenient, wireDecimal, wireId } from '../wire-values.ts';
import { phpMap } from './tolerant.ts';

const text = lenient(z.union([z.string(), z.number()]).transform(String));
const decimal = lenient(wireDecimal);
const flag = z.union([z.boolean(), z.literal([0, 1, '0', '1', 'true', 'false', 'active', 'inactive'])])
  .transform((value) => value === true || value === 1 || value === '1' || value === 'true' || value === 'active');

/** A token (Blaaiz API reference: Get OAuth access token); `expires_in` in seconds, `scope` what was granted when told. */
export const tokenReply = z.object({ access_token: z.string().min(1), expires_in: decimal, scope: text });

/** A wallet (Blaaiz API reference: List wallets); older replies call the amount `balance`. */
export const walletReply = z.object({ id: wireId, currency: z.string(), amount: decimal, balance: decimal, is_active: lenient(flag) });

const country = lenient(phpMap(z.object({ short_name: text, code: text })));
/** A currency (Blaaiz API reference: List currencies); several rows may share a code. */
export const currencyReply = z.object({ id: wireId, code: z.string(), active: lenient(flag), status: lenient(flag), country_id: lenient(wireId), country });

/** A bank or mobile-money operator (Blaaiz API reference: List banks). */
export const bankReply = z.object({ id: wireId, name: z.string(), code: text });

/** Whose account it is (Blaaiz API reference: Account lookup). */
export const holderReply = z.object({ account_name: z.string().min(1) });

/** An exchange rate (Blaaiz API reference: Fetch rates); numbers are decimal text. */
export const rateReply = z.object({ pair: z.string(), value: wireDecimal, send_enabled: lenient(flag), is_active: lenient(flag) });

const feeRow = z.object({
  method: z.string(), fee: decimal, amount: decimal, our_fee: decimal, total_fees: decimal, you_send: wireDecimal,
  total_amount_to_send: wireDecimal, recipient_gets: wireDecimal, rate: wireDecimal,
});
/** The price of a payout, one row a method (Blaaiz API reference: Fees breakdown). */
export const feesReply = z.object({ our_fee: decimal, payout_fees: z.array(feeRow) });

/** What an individual's tax or personal number is called (Blaaiz API reference: Identification type). */
export const idLabelReply = z.object({ label: z.string().min(1), type: text });

const kyc = lenient(phpMap(z.object({
  dob: text, street: text, city: text, state: text, zip_code: text, id_issue_date: text, id_expiry_date: text,
})));
/** A customer (Blaaiz API reference: Get customer); only `verification_status` tells where it stands. */
export const customerReply = z.object({
  id: wireId, type: text, email: text, phone: text, country: text, first_name: text, last_name: text, id_type: text, id_number: text, tin: text,
  dob: text, street: text, city: text, state: text, zip_code: text, id_issue_date: text, id_expiry_date: text, verification_status: text,
  enhanced_due_diligence: lenient(flag), comment: text, admin_comments: lenient(z.array(z.string())), kyc_data: kyc,
});
/** A customer as the provider spells it. */
export type CustomerReply = z.infer<typeof customerReply>;

/** Which page of a list this is (Blaaiz API reference: List customers). */
export const pageReply = z.object({ meta: z.object({ current_page: z.coerce.number(), last_page: z.coerce.number() }) });

const headerValue = z.union([z.string(), z.number().transform(String), z.array(z.string()).length(1).transform((values) => values[0] ?? '')]);
/** Where to put a file (Blaaiz API reference: Get presigned URL); older replies say `upload_url`. */
export const presignReply = z.object({
  file_id: wireId, url: text, upload_url: text, headers: phpMap(z.record(z.string(), headerValue)).optional(),
});

const recipient = lenient(phpMap(z.object({ amount: decimal, currency: text })));
/** A payout or another movement (Blaaiz API reference: Get transaction). */
export const transactionReply = z.object({
  id: wireId, reference: text, merchant_reference: text, status: text, currency: text, amount: decimal, fee: decimal, amount_without_fee: decimal, rate: decimal,
  failure_reason: text, recipient, type: text, date: text,
});
/** A transaction as the provider spells it. */
export type TransactionReply = z.infer<typeof transactionReply>;

/** Someone who has been paid for a customer; the reply's shape is not published, so only what is safe to expect is read. */
export const beneficiaryReply = z.object({
  id: wireId, account_number: text, account_name: text, bank_name: text, bank_code: text, currency: text,
});

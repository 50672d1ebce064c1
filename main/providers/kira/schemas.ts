import { z } from 'zod';
import { isRecord } from '../parse-json.ts';
import { lenient, wireDecimal, wireId } from '../wire-values.ts';

const text = lenient(z.union([z.string(), z.number()]).transform(String));
const decimal = lenient(wireDecimal);
const count = lenient(z.coerce.number().int().min(0));

/** A token (Kira guide: Authentication); `expires_in` in seconds. */
export const tokenReply = z.object({ access_token: z.string().min(1), expires_in: decimal });

/** Where a page of users or virtual accounts stands (Kira API reference: List users). */
export const paginationReply = z.object({ pagination: z.object({ total: count, has_more: lenient(z.boolean()) }) });

/** An end customer (Kira API reference: Get a user); only `status` tells where it stands. */
export const userReply = z.object({ id: wireId, status: text, email: text, first_name: text, last_name: text, business_legal_name: text });
/** A user as Kira spells it. */
export type UserReply = z.infer<typeof userReply>;

const instructions = lenient(z.object({
  bank_name: text, bank_account_number: text, bank_routing_number: text, bank_beneficiary_name: text,
}));
/** A virtual account (Kira API reference: Get a virtual account): the account number is in one of two places, by version. `destination` stays
 *  undefined where the answer doesn't speak of it. */
export const accountReply = z.object({
  id: wireId, user_id: lenient(wireId), type: text, bank: text, provider: text, mode: text, status: text, description: text,
  account_number: text, routing_number: text, bank_name: text, source_deposit_instructions: instructions,
  destination: z.object({ currency: text, network: text }).nullish().catch(undefined),
});
/** A virtual account as Kira spells it. */
export type AccountReply = z.infer<typeof accountReply>;

/** A balance (Kira API reference: Get a virtual account balance): text, or a number in some versions. */
export const balanceReply = z.object({ available_balance: wireDecimal, currency: text });

const party = lenient(z.object({ name: text, payment_rail: text }));
/** Money that came in (Kira API reference: List virtual account deposits). */
export const depositReply = z.object({
  id: wireId, amount: wireDecimal, currency: text, status: text, sender: party, source: party, payment_rail: text, net_amount: decimal, net_currency: text, created_at: text,
});
/** A deposit as Kira spells it. */
export type DepositReply = z.infer<typeof depositReply>;

const address = z.object({ street_name: text, city: text, state: text, postal_code: text, country: text });
const details = lenient(z.object({
  account_number: text, routing_number: text, swift_code: text, intermediary_routing_number: text, type: text, bank_name: text,
  bank_address: lenient(z.union([address, z.string()])), doc_type: text, doc_number: text, doc_country_code: text,
}));
/** A recipient (Kira API reference: Get a recipient); its id is called differently from every other id. */
export const recipientReply = z.object({
  recipient_id: wireId, type: text, first_name: text, last_name: text, company_name: text, email: text, phone: text, address: lenient(address),
  account_type: text, account_details: details,
});
/** A recipient as Kira spells it. */
export type RecipientReply = z.infer<typeof recipientReply>;

/** A code that is on its way (Kira guide: Payouts); neither field is promised. */
export const codeReply = z.object({ success: lenient(z.boolean()), expiresAt: text });

const feePart = lenient(z.object({ fixed_fee: decimal, percentage_fee: decimal }));
/** The fees of a payout as money, or in old versions with rates in per cent (Kira guide: Payouts). */
export const feesReply = z.object({ base_fees: feePart, client_markup: feePart, total_fees: wireDecimal });
/** Fees as Kira spells them. */
export type FeesReply = z.infer<typeof feesReply>;

/** What a payout would cost (Kira guide: Payouts, preview); a quote only where one was asked for. */
export const previewReply = z.object({
  amount: wireDecimal, currency: text, fees: feesReply, recipient_amount: wireDecimal, recipient_currency: text, quote_id: text, quote_expires_at: text,
});
/** A preview as Kira spells it. */
export type PreviewReply = z.infer<typeof previewReply>;

const deposit = lenient(z.object({ network: z.string(), currency: z.string(), address: z.string().regex(/^[0-9A-Za-z]{1,120}$/), expires_at: text }));
/** One id under two names: `id` when a payout is made, `payout_id` ever after (Kira API reference: Get a payout). Either is taken. */
function withEitherId<S extends z.ZodType>(schema: S) {
  return z.preprocess((body) => (isRecord(body) ? { ...body, id: body['id'] ?? body['payout_id'] } : body), schema);
}

/** A payout just made (Kira guide: Payouts). */
export const createdReply = withEitherId(z.object({
  id: wireId, virtual_account_id: text, recipient_id: text, amount: wireDecimal, currency: text, status: text, fees: lenient(feesReply), recipient_amount: decimal,
  recipient_currency: text, uetr: text, reference_number: text, quote_id: text, created_at: text, deposit_instructions: deposit,
}));
/** A payout just made as Kira spells it. */
export type CreatedReply = z.infer<typeof createdReply>;

/** A payout as it is read later, alone or in a list (Kira API reference: Get a payout, List payouts): other names than when it was made. */
export const payoutReply = withEitherId(z.object({
  id: wireId, virtual_account_id: text, from_amount: decimal, from_currency: text, to_amount: decimal, to_currency: text, fee: decimal,
  uetr: text, provider_reference: text, reference_number: text, status: text, error_code: text, failure_reason: text, created_at: text, deposit_instructions: deposit,
  recipient_name: text,
}));
/** A payout as it is read later. */
export type PayoutReply = z.infer<typeof payoutReply>;

/** Where a page of payouts stands (Kira API reference: List payouts). */
export const pagesReply = z.object({ total_pages: z.coerce.number().int().min(0) });

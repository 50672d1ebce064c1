import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import { payeeFieldsFor, type PayeeFieldKey } from '../../../preload/contract/payee-fields.ts';
import { toE164 } from '../../../preload/contract/phone.ts';
import type { PayoutOrder } from '../provider.ts';
import { jsonNumber } from './amounts.ts';
import { jsonObject, type JsonEntry } from './canonical.ts';
import type { CurrencyRow } from './currencies.ts';

/** Wire names of payee details (Blaaiz API reference: Create payout) in the order they are written; BIC has a name per method. */
const wireNames: readonly (readonly [PayeeFieldKey, string])[] = [
  ['bankId', 'bank_id'], ['accountNumber', 'account_number'], ['accountName', 'account_name'], ['sortCode', 'sort_code'], ['iban', 'iban'],
  ['bic', 'bic_code'], ['routingNumber', 'routing_number'], ['accountType', 'account_type'], ['bankName', 'bank_name'], ['payeeType', 'type'],
  ['email', 'email'], ['interacFirstName', 'interac_first_name'], ['interacLastName', 'interac_last_name'],
  ['walletAddress', 'wallet_address'], ['walletToken', 'wallet_token'], ['walletNetwork', 'wallet_network'],
  ['phoneNumber', 'phone_number'], ['operatorId', 'mobile_money_operator_id'],
  ['country', 'country'], ['state', 'state'], ['street', 'street'], ['city', 'city'], ['zipCode', 'zip_code'],
];

/** Account marks lose the spaces and dashes people write into them. */
const compact = new Set<PayeeFieldKey>(['accountNumber', 'sortCode', 'iban', 'bic', 'routingNumber']);
const upper = new Set<PayeeFieldKey>(['iban', 'bic', 'country']);
/** Whose numbering plan a phone number without a country code is read in. */
const phoneCountries: Partial<Record<CurrencyCode, string>> = { KES: 'KE', UGX: 'UG', TZS: 'TZ', GHS: 'GH' };

/** The body of a payout as canonical JSON: fixed key order, exact amount, only the fields its method asks for. `row` is the provider's row
 *  of the destination currency, needed for mobile money, where the code alone is not enough. */
export function composePayout(order: PayoutOrder, row: CurrencyRow | null): string {
  const expected = order.side === 'send' ? order.from : order.to;
  if (order.amount.currency !== expected || order.amount.minor <= 0) throw new Error('An order\u2019s amount must be positive and in the currency of its side');
  const mobile = order.method === 'mobile_money';
  const country: readonly JsonEntry[] = mobile && row?.countryId ? [['country_id', row.countryId]] : [];
  const note: readonly JsonEntry[] = order.note.trim() === '' ? [] : [['note', order.note.trim()]];
  return jsonObject([
    ['wallet_id', order.walletId], ['customer_id', order.customerRemoteId], ['method', order.method],
    ['from_currency_id', order.from], ['to_currency_id', mobile && row ? row.id : order.to],
    [order.side === 'send' ? 'from_amount' : 'to_amount', { number: jsonNumber(order.amount) }],
    ...payeeEntries(order), ...country, ...note, ['merchant_reference', order.merchantReference],
  ]);
}

function payeeEntries(order: PayoutOrder): readonly JsonEntry[] {
  const asked = new Set(payeeFieldsFor(order.to, order.method).map((field) => field.key));
  // The country of mobile money only picks the currency's row.
  if (order.method === 'mobile_money') asked.delete('country');
  return wireNames.flatMap(([key, wire]): readonly JsonEntry[] => {
    const value = asked.has(key) ? clean(key, order) : '';
    return value === '' ? [] : [[key === 'bic' && order.method === 'wire' ? 'swift_code' : wire, value]];
  });
}

function clean(key: PayeeFieldKey, order: PayoutOrder): string {
  const typed = (order.details[key] ?? '').trim();
  if (key === 'phoneNumber') return toE164(typed, (order.details.country ?? phoneCountries[order.to] ?? '').toUpperCase()) ?? typed;
  const bare = compact.has(key) ? typed.replace(/[\s-]/g, '') : typed;
  return upper.has(key) ? bare.toUpperCase() : bare;
}

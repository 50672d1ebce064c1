import type { CurrencyCode } from './currency.ts';
import { normalizeEmail } from './email.ts';
import type { PayeeDetails, PayeeFieldKey, PayoutMethod } from './payee-fields.ts';
import { toE164 } from './phone.ts';

/** The country whose phone numbers a mobile-money currency pays to; XOF is shared by eight and asks for the country itself. */
const phoneCountries: Partial<Record<CurrencyCode, string>> = { KES: 'KE', UGX: 'UG', TZS: 'TZ', GHS: 'GH' };

/** The country (alpha-2) that a payee's phone number is read in and must belong to; empty when nothing says. */
export function payoutPhoneCountry(currency: CurrencyCode, details: PayeeDetails): string {
  return phoneCountries[currency] ?? details.country?.trim().toUpperCase() ?? '';
}

const digitsOnly: readonly PayeeFieldKey[] = ['sortCode', 'routingNumber', 'accountNumber'];
const codes: readonly PayeeFieldKey[] = ['iban', 'bic'];

const plain = (text: string) => text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, '').trim().replace(/\s+/g, ' ');
const unspaced = (text: string) => plain(text).replace(/[\s\u2010-\u2015-]/g, '');

/** Payee details as they are checked, kept and sent: spaces and dashes out of numbers, codes in upper case, phones in E.164, text trimmed.
 *  What can't be read is left as typed, for the check to name. */
export function normalizePayeeDetails(currency: CurrencyCode, method: PayoutMethod, details: PayeeDetails): PayeeDetails {
  const entries = Object.entries(details) as [PayeeFieldKey, string][];
  return Object.fromEntries(entries.map(([key, value]) => [key, normalizeField(currency, method, details, key, value)])) as PayeeDetails;
}

function normalizeField(currency: CurrencyCode, method: PayoutMethod, details: PayeeDetails, key: PayeeFieldKey, value: string): string {
  if (digitsOnly.includes(key)) return unspaced(value);
  if (codes.includes(key)) return unspaced(value).toUpperCase();
  if (key === 'walletAddress') return plain(value).replace(/\s/g, '');
  if (key === 'country') return plain(value).toUpperCase();
  if (key === 'email') return normalizeEmail(value);
  if (key === 'phoneNumber') return toE164(value, payoutPhoneCountry(currency, details)) ?? plain(value);
  if (key === 'state' && (method === 'ach' || method === 'wire')) return plain(value).length === 2 ? plain(value).toUpperCase() : plain(value);
  return plain(value);
}

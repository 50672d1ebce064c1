import { normalizePayeeDetails } from '../../../preload/contract/bank-details.ts';
import { countryName } from '../../../preload/contract/countries.ts';
import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import type { PayeeDetails, PayeeField, PayeeFieldKey, PayoutMethod } from '../../../preload/contract/payee-fields.ts';

const grouped = (text: string, size: number) => text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';

/** One payee detail as it is shown and compared by eye: account numbers and IBANs in groups, sort codes in pairs. */
export function shownDetail(currency: CurrencyCode, method: PayoutMethod, key: PayeeFieldKey, value: string): string {
  const plain = normalizePayeeDetails(currency, method, { [key]: value })[key] ?? '';
  // 0x says nothing, and grouped along it would push the last four characters, which people compare, apart.
  if (key === 'walletAddress') return plain.startsWith('0x') ? `0x ${grouped(plain.slice(2), 4)}` : grouped(plain, 4);
  if (key === 'iban') return grouped(plain, 4);
  if (key === 'accountNumber') return currency === 'NGN' || currency === 'GBP' ? grouped(plain, 4) : plain;
  if (key === 'sortCode') return plain.length === 6 ? (plain.match(/../g) ?? []).join('-') : plain;
  return key === 'country' ? countryName(plain) : plain;
}

/** A detail as it stands in its field after it has been left: grouped, but no address is ever split. */
export function tidyDetail(currency: CurrencyCode, method: PayoutMethod, field: PayeeField, details: PayeeDetails): string {
  const value = details[field.key] ?? '';
  if (value.trim() === '' || field.kind === 'choice' || field.kind === 'bank' || field.kind === 'operator' || field.kind === 'country') return value;
  if (field.key === 'phoneNumber') return normalizePayeeDetails(currency, method, details).phoneNumber ?? value;
  return field.key === 'walletAddress' ? value.trim() : shownDetail(currency, method, field.key, value);
}

const mainKeys: readonly PayeeFieldKey[] = ['accountNumber', 'iban', 'walletAddress', 'email', 'phoneNumber'];

/** Which detail names the account: the one that is compared character by character at review. */
export function accountKey(fields: readonly PayeeField[]): PayeeFieldKey | null {
  return mainKeys.find((key) => fields.some((field) => field.key === key)) ?? null;
}

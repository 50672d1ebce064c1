import { currencies } from '../../../preload/contract/currency.ts';
import { operators } from '../../../main/sandbox/seed/banks.ts';
import type { Kind } from './kinds.ts';

/** The body of a payout as the provider saw it. */
export type Body = Readonly<Record<string, string | number>>;

const words: Readonly<Record<string, string>> = {
  bank_transfer: 'Bank transfer', interac: 'Interac', ach: 'ACH', wire: 'Wire', crypto: 'Stablecoin', mobile_money: 'Mobile money',
  individual: 'A person', business: 'A business', checking: 'Checking', savings: 'Savings', TRON_MAINNET: 'Tron', ETHEREUM_MAINNET: 'Ethereum',
};
const labels: Readonly<Record<string, string>> = {
  account_name: 'Account holder', sort_code: 'Sort code', bic_code: 'BIC', swift_code: 'SWIFT code', routing_number: 'Routing number', bank_name: 'Bank name',
  interac_first_name: 'Given names', interac_last_name: 'Family name', wallet_token: 'Token', state: 'State', street: 'Street', city: 'Town',
};
const regions = new Intl.DisplayNames('en', { type: 'region' });
const asIs = (value: string) => value;
const inWords = (value: string) => words[value] ?? `no words for ${value}`;
const amount = (currency: Kind['from']) => (value: string) => {
  const { decimals } = currencies[currency];
  return new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Number(value));
};

/** How each field of a body reads to a person; a field that is not here may not be sent. */
function readers(kind: Kind, customer: string): Readonly<Record<string, (value: string) => string>> {
  const place = kind.details.country;
  return {
    ...Object.fromEntries(['account_number', 'iban', 'email', 'wallet_address', 'phone_number', 'note'].map((key) => [key, asIs])),
    ...Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, (value: string) => `${label}: ${value}`])),
    zip_code: (value) => `${kind.to === 'USD' ? 'ZIP code' : 'Postcode'}: ${value}`,
    method: inWords, type: (value) => `Holder is: ${inWords(value)}`, account_type: (value) => `Account type: ${inWords(value)}`, wallet_network: (value) => `Network: ${inWords(value)}`,
    wallet_id: () => `${currencies[kind.from].plural} wallet at Blaaiz`, customer_id: () => customer,
    from_currency_id: () => kind.from, to_currency_id: () => kind.to, from_amount: amount(kind.from), to_amount: amount(kind.to),
    country: (value) => `Country: ${regions.of(value) ?? value}`, country_id: () => (place ? (regions.of(place) ?? place) : currencies[kind.to].plural.replace('Cedis', 'cedis')),
    mobile_money_operator_id: (value) => `Operator: ${operators.find((one) => one.id === value)?.name ?? value}`,
  };
}

/** Digits and codes may stand in groups: what is compared is what is left without the gaps. */
const bare = (text: string) => text.replace(/[\s-]/g, '');

/** The fields of a body that a page doesn't show, each as `field: how it should read`; empty when it shows all. `merchant_reference` is made at sending. */
export function notShown(page: string, body: Body, kind: Kind, customer: string): readonly string[] {
  const known = readers(kind, customer);
  const text = bare(page);
  return Object.entries(body).filter(([key]) => key !== 'merchant_reference').flatMap(([key, value]) => {
    const reads = known[key]?.(String(value));
    return reads !== undefined && text.includes(bare(reads)) ? [] : [`${key}: ${reads ?? 'nobody is told of it'}`];
  });
}

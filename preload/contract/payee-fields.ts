import { z } from 'zod';
import type { CurrencyCode } from './currency.ts';

/** The ways money can leave: Blaaiz's own (Blaaiz API reference: Create payout), and Kira's wire and SWIFT (Kira guide: Payouts). */
export const payoutMethods = ['bank_transfer', 'interac', 'ach', 'wire', 'swift', 'crypto', 'mobile_money'] as const;
/** A payout method. */
export type PayoutMethod = (typeof payoutMethods)[number];

/** Every payee detail that some method asks for; the names are ours, the Blaaiz adapter maps them to the wire. */
export const payeeFieldKeys = [
  'bankId', 'accountNumber', 'sortCode', 'accountName', 'iban', 'bic', 'email', 'interacFirstName', 'interacLastName',
  'payeeType', 'accountType', 'bankName', 'routingNumber', 'walletAddress', 'walletToken', 'walletNetwork',
  'phoneNumber', 'operatorId', 'street', 'city', 'state', 'zipCode', 'country',
] as const;
/** The name of one payee detail. */
export type PayeeFieldKey = (typeof payeeFieldKeys)[number];

/** What is known of a payee's account; fields that the method doesn't ask for are absent or empty. */
export const payeeDetailsSchema = z.partialRecord(z.enum(payeeFieldKeys), z.string().max(200));
/** Payee details by field. */
export type PayeeDetails = Readonly<z.infer<typeof payeeDetailsSchema>>;

/** How a payee field is asked for. */
export type PayeeFieldKind = 'text' | 'account' | 'bank' | 'country' | 'email' | 'phone' | 'choice' | 'operator';

/** One field of a payee form: its key, label, kind, and choices when it is one of a few. */
export type PayeeField = {
  readonly key: PayeeFieldKey;
  readonly label: string;
  readonly kind: PayeeFieldKind;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
};

const field = (key: PayeeFieldKey, label: string, kind: PayeeFieldKind = 'text', choices?: PayeeField['choices']): PayeeField =>
  choices ? { key, label, kind, choices } : { key, label, kind };
const choice = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([value, label]) => ({ value, label }));

const address: readonly PayeeField[] = [
  field('street', 'Street'), field('city', 'Town'), field('zipCode', 'Postcode'), field('country', 'Country', 'country'),
];
const usAccount: readonly PayeeField[] = [
  field('accountName', 'Account holder'),
  field('payeeType', 'Holder is', 'choice', choice(['individual', 'A person'], ['business', 'A business'])),
  field('routingNumber', 'Routing number', 'account'), field('accountNumber', 'Account number', 'account'),
  field('accountType', 'Account type', 'choice', choice(['checking', 'Checking'], ['savings', 'Savings'])),
  field('bankName', 'Bank name'),
];
const usAddress: readonly PayeeField[] = [
  field('street', 'Street'), field('city', 'Town'), field('state', 'State'), field('zipCode', 'ZIP code'),
  field('country', 'Country', 'country'),
];
const mobileMoney: readonly PayeeField[] = [
  field('accountName', 'Account holder'), field('operatorId', 'Operator', 'operator'), field('phoneNumber', 'Phone', 'phone'),
];

type MethodForms = Partial<Record<PayoutMethod, readonly PayeeField[]>>;

/** Which methods each destination currency has and which fields each asks for (Blaaiz API reference: Create payout). */
const forms: Partial<Record<CurrencyCode, MethodForms>> = {
  NGN: { bank_transfer: [field('bankId', 'Bank', 'bank'), field('accountNumber', 'Account number', 'account')] },
  GBP: {
    bank_transfer: [
      field('accountName', 'Account holder'), field('sortCode', 'Sort code', 'account'),
      field('accountNumber', 'Account number', 'account'), ...address,
    ],
  },
  EUR: {
    bank_transfer: [
      field('accountName', 'Account holder'), field('iban', 'IBAN', 'account'), field('bic', 'BIC', 'account'), ...address,
    ],
  },
  CAD: {
    interac: [
      field('interacFirstName', 'Given names'), field('interacLastName', 'Family name'), field('email', 'E-mail', 'email'),
    ],
  },
  USD: {
    ach: [...usAccount, ...usAddress],
    wire: [...usAccount, field('bic', 'SWIFT code', 'account'), ...usAddress],
    crypto: [
      field('walletToken', 'Token', 'choice', choice(['USDT', 'USDT'], ['USDC', 'USDC'])),
      field('walletNetwork', 'Network', 'choice', choice(['BSC_MAINNET', 'BNB Smart Chain'], ['ETHEREUM_MAINNET', 'Ethereum'],
        ['TRON_MAINNET', 'Tron'], ['MATIC_MAINNET', 'Polygon'])),
      field('walletAddress', 'Wallet address', 'account'),
    ],
  },
  KES: { mobile_money: mobileMoney },
  UGX: { mobile_money: mobileMoney },
  TZS: { mobile_money: mobileMoney },
  // The country decides which operators there are and how a phone number is read, so it comes before both.
  XOF: { mobile_money: [...mobileMoney.slice(0, 1), field('country', 'Country', 'country'), ...mobileMoney.slice(1)] },
  GHS: { mobile_money: mobileMoney },
};

/** The countries (alpha-2) that a currency is paid to where several share it; null when any country may be given. The CFA franc of
 *  West Africa is the money of eight (ISO 4217: XOF). */
export function sharedBy(currency: CurrencyCode): readonly string[] | null {
  return currency === 'XOF' ? ['BJ', 'BF', 'CI', 'GW', 'ML', 'NE', 'SN', 'TG'] : null;
}

/** The currencies a payout can arrive in. */
export const destinationCurrencies = Object.keys(forms) as readonly CurrencyCode[];

/** The methods that a destination currency has, in the order they are offered. */
export function methodsFor(currency: CurrencyCode): readonly PayoutMethod[] {
  return Object.keys(forms[currency] ?? {}) as readonly PayoutMethod[];
}

/** The payee fields that a method asks for in a destination currency, in form order; all are required. Empty when the pair doesn't exist. */
export function payeeFieldsFor(currency: CurrencyCode, method: PayoutMethod): readonly PayeeField[] {
  return forms[currency]?.[method] ?? [];
}

/** The method in words: "Bank transfer". */
export const methodLabels: Readonly<Record<PayoutMethod, string>> = {
  bank_transfer: 'Bank transfer', interac: 'Interac', ach: 'ACH', wire: 'Wire', swift: 'SWIFT', crypto: 'Stablecoin', mobile_money: 'Mobile money',
};

/** The short account mark shown after a payee's name: the last four of what identifies the account, or a masked e-mail. */
export function accountTail(details: PayeeDetails): string {
  const email = details.email;
  if (email?.includes('@')) return `${email.slice(0, 1)}\u2022\u2022\u2022@${email.split('@')[1] ?? ''}`;
  const iban = details.iban?.replace(/\s/g, '');
  if (iban) return `${iban.slice(0, 2)}\u00b7\u00b7${iban.slice(-4)}`;
  const number = (details.accountNumber || details.walletAddress || details.phoneNumber || '').replace(/\s/g, '');
  return number ? `\u00b7\u00b7${number.slice(-4)}` : '';
}

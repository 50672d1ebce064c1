import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { country, text } from '../fields.ts';
import { banks, operators } from '../seed/banks.ts';
import { mobileMoneyCurrencies } from '../seed/currencies.ts';
import type { Body } from '../validate.ts';
import type { FeeMethod } from './price.ts';

/** The payout methods of the wire (Blaaiz guide: Create payout). */
export const payoutMethods = ['bank_transfer', 'interac', 'ach', 'wire', 'crypto', 'mobile_money'] as const;

/** One of the payout methods. */
export type PayoutMethod = (typeof payoutMethods)[number];

const wrongFormat = { message: 'The :attribute field format is invalid.' };
const digits = (from: number, to = from): z.ZodString => z.string().regex(new RegExp(`^\\d{${from},${to}}$`));
const listed = (rows: readonly { readonly id: string }[]): z.ZodType => z.union([z.string(), z.number()])
  .refine((value) => rows.some((row) => row.id === String(value)), { message: 'The selected :attribute is invalid.' });
const address = { country, street: text, city: text, zip_code: text };
const iban = z.string().refine((value) => isValidIBAN(electronicFormatIBAN(value) ?? ''), wrongFormat);
const bic = z.string().refine((value) => isValidBIC(value), wrongFormat);
const routing = digits(9).refine(hasAbaCheckDigit, wrongFormat);

const dollars = z.object({
  type: z.enum(['individual', 'business']), account_number: digits(4, 17), account_name: text,
  account_type: z.enum(['checking', 'savings']), bank_name: text, routing_number: routing, ...address, state: text,
});

const schemas: Readonly<Record<string, z.ZodObject>> = {
  'NGN bank_transfer': z.object({ bank_id: listed(banks), account_number: digits(10) }),
  'GBP bank_transfer': z.object({ sort_code: digits(6), account_number: digits(8), account_name: text, ...address }),
  'EUR bank_transfer': z.object({ iban, bic_code: bic, account_name: text, ...address }),
  'CAD interac': z.object({ email: z.email(), interac_first_name: text, interac_last_name: text }),
  'USD ach': dollars,
  'USD wire': dollars.extend({ swift_code: bic }),
  'USD crypto': z.object({
    wallet_address: z.string().regex(/^(0x[0-9a-fA-F]{40}|T[1-9A-HJ-NP-Za-km-z]{33})$/),
    wallet_token: z.enum(['USDT', 'USDC']),
    wallet_network: z.enum(['BSC_MAINNET', 'ETHEREUM_MAINNET', 'TRON_MAINNET', 'MATIC_MAINNET']),
  }),
  mobile_money: z.object({
    phone_number: z.string().regex(/^\+?[1-9]\d{7,14}$/), mobile_money_operator_id: listed(operators), account_name: text,
  }),
};

/** The schema of the extra fields that a destination asks for, or undefined when the method does not reach it. */
export function destinationSchema(toCode: string, method: PayoutMethod): z.ZodObject | undefined {
  if (method === 'mobile_money') return mobileMoneyCurrencies.includes(toCode) ? schemas['mobile_money'] : undefined;
  return schemas[`${toCode} ${method}`];
}

/** The name under which the fee breakdown lists a payout method. */
export function feeMethodOf(method: PayoutMethod): FeeMethod {
  const names: Partial<Record<PayoutMethod, FeeMethod>> = { interac: 'INTERAC', crypto: 'CRYPTO', mobile_money: 'MOBILE_MONEY' };
  return names[method] ?? 'BANK_TRANSFER';
}

/** The text that tells where the money goes: account, IBAN, phone, address or e-mail. */
export function accountKey(body: Body): string {
  for (const name of ['account_number', 'iban', 'phone_number', 'wallet_address', 'email']) {
    const value = body[name];
    if (typeof value === 'string') return value.replaceAll(' ', '');
  }
  return '';
}

function hasAbaCheckDigit(value: string): boolean {
  const weights = [3, 7, 1];
  const sum = Array.from(value).reduce((total, digit, index) => total + Number(digit) * (weights[index % 3] ?? 0), 0);
  return sum > 0 && sum % 10 === 0;
}

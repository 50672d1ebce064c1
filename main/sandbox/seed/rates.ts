import { Big } from 'big.js';
import type { Ids } from '../ids.ts';
import type { Rate } from '../model.ts';
import { walletCurrencies } from './currencies.ts';

// How many units of each currency one US dollar buys; invented, of a plausible size.
const perDollar: Readonly<Record<string, string>> = {
  NGN: '1490', USD: '1', GBP: '0.745', EUR: '0.857', CAD: '1.372',
  KES: '129.2', UGX: '3560', TZS: '2465', GHS: '11.4', XOF: '562',
};
const closedForSending: readonly string[] = ['CAD/UGX', 'CAD/TZS'];
const inactive: readonly string[] = ['EUR/UGX'];

/** One row for every pair of a wallet currency and a destination. */
export function seedRates(ids: Ids, atMs: number): Rate[] {
  return walletCurrencies.flatMap((from) => Object.keys(perDollar).map((to) => rateRow(ids, atMs, from, to)));
}

function rateRow(ids: Ids, atMs: number, from: string, to: string): Rate {
  const pair = `${from}/${to}`;
  const wallets: readonly string[] = walletCurrencies;
  return {
    id: ids.uuid(),
    pair,
    value: printed(new Big(perDollar[to] ?? '1').div(perDollar[from] ?? '1')),
    fee_percent: from === to ? '0.00' : '0.50',
    fee_amount: '0.00',
    swap_enabled: from !== to && wallets.includes(to),
    send_enabled: !closedForSending.includes(pair),
    is_active: !inactive.includes(pair),
    created_ms: atMs,
    updated_ms: atMs,
  };
}

function printed(value: Big): string {
  if (value.gte(100) || value.eq(1)) return value.toFixed(2);
  return value.toFixed(value.gte(1) ? 4 : 8);
}

/** Fixed fee of a payout in minor units of the wallet's currency, by the method names of the fee breakdown. */
export const methodFees: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  NGN: { BANK_TRANSFER: 5000, INTERAC: 150000, MOBILE_MONEY: 120000, CRYPTO: 180000 },
  USD: { BANK_TRANSFER: 100, INTERAC: 150, MOBILE_MONEY: 120, CRYPTO: 200 },
  GBP: { BANK_TRANSFER: 80, INTERAC: 120, MOBILE_MONEY: 100, CRYPTO: 160 },
  EUR: { BANK_TRANSFER: 90, INTERAC: 130, MOBILE_MONEY: 110, CRYPTO: 170 },
  CAD: { BANK_TRANSFER: 130, INTERAC: 75, MOBILE_MONEY: 160, CRYPTO: 260 },
};

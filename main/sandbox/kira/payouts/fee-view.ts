import type { KiraPayout } from '../model.ts';
import { centsText } from '../money.ts';
import { type FeeRates, totalOf } from './fees.ts';

/** The fees of a payout as dollars (Kira guide: Payouts); every part is money, percentages too. */
export function feesView(fees: KiraPayout['fees']): object {
  return {
    base_fees: { fixed_fee: centsText(fees.base_fixed), percentage_fee: centsText(fees.base_percentage) },
    client_markup: { fixed_fee: centsText(fees.markup_fixed), percentage_fee: centsText(fees.markup_percentage) },
    total_fees: centsText(totalOf(fees)),
  };
}

/** The fees the way the API of early 2025 told them: numbers, percentages in percent. */
export function oldFeesView(fees: KiraPayout['fees'], rates: FeeRates): object {
  return {
    base_fees: { fixed_fee: fees.base_fixed / 100, percentage_fee: percent(rates.base_rate) },
    client_markup: { fixed_fee: fees.markup_fixed / 100, percentage_fee: percent(rates.markup_rate) },
    total_fees: totalOf(fees) / 100,
  };
}

function percent(rate: string): number {
  return Number((Number(rate) * 100).toFixed(8));
}

import { Big } from 'big.js';
import type { FieldIssue } from '../../../preload/contract/errors.ts';
import { money, toDecimal } from '../../../preload/contract/money.ts';
import type { KiraDraft } from '../../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';

/** A mark-up as it goes on the wire: US dollars, and a fraction ("0.02" is 2 %). */
export type WireMarkup = { readonly fixed: string; readonly percentage: string };

/** The mark-up of a draft as it goes on the wire, null for the profile's own. A person types per cent and Kira reads a fraction, so "2" becomes "0.02";
 *  both members are always there, since a given mark-up replaces the profile's whole (Kira guide: Payouts, client_markup). */
export function wireMarkup(markup: KiraDraft['markup']): Result<WireMarkup | null, FieldIssue> {
  if (markup === null) return ok(null);
  const { fixedMinor, percent } = markup;
  if (fixedMinor === null && percent.trim() === '') return fail({ path: 'kira.markup', message: 'Set the mark-up, or leave it as the profile has it.' });
  const percentage = percent.trim() === '' ? '0' : fractionOf(percent);
  if (percentage === null) return fail({ path: 'kira.markup.percent', message: 'A percentage is 0 to 100 with at most two decimals: 2 means 2 %.' });
  return ok({ fixed: toDecimal(money(fixedMinor ?? 0, 'USD')), percentage });
}

/** A typed percentage as a fraction ("2", "2,5 %" become "0.02", "0.025"); null when it is none from 0 to 100 with at most two decimals. */
export function fractionOf(percent: string): string | null {
  const typed = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/.exec(percent.trim())?.[1];
  if (typed === undefined) return null;
  const fraction = new Big(typed.replace(',', '.')).div(100);
  return fraction.gt(1) ? null : fraction.toFixed();
}

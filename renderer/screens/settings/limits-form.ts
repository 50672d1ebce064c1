import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import type { CurrencyLimits } from '../../../preload/contract/limits.ts';
import { parseMoneyInput } from '../../../preload/contract/money-input.ts';
import { formatAmount } from '../../../preload/contract/money.ts';
import { locale } from '../../text.ts';

/** The limits of one currency that are amounts. */
export const amountLimits = ['perPayout', 'perDay', 'perPayee', 'first'] as const;
/** One of {@link amountLimits}. */
export type AmountLimit = (typeof amountLimits)[number];

/** The limits of one currency as they are typed; an empty text is no limit. */
export type LimitRow = { readonly currency: CurrencyCode; readonly texts: Readonly<Record<AmountLimit, string>>; readonly hours: string };

const noTexts: LimitRow['texts'] = { perPayout: '', perDay: '', perPayee: '', first: '' };

/** A currency without limits yet; a new account cools for a day. */
export function newRow(currency: CurrencyCode): LimitRow {
  return { currency, texts: noTexts, hours: '24' };
}

/** What is kept as it stands in the fields. */
export function toRows(limits: readonly CurrencyLimits[]): readonly LimitRow[] {
  return limits.map((each) => ({
    currency: each.currency, hours: String(each.coolingHours),
    texts: Object.fromEntries(amountLimits.map((limit) => [limit, textOf(each[limit], each.currency)])) as LimitRow['texts'],
  }));
}

function textOf(minor: number | null, currency: CurrencyCode): string {
  return minor === null ? '' : formatAmount({ minor, currency }, locale());
}

/** What is in the fields as limits; null while something can't be read. */
export function toLimits(rows: readonly LimitRow[]): readonly CurrencyLimits[] | null {
  const read = rows.map(readRow);
  return read.includes(null) ? null : read.filter((limits) => limits !== null);
}

function readRow({ currency, texts, hours }: LimitRow): CurrencyLimits | null {
  const amounts = amountLimits.map((limit) => readAmount(texts[limit], currency));
  if (amounts.includes('wrong') || !fitsHours(hours)) return null;
  const [perPayout = null, perDay = null, perPayee = null, first = null] = amounts.map((amount) => (amount === 'wrong' ? null : amount));
  return { currency, perPayout, perDay, perPayee, first, coolingHours: Number(hours) };
}

function readAmount(text: string, currency: CurrencyCode): number | null | 'wrong' {
  if (text.trim() === '') return null;
  const read = parseMoneyInput(text, currency, locale());
  return read.ok && read.value.minor >= 0 ? read.value.minor : 'wrong';
}

/** Whether the cooling time is a whole number of hours, at most a month. */
export function fitsHours(hours: string): boolean {
  return /^\d{1,3}$/.test(hours.trim()) && Number(hours) <= 720;
}

/** Whether two sets of limits are the same, in any order. */
export function sameLimits(one: readonly CurrencyLimits[], two: readonly CurrencyLimits[]): boolean {
  const text = (limits: readonly CurrencyLimits[]) => limits.map(({ currency, perPayout, perDay, perPayee, first, coolingHours }) => [currency, perPayout, perDay, perPayee, first, coolingHours].join(' ')).toSorted().join('\n');
  return text(one) === text(two);
}

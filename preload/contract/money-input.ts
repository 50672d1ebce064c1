import { isCurrencyCode, type CurrencyCode } from './currency.ts';
import { fromDecimal, type Money, type MoneyProblem } from './money.ts';
import { fail, ok, type Result } from './result.ts';

/** Which currencies each sign can stand for. */
const signs: Readonly<Record<string, readonly CurrencyCode[]>> = { '£': ['GBP'], '$': ['USD', 'CAD'], '€': ['EUR'], '₦': ['NGN'] };

/** How a locale groups thousands: its sign, and whether the higher groups have two digits ("12,34,567"). */
type Grouping = { readonly sign: string; readonly pairs: boolean };

/** Reads what a person typed or pasted as an amount of `currency`: both separators, spaces, apostrophes and a code or sign around it
 *  ("GBP 2,400", "2.400,50", "£2 400.5"). Never rounds; a lone separator followed by exactly three digits groups thousands only
 *  when it is the locale's grouping sign ("2,400" in en), and anything that could be read two ways is refused as `ambiguous`. */
export function parseMoneyInput(text: string, currency: CurrencyCode, locale = 'en'): Result<Money, MoneyProblem> {
  const bare = stripCurrency(text, currency);
  if (!bare.ok) return bare;
  if (bare.value === '') return fail('empty');
  if (!/^[-\u2212]?[\d.,\s'\u2019\u00a0\u202f]*\d$/.test(bare.value)) return fail('not-a-number');
  const compact = bare.value.replace(/[\s'\u2019\u00a0\u202f]/g, '').replace('\u2212', '-');
  const plain = toPlain(compact, groupingOf(locale));
  return plain === null ? fail('ambiguous') : fromDecimal(plain, currency);
}

function stripCurrency(text: string, currency: CurrencyCode): Result<string, MoneyProblem> {
  const codes = text.toUpperCase().match(/[A-Z]{3,4}/g) ?? [];
  const otherCode = codes.some((code) => isCurrencyCode(code) && code !== currency);
  const otherSign = (text.match(/[£$€₦]/g) ?? []).some((sign) => !signs[sign]?.includes(currency));
  if (otherCode || otherSign) return fail('other-currency');
  return ok(text.replace(new RegExp(currency, 'gi'), '').replace(/[£$€₦]/g, '').trim());
}

/** Turns grouped digits into a plain decimal, or null when the separators don't tell. */
function toPlain(text: string, grouping: Grouping): string | null {
  const lastComma = text.lastIndexOf(',');
  const lastDot = text.lastIndexOf('.');
  if (lastComma < 0 && lastDot < 0) return text;
  if (lastComma >= 0 && lastDot >= 0) {
    return lastComma > lastDot ? ungroup(text, '.', ',', grouping) : ungroup(text, ',', '.', grouping);
  }
  return lonePlain(text, lastComma >= 0 ? ',' : '.', grouping);
}

/** As {@link toPlain} for a text with one kind of separator. */
function lonePlain(text: string, sign: ',' | '.', grouping: Grouping): string | null {
  const other = sign === ',' ? '.' : ',';
  const parts = text.split(sign);
  const tail = parts.at(-1) ?? '';
  if (parts.length > 2) return ungroup(text, sign, other, grouping);
  if (tail.length === 3) return sign === grouping.sign ? ungroup(text, sign, other, grouping) : null;
  // "2,4000" where commas group is a slip between 2.40 and 24,000.
  return sign === grouping.sign && tail.length > 3 ? null : text.replace(sign, '.');
}

function ungroup(text: string, group: ',' | '.', decimal: ',' | '.', grouping: Grouping): string | null {
  const [whole = '', fraction, ...rest] = text.split(decimal);
  if (rest.length > 0 || fraction?.includes(group)) return null;
  const inThrees = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+$`).test(whole) || /^-?\d+$/.test(whole);
  const inPairs = grouping.pairs && grouping.sign === group && new RegExp(`^-?\\d{1,2}(\\${group}\\d{2})*\\${group}\\d{3}$`).test(whole);
  if (!inThrees && !inPairs) return null;
  const digits = whole.replaceAll(group, '');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

function groupingOf(locale: string): Grouping {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567);
  const digits = parts.filter((part) => part.type === 'integer').map((part) => part.value.length);
  return { sign: parts.find((part) => part.type === 'group')?.value ?? ',', pairs: digits.at(-2) === 2 };
}

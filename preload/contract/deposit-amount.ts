import { fail, ok, type Result } from './result.ts';

/** The decimals that USDC and USDT have on Solana and Polygon (Circle and Tether: token contracts). */
export const tokenDecimals = 6;

/** What an exchange keeps of a withdrawal: a fixed amount of tokens, or a percentage of what is typed ("0.5" is 0.5 %). Decimal texts. */
export type ExchangeFee = { readonly kind: 'flat'; readonly amount: string } | { readonly kind: 'percent'; readonly percent: string };

/** What to type at the exchange so that enough arrives: `type` is the amount, `fee` what the exchange keeps of it at most, `arrives` what is left
 *  at least. Decimal texts of whole tokens with two decimals or more; `type` = `fee` + `arrives` to the last decimal. */
export type ExchangeAmounts = { readonly type: string; readonly fee: string; readonly arrives: string };

/** Why an amount of tokens or a fee could not be taken. */
export type TokenProblem = 'empty' | 'not-a-number' | 'too-many-decimals' | 'ambiguous' | 'too-much';

const unit = 10n ** BigInt(tokenDecimals);
const whole = 100n * unit;

/** Reads a plain decimal ("5000.00") as whole millionths, exactly; more than six decimals are refused unless they are zeros. Errors: TokenProblem. */
function toUnits(text: string): Result<bigint, TokenProblem> {
  const [, before, after = ''] = /^(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text) ?? [];
  if (before === undefined) return fail(text.trim() === '' ? 'empty' : 'not-a-number');
  const digits = after.replace(/0+$/, '');
  return digits.length > tokenDecimals ? fail('too-many-decimals') : ok(BigInt(before) * unit + BigInt(digits.padEnd(tokenDecimals, '0')));
}

function fromUnits(units: bigint): string {
  const decimals = String(units % unit).padStart(tokenDecimals, '0').replace(/0{1,4}$/, '');
  return `${units / unit}.${decimals}`;
}

/** How much to type at the exchange so that, after its fee, at least `arrive` comes in and no millionth more than needed is sent. A percentage is
 *  taken of what is typed and its fee is reckoned rounded up to a millionth, so a rounding at the exchange never leaves the deposit short.
 *  `too-much` when the percentage is 100 or more. Nothing goes through a float. */
export function amountToType(arrive: string, fee: ExchangeFee): Result<ExchangeAmounts, TokenProblem> {
  const due = toUnits(arrive);
  const taken = toUnits(fee.kind === 'flat' ? fee.amount : fee.percent);
  if (!due.ok) return due;
  if (!taken.ok) return taken;
  if (fee.kind === 'percent' && taken.value >= whole) return fail('too-much');
  // With x to type and p the percentage: x - x * p >= due, so x is due / (1 - p), rounded up.
  const typed = fee.kind === 'flat' ? due.value + taken.value : divideUp(due.value * whole, whole - taken.value);
  const kept = fee.kind === 'flat' ? taken.value : divideUp(typed * taken.value, whole);
  return ok({ type: fromUnits(typed), fee: fromUnits(kept), arrives: fromUnits(typed - kept) });
}

function divideUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}

/** Reads what a person typed as an amount of tokens or a percentage: "1.5", "1,5", "1,234.50". One separator before exactly three digits is
 *  refused as `ambiguous` when it is the locale's grouping sign, because "1,500" may mean either; nothing is rounded. Gives a plain decimal text. */
export function readTokens(text: string, locale = 'en'): Result<string, TokenProblem> {
  const bare = text.replace(/(USDC|USDT|%)/gi, '').replace(/[\s'\u2019\u00a0\u202f]/g, '');
  if (bare === '') return fail('empty');
  if (!/^\d[\d.,]*$/.test(bare) || /[.,]$/.test(bare)) return fail('not-a-number');
  const plain = plainOf(bare, groupSign(locale));
  if (plain === null) return fail('ambiguous');
  const units = toUnits(plain);
  return units.ok ? ok(fromUnits(units.value)) : units;
}

/** The digits with a point before the decimals; null when the separators don't tell. */
function plainOf(text: string, group: string): string | null {
  const last = text.match(/[.,]/g)?.at(-1);
  if (last === undefined) return text;
  const at = text.lastIndexOf(last);
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)];
  const other = last === '.' ? ',' : '.';
  if (head.includes(last)) return grouped(text, last) && !text.includes(other) ? text.replaceAll(last, '') : null;
  if (head.includes(other)) return grouped(head, other) ? `${head.replaceAll(other, '')}.${tail}` : null;
  return last === group && tail.length === 3 && head !== '0' ? null : `${head}.${tail}`;
}

function grouped(text: string, sign: string): boolean {
  return new RegExp(`^\\d{1,3}(\\${sign}\\d{3})+$`).test(text);
}

function groupSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1_234_567).find((part) => part.type === 'group')?.value ?? ',';
}

/** An amount of tokens for people: the locale's separators, at least two decimals, every decimal there is. Never rounded; a text that is no amount stays. */
export function formatTokens(amount: string, locale = 'en'): string {
  if (!/^\d+(\.\d+)?$/.test(amount)) return amount;
  const decimals = amount.split('.')[1] ?? '';
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: Math.min(20, Math.max(2, decimals.length)), maximumFractionDigits: Math.min(20, Math.max(2, decimals.length)) });
  // Intl takes a decimal string without going through a float, so every digit stays.
  return format.format(amount as unknown as number);
}

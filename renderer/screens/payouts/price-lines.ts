import { formatMoney, subtractMoney, type Money } from '../../../preload/contract/money.ts';
import type { Price } from '../../../preload/contract/payouts.ts';
import type { LedgerLine } from '../../components/ledger-lines.tsx';
import { locale, t } from '../../text.ts';

/** A rate as the provider gave it, with separators: 2,012.50. All its decimals stay, two at least. */
export function rateText(rate: string): string {
  // Intl takes a decimal string as it is, so no digit of a long rate is lost.
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 12 }).format(rate as unknown as number);
}

/** What is left after the fees, then the rate. Within one currency nothing is converted, and a rate is told only if it is not one to one. */
function restLines(price: Price, kind: 'result' | 'sum'): readonly LedgerLine[] {
  const same = price.converted.currency === price.receive.currency;
  const rest: LedgerLine = { id: 'converted', label: same ? t('After fees') : t('Converted'), amount: price.converted, kind };
  if (same && Number(price.rate) === 1) return [rest];
  const figure = { text: rateText(price.rate), code: price.receive.currency };
  return [rest, { id: 'rate', label: t('Rate, for 1 {currency}', { currency: price.converted.currency }), amount: null, figure }];
}

/** The sum of the money panel: what is sent (named `first`), each fee as given, their total, what is converted, the rate. */
export function panelLines(price: Price, first: string = t('You send')): readonly LedgerLine[] {
  return [
    { id: 'send', label: first, amount: price.send, kind: 'sum' },
    ...price.fees.map((fee, index): LedgerLine => ({ id: `fee${index}`, label: fee.label, amount: fee.amount, kind: 'part', minus: true })),
    { id: 'total', label: t('Total fees'), amount: price.totalFees, minus: true },
    ...restLines(price, 'result'),
  ];
}

/** The sum at review, in fewer lines; `first` names what is sent. */
export function reviewLines(price: Price, first: string = t('Leaves the wallet')): readonly LedgerLine[] {
  return [
    { id: 'send', label: first, amount: price.send, kind: 'sum' },
    { id: 'total', label: t('Total fees'), amount: price.totalFees, minus: true },
    ...restLines(price, 'sum'),
  ];
}

/** What is sent and each fee as given, for reading back beside a decision; the total where the fees are not told one by one. */
export function feeLines(price: Price, first: string = t('You send')): readonly LedgerLine[] {
  const parts = price.fees.map((fee, index): LedgerLine => ({ id: `fee${index}`, label: fee.label, amount: fee.amount, kind: 'part', minus: true }));
  const fees: readonly LedgerLine[] = parts.length > 0 ? parts : [{ id: 'total', label: t('Total fees'), amount: price.totalFees, minus: true }];
  return [{ id: 'send', label: first, amount: price.send, kind: 'sum' }, ...fees];
}

/** What stays in the wallet after the payout; null when the currencies differ. */
export function walletAfter(balance: Money, send: Money): Money | null {
  return balance.currency === send.currency ? subtractMoney(balance, send) : null;
}

/** Whether a price closes: only then may it be sent. */
export function closes(price: Price): boolean {
  const { send, totalFees, converted, gap } = price;
  if (gap !== null && gap.minor !== 0) return false;
  if (send.currency !== totalFees.currency || send.currency !== converted.currency) return false;
  return send.minor - totalFees.minor === converted.minor;
}

/** What a payer sees change between two prices, each with both figures, in sentences. */
export function priceChanges(before: Price, now: Price): string {
  const both = (label: string, old: string, figure: string) => (old === figure ? [] : [t('{label}: {old} before, {figure} now.', { label, old, figure })]);
  const text = (money: Money) => formatMoney(money, locale());
  return [
    ...both(t('Arrives'), text(before.receive), text(now.receive)), ...both(t('Leaves'), text(before.send), text(now.send)),
    ...both(t('Total fees'), text(before.totalFees), text(now.totalFees)), ...both(t('Rate'), rateText(before.rate), rateText(now.rate)),
  ].join(' ');
}

/** Whether two prices say the same to the payer: same amounts and same rate, whenever they were read. */
export function samePrice(a: Price, b: Price): boolean {
  const key = (price: Price) => JSON.stringify([price.send, price.totalFees, price.converted, price.receive, rateText(price.rate)]);
  return key(a) === key(b);
}

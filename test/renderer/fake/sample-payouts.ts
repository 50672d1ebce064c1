import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import { money } from '../../../preload/contract/money.ts';
import { accountTail, type PayeeDetails, type PayoutMethod } from '../../../preload/contract/payee-fields.ts';
import { emptyPayoutDraft, needsPersonStates, type Payee, type Payout, type PayoutState, type Price } from '../../../preload/contract/payouts.ts';

const minute = 60_000;

/** A price that adds up: fees of 1.31 % of the amount, rounded to whole minor units. */
export function samplePrice(sendMinor: number, from: CurrencyCode, to: CurrencyCode, now: number): Price {
  const rates: Partial<Record<string, number>> = { GBPNGN: 2012.5, EURNGN: 1730, USDNGN: 1540.2, GBPKES: 171.2 };
  const fees = Math.round(sendMinor * 0.013125);
  const own = Math.round(fees * 0.619);
  const rate = from === to ? 1 : (rates[`${from}${to}`] ?? 1.17);
  return {
    send: money(sendMinor, from), totalFees: money(fees, from), converted: money(sendMinor - fees, from), rate: String(rate), gap: null, readAt: now - 40_000,
    fees: [{ label: 'Blaaiz fee', amount: money(own, from) }, { label: 'Bank transfer fee', amount: money(fees - own, from) }],
    receive: money(Math.round((sendMinor - fees) * rate), to),
  };
}

/** A few facts about a payout, in reading order: state, payee, customer, reference, amount, currencies, minutes ago. */
export type PayoutFacts = {
  readonly id: string; readonly state: PayoutState; readonly payee: string; readonly customer: string; readonly reference: string; readonly minor: number | null;
  readonly from: CurrencyCode; readonly to: CurrencyCode; readonly method: PayoutMethod; readonly details: PayeeDetails; readonly ago: number;
};

const onDesk: readonly PayoutState[] = ['draft', 'ready', 'queued'];
const withoutFinalAmount: readonly PayoutState[] = ['draft', 'ready', 'refused', 'failed'];

function sentFacts({ state, reference, minor, from, ago }: PayoutFacts, now: number): Payout['sent'] {
  if (onDesk.includes(state) || minor === null) return null;
  const at = now - ago * minute;
  return {
    merchantReference: reference, fingerprint: '9f3c70a1b2c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70819202122e44b', writtenAt: at - 21_000, firstByteAt: at - 20_957,
    answeredAt: state === 'unknown' ? null : at - 19_000, timesSent: 1, walletBefore: money(minor * 8, from), walletReadAt: at - 30_000,
  };
}

function unknownFacts({ state, ago }: PayoutFacts, now: number): Payout['unknown'] {
  if (state !== 'unknown') return null;
  const at = now - ago * minute;
  return {
    since: at, cause: 'No answer within 20 s', nextLookAt: now + 391_000, decideFrom: now + 391_000, replayUntil: null, walletNow: money(941_230, 'EUR'), walletNowAt: now - 60_000,
    lookups: [{ at: at + 1_000, found: false, answered: true, detail: 'Not found' }, { at: at + 121_000, found: false, answered: true, detail: 'Not found' }],
  };
}

function story({ id, state, ago }: PayoutFacts, now: number): Payout['timeline'] {
  const at = now - ago * minute;
  const entry = (key: string, when: number, source: 'you' | 'bursar', what: string, detail: string | null, led: PayoutState) =>
    ({ id: `${id}-${key}`, at: when, source, actor: source === 'you' ? 'Femke Osei' : null, what, detail, state: led, count: 1 });
  return [
    entry('a', at - 58 * minute, 'you', 'Drafted', 'On this computer', 'draft'), entry('b', at - minute, 'you', 'Ready', null, 'ready'),
    ...(onDesk.includes(state) ? [] : [entry('c', at - 20_000, 'you', 'Sending', null, 'sending')]),
    ...(state === 'unknown' ? [entry('d', at, 'bursar', 'Outcome unknown', 'No answer within 20 s', 'unknown')] : []),
  ];
}

function sampleDraft({ payee, reference, minor, from, to, method, details }: PayoutFacts): Payout['draft'] {
  return {
    ...emptyPayoutDraft, customerId: 'customer-1', walletId: `wallet-${from.toLowerCase()}`, fromCurrency: from, payeeName: payee, toCurrency: to, method, details,
    holderName: method === 'bank_transfer' && to === 'NGN' ? `${payee.toUpperCase()} LTD` : null, holderAccepted: true,
    amountMinor: minor, amountText: minor === null ? '' : (minor / 100).toFixed(2), reference, purpose: 'Goods and materials',
  };
}

const refusal: Payout['problem'] = { code: 'provider-refused', message: 'Blaaiz refused: the mobile number is not registered with this operator.', fix: 'Ask the payee for the number and make a corrected payout.' };

/** A payout whole, from a few facts. */
export function samplePayout(facts: PayoutFacts, now: number, change: Partial<Payout> = {}): Payout {
  const { id, state, payee, customer, reference, minor, from, to, method, details } = facts;
  const price = minor === null ? null : samplePrice(minor, from, to, now);
  const at = now - facts.ago * minute;
  const left = !onDesk.includes(state);
  return {
    id, state, needsPerson: needsPersonStates.some((one) => one === state), payeeName: payee, accountTail: accountTail(details), customerName: customer, reference,
    send: minor === null ? null : money(minor, from), receive: price && !withoutFinalAmount.includes(state) ? price.receive : null,
    fromCurrency: from, toCurrency: to, provider: 'blaaiz', method, updatedAt: at, draft: sampleDraft(facts),
    figures: { quoted: null, answered: null, arrived: null }, restoredAt: null,
    revision: 3, price, finalPrice: left ? price : null, transactionId: state === 'processing' ? `tx-${id}` : null, providerReference: null,
    providerStatus: state === 'processing' ? 'PROCESSING' : null, clonedFrom: null, clonedTo: null, leavesAt: state === 'queued' ? now + 4_000 : null,
    checkedAt: left ? now - 2 * minute : null, nextCheckAt: left ? now + 3 * minute : null, watchedUntil: state === 'completed' ? Date.UTC(2026, 11, 4) : null,
    problem: state === 'refused' ? refusal : null, sent: sentFacts(facts, now), unknown: unknownFacts(facts, now), timeline: story(facts, now),
    documents: [], deposit: null, uetr: null, createdAt: at - 59 * minute, ...change,
  };
}

const naira = (accountNumber: string): PayeeDetails => ({ bankId: 'bank-2', accountNumber });
const facts = (list: readonly [PayoutState, string, string, string, number | null, CurrencyCode, CurrencyCode, PayoutMethod, PayeeDetails, number][]): PayoutFacts[] =>
  list.map(([state, payee, customer, reference, minor, from, to, method, details, ago], index) => ({ id: `payout-${index + 1}`, state, payee, customer, reference, minor, from, to, method, details, ago }));

/** A morning's worth of payouts. */
export function samplePayouts(now: number): Payout[] {
  const desk = facts([
    ['unknown', 'Atelier Brandt GmbH', 'Northgate Studio', 'NS-2214', 118_000, 'EUR', 'EUR', 'bank_transfer', { iban: 'DE89370400440532014417' }, 1],
    ['returned', 'Kestrel Logistics', 'Moor Imports', 'MI-0902', 64_000, 'USD', 'USD', 'wire', { accountNumber: '000123453051' }, 206],
    ['sending', 'Okonjo Textiles', 'Adaeze Nwosu', 'AN-0031', 240_000, 'GBP', 'NGN', 'bank_transfer', naira('0261745519'), 0],
    ['queued', 'Halima Yusuf', 'Adaeze Nwosu', 'AN-0032', 31_000, 'GBP', 'NGN', 'bank_transfer', naira('2044100284'), 0],
    ['accepted', 'Priya Raman', 'Northgate Studio', 'NS-2213', 45_000, 'GBP', 'GBP', 'bank_transfer', { sortCode: '200000', accountNumber: '55776610' }, 5],
    ['processing', 'Bluewater Marine', 'Moor Imports', 'MI-0916', 215_000, 'USD', 'USD', 'wire', { accountNumber: '000998871187' }, 17],
    ['processing', 'Café Lumière SARL', 'Northgate Studio', 'NS-2212', 87_540, 'EUR', 'EUR', 'bank_transfer', { iban: 'FR1420041010050500013M09034' }, 30],
    ['processing', 'Delphine Roy', 'Northgate Studio', 'NS-2211', 72_500, 'CAD', 'CAD', 'interac', { email: 'delphine@roy.example' }, 51],
    ['ready', 'Okonjo Textiles', 'Adaeze Nwosu', 'AN-0033', 118_000, 'GBP', 'NGN', 'bank_transfer', naira('0261745519'), 68],
    ['draft', 'Lagoon Print Works', 'Adaeze Nwosu', '', null, 'GBP', 'NGN', 'bank_transfer', naira('0110344471'), 85],
    ['completed', 'Harrow & Finch LLP', 'Moor Imports', 'MI-0915', 100_000, 'USD', 'USD', 'wire', { accountNumber: '000774417745' }, 173],
    ['refused', 'Owusu Farms', 'Northgate Studio', 'NS-2209', 75_000, 'GBP', 'GHS', 'mobile_money', { phoneNumber: '+233244007702' }, 238],
    ['failed', 'Sefu Transport', 'Adaeze Nwosu', 'AN-0029', 26_000, 'GBP', 'KES', 'mobile_money', { phoneNumber: '+254712003390' }, 251],
    ['completed', 'Grace Adeyemi', 'Adaeze Nwosu', 'AN-0028', 12_000, 'GBP', 'GBP', 'bank_transfer', { sortCode: '200000', accountNumber: '11230091' }, 1600],
  ]);
  return desk.map((one) => samplePayout(one, now));
}

/** The payee book. */
export function samplePayees(now: number): Payee[] {
  return [
    { id: 'payee-1', name: 'Okonjo Textiles', currency: 'NGN', method: 'bank_transfer', details: naira('0261745519'), holderName: 'OKONJO TEXTILES LTD', lastPaidAt: now - 28 * 86_400_000 },
    { id: 'payee-2', name: 'Halima Yusuf', currency: 'NGN', method: 'bank_transfer', details: naira('2044100284'), holderName: 'HALIMA YUSUF', lastPaidAt: null },
    { id: 'payee-3', name: 'Atelier Brandt GmbH', currency: 'EUR', method: 'bank_transfer', details: { iban: 'DE89370400440532014417', bic: 'COBADEFFXXX' }, holderName: null, lastPaidAt: now - 86_400_000 },
  ];
}

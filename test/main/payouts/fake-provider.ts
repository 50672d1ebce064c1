import { appError, type AppError } from '../../../preload/contract/errors.ts';
import type { Wallet } from '../../../preload/contract/app.ts';
import type { Price } from '../../../preload/contract/payouts.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { PayoutOrder, PayoutProvider, PriceQuestion, ProviderPayout, SendOutcome } from '../../../main/providers/provider.ts';

/** What becomes of the next sending: `lost-…` gives no answer, before or after the provider took it; `never`
 *  doesn't answer at all, `never-after` took it first. */
export type SendFate = 'accept' | 'refuse' | 'lost-before' | 'lost-after' | 'never' | 'never-after';

type Entry = { payout: ProviderPayout; readonly body: string; visibleFrom: number };

/** A provider in memory with a ledger, the judge of what arrived and how often. */
export type FakeProvider = PayoutProvider & {
  /** Taken payouts by merchant reference. */
  readonly ledger: Map<string, Entry>;
  /** Every body that was handed over, in order. */
  readonly bodies: string[];
  readonly looks: string[];
  fates: SendFate[];
  /** When set, every call but `send` fails with it. */
  outage: AppError | null;
  /** How long a taken payout stays invisible to look-ups, ms. */
  hiddenFor: number;
  rate: number;
  gap: boolean;
  /** When set, look-ups answer with a payout of another reference. */
  wrong: boolean;
  balance: number;
  /** Answers a sending that was left hanging. */
  answer(outcome: SendOutcome): void;
  /** The process that waited is gone: a hanging sending is never answered. */
  forget(): void;
  setStatus(reference: string, status: ProviderPayout['status'], reason?: string): void;
};

/** The error of being offline. */
export const offline = appError('offline', 'Bursar can\u2019t reach Blaaiz.');

/** Makes a fake provider; `clock` gives epoch ms. */
export function fakeProvider(clock: () => number): FakeProvider {
  let hanging: ((outcome: SendOutcome) => void) | null = null;
  const reach = <T>(value: () => T) => Promise.resolve(fake.outage === null ? ok(value()) : fail(fake.outage));
  const look = (match: (entry: Entry) => boolean) => [...fake.ledger.values()].find((entry) => entry.visibleFrom <= clock() && match(entry))?.payout ?? null;
  const fake: FakeProvider = {
    ledger: new Map(), bodies: [], looks: [], fates: [], outage: null, hiddenFor: 0, rate: 2, gap: false, wrong: false, balance: 1_000_000,
    wallets: () => reach((): readonly Wallet[] => [{ id: 'w-gbp', currency: 'GBP', balance: { minor: fake.balance, currency: 'GBP' }, active: true, readAt: clock() }]),
    banks: () => reach(() => [{ id: 'b1', name: 'Meridian Trust', code: '044' }]),
    operators: () => reach(() => []),
    lookupAccount: () => reach(() => ({ accountName: 'OKONJO TEXTILES LTD' })),
    price: (question) => reach(() => priceOf(question, fake, clock())),
    compose: (order: PayoutOrder) => JSON.stringify({ ...order, amount: order.amount.minor }),
    warmUp: () => reach(() => undefined),
    send: (body) => {
      fake.bodies.push(body);
      const fate = fake.fates.shift() ?? 'accept';
      if (fate === 'never-after') receive(fake, body, 'lost-after', clock());
      return fate.startsWith('never') ? new Promise<SendOutcome>((resolve) => { hanging = resolve; }) : Promise.resolve(receive(fake, body, fate, clock()));
    },
    find: (reference) => {
      fake.looks.push(reference);
      const other = fake.wrong ? look(({ payout }) => payout.merchantReference !== reference) : null;
      return reach(() => other ?? look(({ payout }) => payout.merchantReference === reference));
    },
    status: (id) => reach(() => look(({ payout }) => payout.transactionId === id)),
    answer: (outcome) => hanging?.(outcome),
    forget: () => { hanging = null; },
    setStatus: (reference, status, reason) => {
      const entry = fake.ledger.get(reference);
      if (entry) entry.payout = { ...entry.payout, status, rawStatus: status.toUpperCase(), failureReason: reason ?? null };
    },
  };
  return fake;
}

function receive(fake: FakeProvider, body: string, fate: SendFate, now: number): SendOutcome {
  if (fate === 'refuse') return { kind: 'refused', error: appError('provider-refused', 'Blaaiz refused: the account is closed.') };
  if (fate === 'lost-before') return { kind: 'unknown', cause: 'the line dropped while sending' };
  const { merchantReference, amount } = JSON.parse(body) as { merchantReference: string; amount: number };
  if (fake.ledger.has(merchantReference)) return { kind: 'unknown', cause: 'duplicate reference: it exists, look it up' };
  const payout: ProviderPayout = {
    transactionId: `tx-${fake.ledger.size + 1}`, reference: `ref-${fake.ledger.size + 1}`, merchantReference, status: 'processing', rawStatus: 'PROCESSING',
    failureReason: null, sent: { minor: amount, currency: 'GBP' }, fee: { minor: 100, currency: 'GBP' }, received: { minor: (amount - 100) * 2, currency: 'CAD' }, rate: '2',
  };
  fake.ledger.set(merchantReference, { payout, body, visibleFrom: now + fake.hiddenFor });
  return fate === 'lost-after' ? { kind: 'unknown', cause: 'no answer in time' } : { kind: 'accepted', payout };
}

function priceOf(question: PriceQuestion, fake: FakeProvider, readAt: number): Price {
  const send = question.side === 'send' ? question.amount.minor : Math.ceil(question.amount.minor / fake.rate) + 100;
  return {
    send: { minor: send, currency: question.from }, fees: [{ label: 'Fees', amount: { minor: 100, currency: question.from } }],
    totalFees: { minor: 100, currency: question.from }, converted: { minor: send - 100, currency: question.from }, rate: String(fake.rate),
    receive: { minor: question.side === 'receive' ? question.amount.minor : Math.floor((send - 100) * fake.rate), currency: question.to },
    gap: fake.gap ? { minor: 1, currency: question.from } : null, readAt,
  };
}

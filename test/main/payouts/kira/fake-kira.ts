import type { VirtualAccount } from '../../../../preload/contract/accounts.ts';
import { appError, type AppError } from '../../../../preload/contract/errors.ts';
import { money } from '../../../../preload/contract/money.ts';
import type { Price } from '../../../../preload/contract/payouts.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import type { KiraOrder, KiraPriceQuestion, KiraProvider, KiraSending, ProviderPayout, SendOutcome } from '../../../../main/providers/provider.ts';

/** What becomes of the next sending, replays included: `lost-…` gives no answer, before or after Kira dealt with it; `never` doesn't answer at
 *  all, `never-after` dealt with it first; `late` gives no answer and is dealt with five minutes later, however often it was repeated by then. */
export type KiraFate = 'deal' | 'refuse' | 'lost-before' | 'lost-after' | 'never' | 'never-after' | 'late';

/** A payout that Kira made: the judge of what was accepted and how often. */
export type Made = { payout: ProviderPayout; readonly key: string; readonly body: string; readonly at: number };

const day = 24 * 3_600_000;
const codeLife = 300_000;
const lateness = 300_000;

/** Kira in memory: keys remembered for a day, codes with tries and a block, payouts in both modes. */
export type FakeKira = KiraProvider & {
  /** Everything that was ever made, in order. */
  readonly made: Made[];
  /** Everything that was handed over, in order. */
  readonly sends: KiraSending[];
  readonly statusReads: number[];
  /** Requests that are still on their way inside Kira. */
  readonly onTheWay: { readonly sending: KiraSending; readonly from: number }[];
  fates: KiraFate[];
  outage: AppError | null;
  /** Whether fiat asks for a code, whatever the profile believes. */
  asksCodes: boolean;
  /** The code in the mailbox, null when none is good. */
  code: string | null;
  triesLeft: number;
  blockedUntil: number;
  /** Added to the fees of a preview, and to those of a created payout; US cents. */
  previewFee: number;
  createFee: number;
  quoteSeconds: number | null;
  gap: boolean;
  /** How far Kira's clock is ahead, ms; null when it doesn't tell. */
  ahead: number | null;
  account: VirtualAccount;
  /** The name under which Kira lists whom every payout goes to; '' when it doesn't tell. */
  recipientName: string;
  answer(outcome: SendOutcome): void;
  forget(): void;
  setStatus(id: string, status: ProviderPayout['status'], rawStatus: string, more?: Partial<ProviderPayout>): void;
};

/** A US dollar account that is ready; change what a test needs. */
export function readyAccount(mode: 'fiat' | 'crypto', readAt: number): VirtualAccount {
  return {
    id: 'va-1', userId: 'user-1', userName: 'Northfield LLC', userStatus: 'VERIFIED', description: 'Operating', mode, type: 'US_BANK', bank: 'portage', status: 'active',
    readiness: 'ready', problems: [], balance: mode === 'fiat' ? money(2_500_000, 'USD') : null, payIn: null, settlement: null, readAt,
  };
}

/** Makes a fake Kira; `clock` gives epoch ms. */
export function fakeKira(clock: () => number, mode: 'fiat' | 'crypto'): FakeKira {
  let hanging: ((outcome: SendOutcome) => void) | null = null;
  let mailed = { at: 0, number: 100_000 };
  const reach = <T>(value: () => T) => Promise.resolve(fake.outage === null ? ok(value()) : fail(fake.outage));
  const fake: FakeKira = {
    made: [], sends: [], statusReads: [], onTheWay: [], fates: [], outage: null, asksCodes: true, code: null, triesLeft: 3, blockedUntil: 0, previewFee: 1500, createFee: 1500,
    quoteSeconds: null, gap: false, ahead: null, account: readyAccount(mode, clock()), recipientName: 'Globex GmbH',
    accounts: () => reach(() => [fake.account]),
    deposits: () => reach(() => []),
    recipients: () => reach(() => []),
    composeRecipient: () => '{}',
    createRecipient: () => Promise.resolve({ kind: 'unknown', cause: 'not in this play' }),
    sendCode: () => {
      if (fake.outage !== null) return Promise.resolve(fail(fake.outage));
      if (fake.blockedUntil > clock()) return Promise.resolve(fail(appError('code-blocked', 'Kira sends no codes now.')));
      mailed = { at: clock(), number: mailed.number + 1 };
      fake.code = String(mailed.number);
      fake.triesLeft = 3;
      return Promise.resolve(ok({ expiresAt: clock() + codeLife }));
    },
    price: (question) => reach(() => priceOf(question, fake, clock())),
    compose: (order: KiraOrder) => JSON.stringify({ ...order, documents: order.documents.map(({ bytes, ...rest }) => ({ ...rest, file: Buffer.from(bytes).toString('base64') })) }),
    warmUp: () => reach(() => undefined),
    send: (sending) => {
      fake.sends.push(sending);
      const fate = fake.fates.shift() ?? 'deal';
      arriveLate(fake, clock());
      if (fate === 'late' && fake.outage === null) {
        fake.onTheWay.push({ sending, from: clock() + lateness });
        return Promise.resolve({ kind: 'unknown', cause: 'no answer in time' });
      }
      if (fate === 'lost-before' || fake.outage !== null) return Promise.resolve({ kind: 'unknown', cause: 'the line dropped while sending' });
      if (fate === 'refuse') return Promise.resolve({ kind: 'refused', error: appError('provider-refused', 'Kira refused: the account is closed.') });
      const outcome = fate === 'never' ? null : deal(fake, sending, clock(), mailed.at);
      if (fate.startsWith('never')) return new Promise<SendOutcome>((resolve) => { hanging = resolve; });
      return Promise.resolve(fate === 'lost-after' || outcome === null ? { kind: 'unknown', cause: 'no answer in time' } : outcome);
    },
    similar: (accountId, amount, since, isPayee) => reach(() => fake.made.filter(({ at, body }) => {
      const order = JSON.parse(body) as KiraOrder;
      return at >= since && ((order.accountId === accountId && order.amount.minor === amount.minor) || isPayee?.(fake.recipientName) === true);
    }).map(({ payout }) => payout).reverse()),
    status: (id) => {
      fake.statusReads.push(clock());
      return reach(() => told(fake, fake.made.find(({ payout }) => payout.transactionId === id)?.payout ?? null, clock()));
    },
    answer: (outcome) => hanging?.(outcome),
    forget: () => { hanging = null; },
    setStatus: (id, status, rawStatus, more = {}) => {
      const found = fake.made.find(({ payout }) => payout.transactionId === id);
      if (found) found.payout = { ...found.payout, failureReason: null, ...more, status, rawStatus };
    },
  };
  return fake;
}

/** What was on its way arrives: its code was good when it was sent, and a key that was used meanwhile is not used again. */
export function arriveLate(fake: FakeKira, now: number): void {
  for (const late of fake.onTheWay.filter(({ from }) => from <= now)) {
    fake.onTheWay.splice(fake.onTheWay.indexOf(late), 1);
    const { sending: { key, body }, from: at } = late;
    if (!fake.made.some((made) => made.key === key && at - made.at < day)) fake.made.push({ payout: make(fake, JSON.parse(body) as KiraOrder, at), key, body, at });
  }
}

/** A payout with the clock of the answer that tells it. */
function told(fake: FakeKira, payout: ProviderPayout | null, now: number): ProviderPayout | null {
  return payout?.deposit && fake.ahead !== null ? { ...payout, deposit: { ...payout.deposit, serverNow: now + fake.ahead } } : payout;
}

/** What Kira does with a request: a known key is answered before anything is checked, then the code, then the payout is made. */
function deal(fake: FakeKira, { key, body, code }: KiraSending, now: number, mailedAt: number): SendOutcome {
  const known = fake.made.find((made) => made.key === key && now - made.at < day);
  if (known !== undefined) return known.body === body ? { kind: 'accepted', payout: told(fake, known.payout, now) ?? known.payout } : { kind: 'unknown', cause: 'Kira answered about another amount' };
  const order = JSON.parse(body) as KiraOrder;
  const refusal = order.funding === null && fake.asksCodes ? checkCode(fake, code, now, mailedAt) : null;
  if (refusal !== null) return refusal;
  const payout = make(fake, order, now);
  fake.made.push({ payout, key, body, at: now });
  return { kind: 'accepted', payout };
}

function checkCode(fake: FakeKira, code: string | null, now: number, mailedAt: number): SendOutcome | null {
  const refused = (blocked: boolean, needed: boolean): SendOutcome => ({
    kind: 'code-refused', needed, blocked, attemptsLeft: needed ? null : fake.triesLeft, error: appError(needed ? 'code-needed' : 'code-wrong', needed ? 'Kira asks for a code.' : 'This is not the code.'),
  });
  if (fake.blockedUntil > now) return refused(true, false);
  if (code === null) return refused(false, true);
  if (code === fake.code && now < mailedAt + codeLife) {
    fake.code = null;
    return null;
  }
  fake.triesLeft -= 1;
  if (fake.triesLeft <= 0) fake.blockedUntil = now + 900_000;
  return refused(fake.triesLeft <= 0, false);
}

function make(fake: FakeKira, { amount, funding }: KiraOrder, now: number): ProviderPayout {
  const number = fake.made.length + 1;
  const fee = money(fake.createFee, 'USD');
  return {
    transactionId: `po-${number}`, reference: null, merchantReference: null, status: funding === null ? 'pending' : 'awaiting', rawStatus: 'created', failureReason: null,
    sent: amount, fee, received: money(amount.minor - fee.minor, 'USD'), rate: '1', uetr: null,
    deposit: funding === null ? null : {
      network: funding.network, token: funding.token, address: `0x${String(number).padStart(40, 'a')}`, amount: (amount.minor / 100).toFixed(2),
      expiresAt: now + (fake.ahead ?? 0) + day, serverNow: fake.ahead === null ? null : now + fake.ahead,
    },
  };
}

function priceOf({ amount }: KiraPriceQuestion, fake: FakeKira, readAt: number): Price {
  const fee = money(fake.previewFee, 'USD');
  const rest = money(amount.minor - fee.minor, 'USD');
  return {
    send: amount, fees: [{ label: 'Fees', amount: fee }], totalFees: fee, converted: rest, rate: '1', receive: rest, gap: fake.gap ? money(1, 'USD') : null, readAt,
    ...(fake.quoteSeconds === null ? {} : { quote: { id: `q-${readAt}`, expiresAt: readAt + fake.quoteSeconds * 1000 } }),
  };
}

import type { Cast } from './cast.ts';
import type { LookFault, SendFault } from './faults.ts';
import type { RunPlan } from './plan.ts';
import type { Provider, Target } from './provider.ts';
import type { Time } from './time.ts';
import type { Line, LineMode, SmallDisk } from './under-fire.ts';

/** Where faults are made: the provider, the lines to it, the time, the disk. */
export type Stage = {
  /** Begins the fault of the sending. */
  readonly beforeSend: (plan: RunPlan) => Promise<void>;
  /** Begins the fault of the look-up. */
  readonly beforeLook: (plan: RunPlan) => Promise<void>;
  /** Ends every fault; `keeps` leaves a provider that doesn't find what it has. */
  readonly clear: (keeps?: 'not-there-yet') => Promise<void>;
  /** How many faults were begun. */
  readonly begun: () => number;
};

/** What a stage is made of; without a small disk none can run full. */
export type StageParts = { readonly provider: Provider; readonly lines: readonly Line[]; readonly time: Time; readonly disk: SmallDisk | null; readonly cast: () => Cast };

const minutes = 60_000;
/** What the sandbox is told, without where. */
type Spoilt = { readonly kind: string; readonly times?: number; readonly skip?: number; readonly [more: string]: unknown };

/** How the sandbox makes a fault of an answer. */
const ofSandbox: Readonly<Record<string, Spoilt>> = {
  'commit-then-timeout': { kind: 'timeout-after-commit' }, 'timeout-before-commit': { kind: 'timeout-before-commit' },
  reset: { kind: 'reset' }, 'reset-after-commit': { kind: 'reset', commit: true }, 'reset-after-headers': { kind: 'reset-after-headers' },
  truncated: { kind: 'truncated' }, malformed: { kind: 'malformed' }, empty: { kind: 'empty' }, html: { kind: 'html' }, 'non-json-200': { kind: 'non-json-200' },
  500: { kind: '500' }, '500-after-commit': { kind: '500', commit: true }, '403-xml': { kind: '403-xml' },
  429: { kind: '429', times: 2 }, '429-retry-after': { kind: '429', retry_after: 7, times: 2 }, '401-twice': { kind: '401', times: 2 },
  'slow-drip': { kind: 'slow', drip_ms: 3 }, latency: { kind: 'latency', drip_ms: 60 }, 'commit-late': { kind: 'commit-late', drip_ms: 80 },
  'old-answer': { kind: 'old-answer' }, 'odd-status': { kind: 'odd-status' }, 'string-amounts': { kind: 'string-amounts' },
};
const ofLine: Readonly<Record<string, LineMode>> = { 'no-name': 'no-name', 'bad-certificate': 'bad-certificate', 'nobody-listens': 'refused' };
/** A look-up is asked again by itself up to three times, so one spoilt answer would be no fault at all. */
const timesLooked = 4;

/** Builds the stage of a series. */
export function createStage(parts: StageParts): Stage {
  const { provider, lines, time, disk } = parts;
  let begun = 0;
  const begin = async (name: SendFault | LookFault, plan: RunPlan, targets: readonly Target[], times: number | null) => {
    if (name !== 'none' && (name !== 'disk-full' || disk !== null)) begun += 1;
    await spoil(provider, name, targets, { ...(times === null ? {} : { times }), ...skipOf(name, plan) });
    for (const line of lines) line.set(ofLine[name] ?? 'open');
    await doings[name]?.(parts, plan);
  };
  return {
    begun: () => begun,
    beforeSend: (plan) => begin(plan.onSend, plan, [provider.sendTarget(plan.lane)], null),
    beforeLook: (plan) => begin(plan.onLook, plan, provider.lookTargets(plan.lane), timesLooked),
    clear: async (keeps) => {
      for (const line of lines) line.set('open');
      await time.setOff(0);
      disk?.free();
      if (keeps === undefined) await putRight(parts);
    },
  };
}

async function spoil({ control }: Provider, name: string, targets: readonly Target[], more: Pick<Spoilt, 'times' | 'skip'>): Promise<void> {
  const envelope = /^envelope-(E\d+)$/.exec(name)?.[1];
  const spoilt = envelope === undefined ? ofSandbox[name] : { kind: 'envelope', name: envelope };
  if (spoilt === undefined) return;
  for (const target of targets) await control('faults', { ...spoilt, ...target, ...more });
}

/** An old answer is most like a new one's where two payouts are alike: then it comes for the second. */
function skipOf(name: string, { payouts }: RunPlan): { readonly skip?: number } {
  return name === 'old-answer' && payouts.length > 1 ? { skip: 1 } : {};
}

type Doing = (parts: StageParts, plan: RunPlan) => Promise<unknown>;

/** Faults that are somebody's own doing, not a spoilt answer. */
const doings: Readonly<Partial<Record<SendFault | LookFault, Doing>>> = {
  'token-expired': ({ provider }, { lane }) => provider.control(lane === 'blaaiz' ? 'tokens/expire' : 'kira/tokens/expire', {}),
  // A cent is missing at Blaaiz, whose amount holds the fee; the amount is there at Kira, the fee isn't.
  'wallet-short': ({ provider: { control, sandbox: { kira } }, cast }, { lane, payouts: [first] }) => (lane === 'blaaiz'
    ? control(`wallets/${cast().wallet}`, { balance: decimal((first?.minor ?? 1) - 1) }) : control(`kira/accounts/${kira.virtual_account_fiat}`, { balance: decimal(first?.minor ?? 0) })),
  'fee-over-amount': ({ provider: { control } }, { lane }) => (lane === 'blaaiz' ? control('rates', { pair: 'GBP/NGN', fee_amount: '1000.00' }) : control('kira/settings', { fees: { base_fixed: 1_000_00 } })),
  'rate-moved': ({ provider: { control } }, { lane }) => (lane === 'blaaiz' ? control('rates', { pair: 'GBP/NGN', value: '1500.00' }) : control('kira/settings', { fees: { base_fixed: 23_00 } })),
  'customer-rejected': ({ provider, cast }, { lane }) => (lane === 'blaaiz' ? decideCustomer(provider, cast().customer, 'REJECTED') : freeze(provider)),
  'code-burnt': ({ provider }) => provider.control('kira/code', { expire: true }),
  'old-answer': ({ provider }) => provider.control('kira/settings', { mismatch: 'silent_replay' }),
  'not-there-yet': ({ provider }, { lane }) => (lane === 'blaaiz' ? provider.control('settings', { hide_payouts: true }) : denied(provider, provider.lookTargets(lane))),
  'clock-ahead': ({ time }) => time.setOff(10 * minutes),
  'clock-behind': ({ time }) => time.setOff(-10 * minutes),
  sleep: ({ time }) => time.sleep(3 * minutes),
  'disk-full': ({ disk }) => Promise.resolve(disk?.fill()),
};

const decimal = (minor: number) => (minor / 100).toFixed(2);

async function decideCustomer({ control }: Provider, customer: string, status: 'REJECTED' | 'VERIFIED'): Promise<void> {
  await control(`customers/${customer}/decision`, { status, comment: status === 'REJECTED' ? 'Name mismatch' : null });
}

async function freeze({ control, sandbox: { kira } }: Provider): Promise<void> {
  for (const account of [kira.virtual_account_fiat, kira.virtual_account_crypto]) await control(`kira/accounts/${account}`, { status: 'frozen' });
}

/** Every question about payouts is answered with "no such thing" until the stage is cleared. */
async function denied({ control }: Provider, targets: readonly Target[]): Promise<void> {
  for (const target of targets) await control('faults', { kind: 'envelope', name: 'E2', ...target, times: 1_000 });
}

async function putRight({ provider, cast }: StageParts): Promise<void> {
  const { customer, wallet } = cast();
  await provider.putRight();
  await provider.control(`wallets/${wallet}`, { balance: '900000.00' });
  await provider.control('rates', { pair: 'GBP/NGN', value: '2000.00', fee_amount: '0.00' });
  await decideCustomer(provider, customer, 'VERIFIED');
}

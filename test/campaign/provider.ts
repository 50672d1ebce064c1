import { startSandbox, type RunningSandbox } from '../../main/sandbox/server.ts';
import type { Arrival, Debit } from './judge.ts';
import type { Lane } from './faults.ts';
import type { Time } from './time.ts';

/** Where the calls about money go, as a fault wants them. */
export type Target = { readonly method: string; readonly path: string; readonly whole?: true };

/** The provider of a series: a sandbox in this process, its controls and its ledgers. */
export type Provider = {
  readonly sandbox: RunningSandbox;
  /** Runs a control under /__sandbox/. */
  readonly control: <T = unknown>(path: string, body?: object, method?: string) => Promise<T>;
  /** Where a lane's payouts are sent. */
  readonly sendTarget: (lane: Lane) => Target;
  /** Where a lane's payouts are looked up. */
  readonly lookTargets: (lane: Lane) => readonly Target[];
  /** Calls back when a payout is in the provider's hands. */
  readonly onArrival: (hear: () => void) => void;
  /** What payouts were sent to it since the last asking. */
  readonly arrivals: () => Promise<readonly Arrival[]>;
  /** Everything it did, of all time. */
  readonly debits: () => Promise<readonly Debit[]>;
  /** The provider's id of what took money, or waits for a deposit, under a reference; null when it has nothing. */
  readonly idOf: (reference: string) => Promise<string | null>;
  readonly newestCode: () => Promise<string>;
  /** Everything as it should be: faults gone, money there, codes good, customer and rates as they were. */
  readonly putRight: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const moneyCall = /^POST .*\/payout$/;
/** Enough for every payout of a campaign, in minor units' major: pounds and dollars. */
const plenty = '900000.00';

type Seen = { readonly method: string; readonly path: string; readonly body: unknown; readonly body_sha256: string | null; readonly idempotency_key?: string };
type KiraPayout = { readonly id: string; readonly mode: string; readonly extra_info: { readonly memo?: string } };

/** Starts the provider; its people and banks are sixty times as quick as real ones. */
export async function startProvider(time: Time): Promise<Provider> {
  let hear = () => {};
  const sandbox = await startSandbox({ controls: true, timeScale: 60, clock: time.now, log: (line) => { if (moneyCall.test(line)) hear(); } });
  const { kira } = sandbox;
  const control = controlsOf(sandbox.url);
  const references = new Map<string, string>();
  const collected: Arrival[] = [];
  const collect = async () => {
    const seen = await control<readonly Seen[]>('requests');
    await control('requests', undefined, 'DELETE');
    for (const sent of seen.filter(({ method, path }) => moneyCall.test(`${method} ${path}`)).map(arrivalOf)) {
      references.set(sent.key, sent.reference);
      collected.push(sent);
    }
  };
  const debits = async () => {
    await collect();
    return [
      ...sandbox.ledger().filter(({ kind }) => kind === 'payout').map(({ transaction_id: id, merchant_reference: key }) => ({ id: id ?? '', reference: references.get(key ?? '') ?? key ?? 'nobody\u2019s' })),
      ...await kiraDebits(control, sandbox),
    ];
  };
  const accountOf = (lane: Lane) => (lane === 'kira-crypto' ? kira.virtual_account_crypto : kira.virtual_account_fiat);
  const sendTarget = (lane: Lane): Target => ({ method: 'POST', path: lane === 'blaaiz' ? '/api/external/payout' : `/v1/virtual-accounts/${accountOf(lane)}/payout`, whole: true });
  const right = await thingsToPutRight(control, sandbox);
  return {
    sandbox, control, sendTarget, debits,
    arrivals: async () => {
      await collect();
      return collected.splice(0);
    },
    lookTargets: (lane) => (lane === 'blaaiz' ? [{ method: '*', path: '/api/external/transaction' }] : [sendTarget(lane), { method: 'GET', path: '/v1/payouts' }]),
    onArrival: (next) => { hear = next; },
    idOf: async (reference) => (await debits()).find((debit) => debit.reference === reference)?.id ?? null,
    newestCode: async () => (await control<{ mails: readonly { code: string }[] }>('kira/mailbox')).mails[0]?.code ?? '',
    putRight: right, close: () => sandbox.close(),
  };
}

function controlsOf(url: string): Provider['control'] {
  return async <T>(path: string, body?: object, method = body === undefined ? 'GET' : 'POST') => {
    const reply = await fetch(`${url}/__sandbox/${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    if (!reply.ok) throw new Error(`Control ${path} answered ${reply.status}: ${await reply.text()}`);
    return reply.json() as Promise<T>;
  };
}

function arrivalOf({ body, body_sha256: sha256, idempotency_key: key }: Seen): Arrival {
  const said = body as { readonly merchant_reference?: string; readonly note?: string; readonly extra_info?: { readonly memo?: string } } | null;
  return { key: key ?? said?.merchant_reference ?? '', reference: said?.extra_info?.memo ?? said?.note ?? '', sha256: sha256 ?? '' };
}

/** Fiat payouts by what left the account, those by stablecoin by what was made. */
async function kiraDebits(control: Provider['control'], sandbox: RunningSandbox): Promise<readonly Debit[]> {
  const { payouts } = await control<{ payouts: readonly KiraPayout[] }>('kira/payouts');
  const memos = new Map(payouts.map(({ id, extra_info: { memo } }) => [id, memo ?? 'nobody\u2019s']));
  const fiat = sandbox.kiraLedger().filter(({ kind }) => kind === 'payout').map(({ payout_id: id }) => ({ id: id ?? '', reference: memos.get(id ?? '') ?? 'nobody\u2019s' }));
  const crypto = payouts.filter(({ mode }) => mode === 'crypto').map(({ id }) => ({ id, reference: memos.get(id) ?? 'nobody\u2019s' }));
  return [...fiat, ...crypto];
}

/** What a fault may have changed, remembered as it was at the beginning. */
async function thingsToPutRight(control: Provider['control'], { kira }: RunningSandbox): Promise<() => Promise<void>> {
  const settings = await control<{ fees: object; mismatch: string }>('kira/settings');
  await control('settings', { rate_limit: 1_000_000 });
  return async () => {
    await control('faults', undefined, 'DELETE');
    await control('settings', { hide_payouts: false });
    await control('kira/settings', { fees: settings.fees, mismatch: settings.mismatch });
    await control('kira/code', { blocked: false });
    await control(`kira/accounts/${kira.virtual_account_fiat}`, { balance: plenty, status: 'active' });
    await control(`kira/accounts/${kira.virtual_account_crypto}`, { status: 'active' });
  };
}

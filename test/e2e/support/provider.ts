import { startSandbox, type RunningSandbox } from '../../../main/sandbox/server.ts';

type Money = { readonly kind: string; readonly currency: string; readonly amount: number; readonly merchant_reference: string | null };

/** The provider of an end-to-end test: a sandbox in this process, with its ledger and its faults at hand. */
export type TestProvider = {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** Money that left for payouts, in the ledger's own order: the judge of every money test. */
  readonly payoutsInLedger: () => Promise<readonly Money[]>;
  /** Runs a control under /__sandbox/. */
  readonly control: (path: string, body?: unknown, method?: string) => Promise<unknown>;
  /** Kira's side of the same sandbox. */
  readonly kira: TestKira;
  readonly close: () => Promise<void>;
};

/** Kira's side of a test's sandbox: where it is, whom it lets in, what it was seeded with, and its ledger. */
export type TestKira = {
  readonly url: string; readonly clientId: string; readonly password: string; readonly apiKey: string;
  readonly fiatAccount: string; readonly cryptoAccount: string; readonly wire: string; readonly swift: string;
  /** Debits for payouts, in the ledger's own order. */
  readonly payoutsInLedger: () => Promise<readonly { readonly kind: string; readonly amount: number; readonly payout_id: string | null }[]>;
  /** Every payout it holds, in both modes. */
  readonly payouts: () => Promise<readonly { readonly id: string; readonly status: string; readonly mode: string; readonly amount: number }[]>;
  /** The newest code that was mailed. */
  readonly newestCode: () => Promise<string>;
};

/** Starts a provider whose people and banks are `timeScale` times as quick as real ones. */
export async function startProvider(timeScale = 60): Promise<TestProvider> {
  const sandbox = await startSandbox({ controls: true, timeScale });
  const control = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const reply = await fetch(`${sandbox.url}/__sandbox/${path}`, init);
    if (!reply.ok) throw new Error(`Control ${path} answered ${reply.status}: ${await reply.text()}`);
    return reply.json() as Promise<unknown>;
  };
  return {
    url: sandbox.url, clientId: sandbox.blaaiz.client_id, clientSecret: sandbox.blaaiz.client_secret, scopes: sandbox.blaaiz.scope.split(' '),
    control, close: () => sandbox.close(), kira: kiraOf(sandbox, control),
    payoutsInLedger: async () => entriesOf(await control('ledger')).filter((entry) => entry.kind === 'payout'),
  };
}

function kiraOf({ kira }: RunningSandbox, control: TestProvider['control']): TestKira {
  const list = async <T>(path: string, key: string) => ((await control(path)) as Record<string, T>)[key] as T;
  return {
    url: kira.url, clientId: kira.client_id, password: kira.password, apiKey: kira.api_key, fiatAccount: kira.virtual_account_fiat,
    cryptoAccount: kira.virtual_account_crypto, wire: kira.recipient_wire, swift: kira.recipient_swift,
    payoutsInLedger: async () => entriesOf(await control('kira/ledger')).filter((entry) => entry.kind === 'payout') as never,
    payouts: () => list('kira/payouts', 'payouts'),
    newestCode: async () => (await list<{ code: string }[]>('kira/mailbox', 'mails'))[0]?.code ?? '',
  };
}

function entriesOf(answer: unknown): readonly Money[] {
  const list = Array.isArray(answer) ? answer : (answer as { data?: unknown; entries?: unknown }).data ?? (answer as { entries?: unknown }).entries;
  return list as readonly Money[];
}

import { startSandbox } from '../../../main/sandbox/server.ts';

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
  readonly close: () => Promise<void>;
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
    control, close: () => sandbox.close(),
    payoutsInLedger: async () => entriesOf(await control('ledger')).filter((entry) => entry.kind === 'payout'),
  };
}

function entriesOf(answer: unknown): readonly Money[] {
  const list = Array.isArray(answer) ? answer : (answer as { data?: unknown; entries?: unknown }).data ?? (answer as { entries?: unknown }).entries;
  return list as readonly Money[];
}

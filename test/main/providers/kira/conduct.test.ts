import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts } from '../../../../main/accounts/accounts.ts';
import { startSandbox, type RunningSandbox } from '../../../../main/sandbox/server.ts';
import { ok } from '../../../../preload/contract/result.ts';
import { memoryStore } from '../../store/open.ts';
import { kiraAt, kiraOrder, swiftFields } from '../support/kira.ts';
import { valueOf } from '../support/sandbox.ts';

/** A request as it left: method, route with its ids left out, and the status of the answer. */
type Call = { readonly method: string; readonly path: string; readonly route: string; readonly limit: number | null; readonly status: number };

let sandbox: RunningSandbox;
const calls: Call[] = [];

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
function note(url: string, method: string, status: number): void {
  const { pathname, searchParams } = new URL(url);
  const limit = searchParams.get('limit');
  calls.push({ method, path: pathname, route: pathname.replace(id, '{id}'), limit: limit === null ? null : Number(limit), status });
}

beforeAll(async () => {
  sandbox = await startSandbox({ controls: true });
  await everything();
});
afterAll(() => sandbox.close());

/** Everything that the app can have a client of Kira do, once, as the use-cases ask for it. */
async function everything(): Promise<void> {
  const { client_id: clientId, password, api_key: apiKey, virtual_account_fiat: fiat, virtual_account_crypto: crypto, recipient_wire: wire, url } = sandbox.kira;
  const { kira, provider } = kiraAt(url, { credentials: () => Promise.resolve(ok({ clientId, password, apiKey })) }, {
    clock: Date.now,
    fetch: async (address, init) => {
      const reply = await fetch(address, init);
      note(address, init.method ?? 'GET', reply.status);
      return reply;
    },
  });
  await provider.test();
  await valueOf(kira.warmUp());
  const accounts = createAccounts({ store: memoryStore(), profileId: 'p', provider: () => kira, clock: Date.now, notify: () => undefined });
  const { accounts: read } = await valueOf(accounts.handlers['accounts.list']({ fresh: true }));
  const users = [...new Set(read.map(({ userId }) => userId))];
  await valueOf(kira.deposits(fiat));
  await valueOf(kira.recipients(users));
  expect((await kira.createRecipient(randomUUID(), kira.composeRecipient({ ...swiftFields, userId: users[0] ?? '' }))).kind).toBe('made');
  await valueOf(kira.sendCode());
  const code = await newestCode();
  const order = { ...kiraOrder, accountId: fiat, recipientRemoteId: wire };
  const funded = { ...order, accountId: crypto, funding: { network: 'polygon', token: 'USDC' } as const, documents: [{ kind: 'invoice', mime: 'application/pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.7\n')), description: '' } as const] };
  for (const [one, by] of [[order, code], [funded, null]] as const) {
    await valueOf(kira.price(one));
    const outcome = await kira.send({ accountId: one.accountId, key: randomUUID(), body: kira.compose(one), code: by });
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    await valueOf(kira.status(outcome.payout.transactionId ?? ''));
    await valueOf(kira.similar(one.accountId, one.amount, 0));
  }
}

async function newestCode(): Promise<string> {
  const { mails } = await (await fetch(`${sandbox.url}/__sandbox/kira/mailbox`)).json() as { mails: { code: string }[] };
  return mails[0]?.code ?? '';
}

const routes = () => new Set(calls.map(({ method, route }) => `${method} ${route}`));
const asked = (pattern: RegExp) => [...routes()].filter((route) => pattern.test(route));

describe('a client of Kira that did everything it can', () => {
  it('has asked these things and nothing else', () => {
    expect([...routes()].filter((route) => !/ \/?$/.test(route)).toSorted()).toEqual([
      'GET /v1/payouts', 'GET /v1/payouts/{id}', 'GET /v1/recipients', 'GET /v1/recipients/{id}', 'GET /v1/users', 'GET /v1/virtual-accounts', 'GET /v1/virtual-accounts/{id}',
      'GET /v1/virtual-accounts/{id}/balance', 'GET /v1/virtual-accounts/{id}/deposits', 'POST /auth', 'POST /v1/recipients', 'POST /v1/virtual-accounts/{id}/payout',
      'POST /v1/virtual-accounts/{id}/payout/preview', 'POST /verification/send',
    ]);
    // An account that is still being opened has no balance yet, and says so by a 400.
    expect(calls.filter(({ path, status }) => path !== '/' && status >= 400).map(({ route, status }) => [route, status])).toEqual([['/v1/virtual-accounts/{id}/balance', 400]]);
  });
  it('trap 8: has asked for a hundred at most in every list', () => {
    const limits = calls.flatMap(({ limit }) => (limit === null ? [] : [limit]));
    expect(limits.length).toBeGreaterThan(2);
    expect(Math.max(...limits)).toBeLessThanOrEqual(100);
  });
  it('trap 12: has neither changed nor removed a recipient', () => { expect(asked(/recipients/).toSorted()).toEqual(['GET /v1/recipients', 'GET /v1/recipients/{id}', 'POST /v1/recipients']); });
  it('trap 29: has made and verified nobody: that is done with Kira', () => { expect(asked(/users/)).toEqual(['GET /v1/users']); });
  it('C13: has opened no account, and asked for them at their own address alone', () => {
    expect(asked(/^POST .*virtual-accounts$/)).toEqual([]);
    expect(asked(/users\/.*virtual-accounts/)).toEqual([]);
    expect(asked(/^GET \/v1\/virtual-accounts$/)).toHaveLength(1);
  });
  it('C20: has registered no receiver: what becomes of a payout is looked up', () => {
    expect(asked(/webhook/)).toEqual([]);
    expect(asked(/^GET \/v1\/payouts/)).toHaveLength(2);
  });
  it('C24: has written to no user, by PUT or by PATCH', () => { expect(asked(/^(PUT|PATCH|DELETE) /)).toEqual([]); });
  it('C26: asks no address of wallets or batch payouts', () => { expect(asked(/wallets|batch/)).toEqual([]); });
  it('C27: has simulated no deposit: what came in is only ever read', () => { expect(asked(/deposit/)).toEqual(['GET /v1/virtual-accounts/{id}/deposits']); });
});

import { createBlaaizProvider, type BlaaizProvider } from '../../../../main/providers/blaaiz/provider.ts';
import { neededScopes } from '../../../../main/providers/blaaiz/scopes.ts';
import type { HttpDeps } from '../../../../main/providers/http-types.ts';
import { ok } from '../../../../preload/contract/result.ts';
import type { PayoutOrder } from '../../../../main/providers/provider.ts';
import { createRig, type Rig } from './deps.ts';
import { startServer, type Answer, type Seen, type TestServer } from './server.ts';

/** Keys for servers that take any. */
export const keys = { clientId: 'client-0001', clientSecret: 'secret-9f8e7d6c' };
const tokenReply = { token_type: 'Bearer', expires_in: 900, access_token: 'token-1a2b3c4d' };

/** A provider with every report of its fetch. */
export type ProviderRig = Rig & { readonly provider: BlaaizProvider };

export function providerAt(baseUrl: string, credentials = keys, scopes: readonly string[] = neededScopes, overrides: Partial<HttpDeps> = {}): ProviderRig {
  const rig = createRig(overrides);
  const provider = createBlaaizProvider({ ...rig.deps, baseUrl, scopes, credentials: () => Promise.resolve(ok(credentials)) });
  return Object.assign(rig, { provider });
}

/** A server that gives tokens and leaves every other request to the test. */
export function startOddServer(answer: (seen: Seen, calls: readonly Seen[]) => Answer): Promise<TestServer> {
  const calls: Seen[] = [];
  return startServer((seen) => {
    if (seen.path === '/oauth/token') return { body: tokenReply };
    calls.push(seen);
    return answer(seen, calls);
  });
}

/** Runs a test against a server that answers everything but tokens as told. */
export async function withReply<T>(answer: Answer | ((seen: Seen, calls: readonly Seen[]) => Answer), run: (rig: ProviderRig, server: TestServer) => Promise<T>): Promise<T> {
  const server = await startOddServer(typeof answer === 'function' ? answer : () => answer);
  try {
    return await run(providerAt(server.url), server);
  } finally {
    await server.close();
  }
}

/** A naira order that a test changes where it must. */
export const order: PayoutOrder = {
  merchantReference: 'BUR-0001', walletId: 'wallet-1', customerRemoteId: 'customer-1', method: 'bank_transfer', from: 'GBP', to: 'NGN', side: 'send',
  amount: { minor: 240_050, currency: 'GBP' }, details: { bankId: '7', accountNumber: '0123456789' }, note: 'Invoice 7',
};

/** A payout as the provider accepts it, for a reference. */
export const acceptedBody = (merchantReference: string | undefined) => ({
  message: 'Payout Initiated Successfully.',
  transaction: {
    id: 't-1', status: 'PROCESSING', reference: 'r-1', merchant_reference: merchantReference, currency: 'GBP', amount: 2400.5, fee: 1.8, rate: 1993.2,
    recipient: { id: 'p-1', account_number: '0123456789', amount: 4_000_000.25, currency: 'NGN' },
  },
});

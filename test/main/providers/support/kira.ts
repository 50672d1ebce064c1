import { createKiraProvider, type KiraOptions } from '../../../../main/providers/kira/provider.ts';
import type { HttpDeps } from '../../../../main/providers/http-types.ts';
import type { KiraOrder, SendOutcome } from '../../../../main/providers/provider.ts';
import { emptyRecipientFields, type RecipientFields } from '../../../../preload/contract/recipients.ts';
import { ok } from '../../../../preload/contract/result.ts';
import { createRig, type Rig } from './deps.ts';
import { startServer, type Answer, type Seen, type TestServer } from './server.ts';

/** Keys for servers that take any. */
export const kiraKeys = { clientId: '6b0c1f52-0000-4000-8000-00000000c11e', password: 'pass-5e4d3c2b1a', apiKey: 'api-key-77aa88bb' };
export const account = '7f0d0000-0000-4000-8000-0000000000aa';
export const recipient = '5a6b0000-0000-4000-8000-0000000000bb';
export const user = '0b1c0000-0000-4000-8000-0000000000cc';
export const payout = '9e2f0000-0000-4000-8000-0000000000dd';

/** An unsigned token with the claims of a real one. */
export const jwt = (claims: object, mark = 'signature') =>
  `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${mark}`;
export const authReply = (token = 'token-1a2b3c4d', expiresIn: unknown = 3600) =>
  ({ message: 'Auth token', data: { access_token: token, expires_in: expiresIn, token_type: 'Bearer' } });

/** A provider with every report of its fetch. */
export type KiraRig = Rig & { readonly provider: ReturnType<typeof createKiraProvider>; readonly kira: ReturnType<typeof createKiraProvider>['kira'] };

export function kiraAt(baseUrl: string, options: Partial<KiraOptions> = {}, overrides: Partial<HttpDeps> = {}): KiraRig {
  const rig = createRig(overrides);
  const provider = createKiraProvider({ ...rig.deps, baseUrl, apiVersion: null, credentials: () => Promise.resolve(ok(kiraKeys)), ...options });
  return Object.assign(rig, { provider, kira: provider.kira });
}

/** A server that gives tokens and leaves every other request to the test. */
export function startKira(answer: (seen: Seen, calls: readonly Seen[]) => Answer): Promise<TestServer> {
  const calls: Seen[] = [];
  return startServer((seen, count) => {
    if (seen.path.endsWith('/auth')) return { body: authReply(`token-${count}`) };
    calls.push(seen);
    return answer(seen, calls);
  });
}

/** Runs a test against a server that answers everything but tokens as told. */
export async function withKira<T>(answer: Answer | ((seen: Seen, calls: readonly Seen[]) => Answer), run: (rig: KiraRig, server: TestServer) => Promise<T>, options: Partial<KiraOptions> = {}): Promise<T> {
  const server = await startKira(typeof answer === 'function' ? answer : () => answer);
  try {
    return await run(kiraAt(server.url, options), server);
  } finally {
    await server.close();
  }
}

/** What a server saw that wasn't a sign-in. */
export const callsTo = (server: TestServer): readonly Seen[] => server.seen.filter((seen) => !seen.path.endsWith('/auth'));

/** An order that a test changes where it must. */
export const kiraOrder: KiraOrder = {
  accountId: account, recipientRemoteId: recipient, amount: { minor: 25_050, currency: 'USD' }, markup: null, funding: null, memo: 'June', invoiceNumber: 'INV-9',
  internalNotes: '', documents: [], quoteId: null,
};

const fees = { base_fees: { fixed_fee: '15.00', percentage_fee: '1.25' }, client_markup: { fixed_fee: '10.00', percentage_fee: '5.01' }, total_fees: '31.26' };
/** A payout as Kira accepts it. */
export const createdBody = (change: object = {}) => ({
  id: payout, virtual_account_id: account, recipient_id: recipient, amount: '250.50', currency: 'USD', status: 'created', fees, recipient_amount: '219.24',
  recipient_currency: 'USD', payment_method: 'wire', uetr: null, created_at: '2026-06-01T12:00:00Z', ...change,
});
export const previewBody = (change: object = {}) =>
  ({ amount: '250.50', currency: 'USD', fees, recipient_amount: '219.24', recipient_currency: 'USD', ...change });

export const idempotencyKey = 'a1b2c3d4-0000-4000-8000-00000000e0e0';
/** Sends an order that is answered as told. */
export const sendAnswered = (answer: Answer | ((seen: Seen, calls: readonly Seen[]) => Answer), order: Partial<KiraOrder> = {}, code: string | null = '123456'): Promise<{ outcome: SendOutcome; calls: readonly Seen[]; rig: KiraRig }> =>
  withKira(answer, async (rig, server) => {
    const outcome = await rig.kira.send({ accountId: account, key: idempotencyKey, body: rig.kira.compose({ ...kiraOrder, ...order }), code });
    return { outcome, calls: callsTo(server), rig };
  });

/** A business with a SWIFT account. */
export const swiftFields: RecipientFields = {
  ...emptyRecipientFields, userId: user, rail: 'swift', kind: 'business', companyName: 'Globex GmbH', email: 'ap@globex.test', phone: '+4930111222',
  street: '1 Ring', city: 'Berlin', state: 'BE', postalCode: '10115', country: 'DE', accountNumber: 'DE02 1203 0000 0000 2020 51', bic: 'testdeffxxx',
  bankName: 'Testbank AG', bankStreet: '2 Ring', bankCity: 'Berlin', bankState: 'BE', bankPostalCode: '10117', bankCountry: 'de',
};
/** A person with a wire account. */
export const wireFields: RecipientFields = {
  ...emptyRecipientFields, userId: user, rail: 'wire', kind: 'individual', firstName: 'Ann', lastName: 'Roe', email: 'ann@roe.test',
  street: '3 Main St', city: 'Dover', state: 'DE', postalCode: '19901', country: 'US', accountNumber: '000123456789', routingNumber: '021000021', accountType: 'checking',
  bankName: 'First Test Bank', bankStreet: '4 Main St', bankCity: 'Dover', bankState: 'DE', bankPostalCode: '19901', bankCountry: 'US',
};

import { onTestFinished } from 'vitest';
import type { Credential, SandboxOptions } from '../../../main/sandbox/options.ts';
import { type RunningSandbox, startSandbox } from '../../../main/sandbox/server.ts';

/** A JSON reply, open to look into: each test asserts the parts it is about. */
export type Json = { readonly [key: string]: Json } & readonly Json[];

/** A reply with its status and headers. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** A caller with a token of its own. */
export interface Client {
  readonly token: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Got>;
}

/** A running sandbox with a time that stands still until moved. */
export interface Bench {
  readonly sandbox: RunningSandbox;
  readonly client: Client;
  /** Moves the time and lets what is due happen. */
  skip(seconds: number): Promise<void>;
  control(method: string, path: string, body?: unknown): Promise<Got>;
}

/** Starts a sandbox that ends with the test; the clock stands at a fixed moment. */
export async function bench(options: SandboxOptions = {}): Promise<Bench> {
  const sandbox = await startSandbox({ controls: true, clock: () => Date.UTC(2026, 4, 4, 9, 30), ...options });
  onTestFinished(() => sandbox.close());
  const client = await signIn(sandbox.url, sandbox.blaaiz);
  const control = (method: string, path: string, body?: unknown): Promise<Got> => send(sandbox.url, method, `/__sandbox/${path}`, body, {});
  return { sandbox, client, control, skip: async (seconds) => { await control('POST', 'clock', { skip_seconds: seconds }); } };
}

/** Gets a token and returns a caller that uses it. */
export async function signIn(url: string, credential: Credential, scope = credential.scope): Promise<Client> {
  const { client_id, client_secret } = credential;
  const reply = await fetch(`${url}/oauth/token`, {
    method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret, scope }),
  });
  const { access_token: token } = (await reply.json()) as { access_token: string };
  return {
    token,
    call: (method, path, body, headers = {}) =>
      send(url, method, `/api/external${path}`, body, { Authorization: `Bearer ${token}`, ...headers }),
  };
}

/** One request with a JSON body; the reply must be JSON. */
export async function send(
  url: string, method: string, path: string, body: unknown, headers: Record<string, string>,
): Promise<Got> {
  const reply = await fetch(url + path, {
    method, headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Json };
}

/** The beginning of a real JPEG, padded to `size` bytes. */
export function jpeg(size = 64): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** Asks for an upload address and puts the bytes there; resolves to the file id. */
export async function upload(client: Client, customerId: string, category: string, bytes = jpeg()): Promise<string> {
  const slip = await client.call('POST', '/file/get-presigned-url', { customer_id: customerId, file_category: category });
  await put(slip.body, bytes);
  return String(slip.body['file_id']);
}

/** Puts bytes at the address of an upload slip, with the headers that belong to it. */
export async function put(slip: Json, bytes: Uint8Array<ArrayBuffer> = jpeg(), headers?: Record<string, string>): Promise<Response> {
  const signed = Object.fromEntries(Object.entries(slip['headers'] ?? {}).map(([name, value]) => [name, String(value)]));
  return fetch(String(slip['url']), { method: 'PUT', body: bytes, headers: headers ?? signed });
}

let people = 0;

/** The body of a create call for a person nobody else is. */
export function person(changes: Record<string, unknown> = {}): Record<string, unknown> {
  people += 1;
  return {
    type: 'individual', first_name: 'Ngozi', last_name: 'Ade', email: `person${people}@example.test`, country: 'NG',
    id_type: 'passport', id_number: `P${people}`, ...changes,
  };
}

/** The seeded verified customer. */
export async function verified(client: Client): Promise<string> {
  const { body } = await client.call('GET', '/customer?verification_status=VERIFIED');
  return String(body['data']?.[0]?.['id']);
}

/** The wallet id of a currency. */
export async function walletId(client: Client, currency: string): Promise<string> {
  const { body } = await client.call('GET', '/wallet');
  return String(body.find((wallet) => String(wallet['currency']) === currency)?.['id']);
}

/** The body of a naira payout that is accepted. */
export async function nairaPayout(client: Client, changes: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  return {
    wallet_id: await walletId(client, 'NGN'), customer_id: await verified(client), method: 'bank_transfer',
    from_currency_id: 'NGN', to_currency_id: 'NGN', from_amount: 50000, bank_id: '3', account_number: '0123456789',
    ...changes,
  };
}

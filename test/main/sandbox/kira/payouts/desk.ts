import { randomUUID } from 'node:crypto';
import { bench, type Got, type Json } from '../../client.ts';
import { invoice } from './papers.ts';
import type { SandboxOptions } from '../../../../../main/sandbox/options.ts';
import type { RunningSandbox } from '../../../../../main/sandbox/server.ts';

/** An answer with its exact text; `body` is an empty object when there was no JSON. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: Json;
}

/** How one payout differs from the usual one: a new key, the newest code, the seeded wire recipient. */
export interface PayWays {
  readonly key?: string;
  /** Null sends no code at all; absent has a fresh one mailed. */
  readonly code?: string | null;
  readonly account?: string;
  readonly headers?: Record<string, string>;
}

/** A tenant at work on a running sandbox whose time stands still until moved. */
export interface KiraDesk {
  readonly sandbox: RunningSandbox;
  readonly fiat: string;
  readonly crypto: string;
  readonly wire: string;
  readonly swift: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Has a code mailed and reads it. */
  freshCode(): Promise<string>;
  /** Asks for a payout of `amount` from the fiat account, by wire. */
  pay(amount: string, changes?: Record<string, unknown>, ways?: PayWays): Promise<Answer>;
  /** Asks for a payout funded by stablecoins, with an invoice. */
  payCrypto(amount: string, changes?: Record<string, unknown>, ways?: PayWays): Promise<Answer>;
  preview(body: Record<string, unknown>, account?: string, headers?: Record<string, string>): Promise<Answer>;
  settings(change: Record<string, unknown>): Promise<void>;
  control(method: string, path: string, body?: unknown): Promise<Got>;
  skip(seconds: number): Promise<void>;
  /** Begins again, signed in. */
  reset(): Promise<void>;
  balance(account?: string): Promise<number>;
  /** The headers that let a request pass. */
  credentials(): { readonly 'x-api-key': string; readonly Authorization: string };
}

/** The header that asks for a generation of the API. */
export const version = (name: '2025-01-01' | '2026-04-14' | '2026-06-01'): Record<string, string> => ({ 'x-api-version': name });

/** Sits down at a fresh sandbox that ends with the test. */
export async function kiraDesk(options: SandboxOptions = {}): Promise<KiraDesk> {
  const { sandbox, control, skip } = await bench(options);
  const { kira } = sandbox;
  const credentials = { 'x-api-key': kira.api_key, Authorization: '' };
  const signIn = async (): Promise<void> => {
    // The time jumps by days here, and signing in again is not what these tests are about.
    await control('POST', 'kira/settings', { token_seconds: 30 * 86_400 });
    credentials.Authorization = `Bearer ${await tokenOf(sandbox)}`;
  };
  await signIn();
  const call: KiraDesk['call'] = (method, path, body, headers = {}) => ask(sandbox, method, path, body, { ...credentials, ...headers });
  const freshCode = async (): Promise<string> => {
    await call('POST', '/verification/send', { client_uuid: kira.client_id });
    return String((await control('GET', 'kira/mailbox')).body['mails']?.[0]?.['code']);
  };
  const create = async (account: string, body: object, ways: PayWays, code: string | null): Promise<Answer> => call(
    'POST', `/v1/virtual-accounts/${ways.account ?? account}/payout`, body,
    { 'idempotency-key': ways.key ?? randomUUID(), ...(code === null ? {} : { 'x-validation-header': code }), ...ways.headers },
  );
  return {
    sandbox, call, control, skip, freshCode, credentials: () => credentials, fiat: kira.virtual_account_fiat, crypto: kira.virtual_account_crypto,
    wire: kira.recipient_wire, swift: kira.recipient_swift,
    pay: async (amount, changes = {}, ways = {}) =>
      create(kira.virtual_account_fiat, { amount, recipient_id: kira.recipient_wire, ...changes }, ways, ways.code === undefined ? await freshCode() : ways.code),
    payCrypto: (amount, changes = {}, ways = {}) => create(kira.virtual_account_crypto, {
      amount, recipient_id: kira.recipient_swift, payment_instructions: { network: 'polygon', currency: 'USDC' }, supporting_documents: [invoice], ...changes,
    }, ways, ways.code ?? null),
    preview: (body, account = kira.virtual_account_fiat, headers = {}) => call(
      'POST', `/v1/virtual-accounts/${account}/payout/preview`, { recipient_id: kira.recipient_wire, ...body }, headers,
    ),
    reset: async () => {
      await control('POST', 'reset');
      await signIn();
    },
    settings: async (change) => { await control('POST', 'kira/settings', change); },
    balance: async (account = kira.virtual_account_fiat) => Number((await control('GET', `kira/ledger/${account}`)).body['balance']),
  };
}

/** One request to Kira's part; nothing but the body's type is added. */
export async function ask(sandbox: RunningSandbox, method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  const reply = await fetch(sandbox.kira.url + path, {
    method, headers: { 'Content-Type': 'application/json', ...headers }, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, text, body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as Json };
}

async function tokenOf(sandbox: RunningSandbox): Promise<string> {
  const { client_id, password, api_key } = sandbox.kira;
  const { body } = await ask(sandbox, 'POST', '/auth', { client_id, password }, { 'x-api-key': api_key });
  return String(body['data']?.['access_token']);
}

import { describe, expect, it } from 'vitest';
import type { Answer, Seen } from '../support/server.ts';
import { callsTo, withKira } from '../support/kira.ts';
import { valueOf } from '../support/sandbox.ts';

const page = (data: readonly unknown[], more = false, total = data.length) => ({ data, pagination: { total, limit: 100, offset: 0, has_more: more } });
const acme = { id: 'u1', status: 'VERIFIED', business_legal_name: 'Acme Test LLC' };
const instructions = { currency: 'usd', bank_name: 'Test Bank', bank_account_number: '000111222', bank_routing_number: '021000021', bank_beneficiary_name: 'Acme Test LLC' };
const fiat = { id: 'a1', user_id: 'u1', type: 'US_BANK', bank: 'slovak_savings_bank', mode: 'fiat', status: 'active', source_deposit_instructions: instructions, destination: null, description: 'Operating' };
const crypto = { ...fiat, id: 'a2', mode: 'crypto', destination: { currency: 'USDC', network: 'solana', address: 'So1' }, description: null };

type World = { readonly users?: unknown; readonly list?: unknown; readonly accounts: Readonly<Record<string, unknown>>; readonly balance?: Answer; readonly user?: Answer };
const kiraWith = ({ users = page([acme]), list, accounts, balance = { body: { virtual_account_id: 'a1', available_balance: '25000.00', currency: 'USD' } }, user }: World) => ({ path }: Seen): Answer => {
  const bare = path.split('?')[0] ?? '';
  if (bare === '/v1/users') return { body: users };
  if (bare === '/v1/virtual-accounts') return { body: list ?? page(Object.keys(accounts).map((id) => ({ id, user_id: 'u1', provider: null, currency: null }))) };
  if (bare.endsWith('/balance')) return balance;
  if (bare.startsWith('/v1/users/')) return user ?? { status: 404, body: { code: 'not_found', message: 'x' } };
  const found = accounts[bare.split('/').at(-1) ?? ''];
  return found ? { body: found } : { status: 404, body: { statusCode: 404, error: 'Not Found', message: 'Virtual account not found' } };
};

describe('the virtual accounts', () => {
  it('are read one by one, with users, balances and where to pay in', async () => {
    await withKira(kiraWith({ accounts: { a1: fiat, a2: crypto } }), async (rig, server) => {
      expect(await valueOf(rig.kira.accounts())).toEqual([
        {
          id: 'a1', userId: 'u1', userName: 'Acme Test LLC', userStatus: 'VERIFIED', description: 'Operating', mode: 'fiat', type: 'US_BANK', bank: 'slovak_savings_bank', status: 'active',
          readiness: 'ready', problems: [], balance: { minor: 2_500_000, currency: 'USD' }, settlement: null, readAt: rig.now,
          payIn: { bankName: 'Test Bank', accountNumber: '000111222', routingNumber: '021000021', beneficiary: 'Acme Test LLC' },
        },
        expect.objectContaining({ id: 'a2', mode: 'crypto', balance: null, description: '', settlement: { network: 'solana', token: 'USDC' } }),
      ]);
      expect(callsTo(server).map((seen) => seen.path)).toEqual([
        '/v1/users?limit=100&offset=0', '/v1/virtual-accounts?limit=100&offset=0', '/v1/virtual-accounts/a1', '/v1/virtual-accounts/a2', '/v1/virtual-accounts/a1/balance',
      ]);
    });
  });

  it('trap 8: are listed by pages of at most a hundred, to the end', async () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({ ...acme, id: `u${i}` }));
    await withKira((seen) => {
      if (!seen.path.startsWith('/v1/users?')) return { body: page([]) };
      const offset = Number(new URLSearchParams(seen.path.split('?')[1]).get('offset'));
      return { body: offset < 200 ? page(rows, true, 201) : page([{ ...acme, id: 'last' }], false, 201) };
    }, async ({ kira }, server) => {
      expect(await valueOf(kira.accounts())).toEqual([]);
      expect(callsTo(server).map((seen) => seen.path)).toEqual([...[0, 100, 200].map((offset) => `/v1/users?limit=100&offset=${offset}`), '/v1/virtual-accounts?limit=100&offset=0']);
      expect(callsTo(server).every((seen) => Number(new URLSearchParams(seen.path.split('?')[1]).get('limit')) <= 100)).toBe(true);
    });
  });

  it('are an error when their list does not end', async () => {
    await withKira(() => ({ body: page([acme], true) }), async ({ kira }) => {
      expect(await kira.accounts()).toMatchObject({ error: { code: 'provider-unreadable', message: 'The users were not read: the list does not end.' } });
    });
  });

  it.each([['"7.5"', 750], ['7.5', 750], ['1000', 100_000], ['90071992547409.91', 9_007_199_254_740_991]])('have a balance as text or number (%s)', async (text, minor) => {
    await withKira(kiraWith({ accounts: { a1: fiat }, balance: { body: `{"available_balance":${text}}` } }), async ({ kira }) => {
      expect((await valueOf(kira.accounts()))[0]?.balance).toEqual({ minor, currency: 'USD' });
    });
  });

  it.each([
    { status: 400, body: { code: 'invalid_operation', message: 'Not ready' } }, { status: 404, body: { statusCode: 404, error: 'Not Found', message: 'x' } },
    { status: 403, body: { message: 'Forbidden' } }, { body: { available_balance: '1.234' } }, { body: 'error code: 522' },
  ])('trap 17: have none while it can\u2019t be read (%j), without an error', async (balance) => {
    await withKira(kiraWith({ accounts: { a1: fiat }, balance }), async ({ kira }) => { expect((await valueOf(kira.accounts()))[0]).toMatchObject({ balance: null, readiness: 'ready' }); });
  });

  it('are an error when the line breaks half way', async () => {
    await withKira(kiraWith({ accounts: { a1: fiat }, balance: 'cut' }), async ({ kira }) => { expect(await kira.accounts()).toMatchObject({ ok: false, error: { code: 'offline' } }); });
  });

  it('keep no number before there is a real one', async () => {
    await withKira(kiraWith({ accounts: { a1: { ...fiat, status: 'approved', source_deposit_instructions: null, account_number: 'PENDING-ACT-ACCOUNT' } } }), async ({ kira }) => {
      expect((await valueOf(kira.accounts()))[0]).toMatchObject({ payIn: null, readiness: 'waiting', problems: [{ id: 'number' }] });
    });
  });

  it('have their number at the top in newer versions', async () => {
    const top = { ...fiat, source_deposit_instructions: null, account_number: '0009', routing_number: '021', bank_name: 'Top Bank', bank: null, provider: 'act', status: 'approved' };
    await withKira(kiraWith({ accounts: { a1: top } }), async ({ kira }) => {
      expect((await valueOf(kira.accounts()))[0]).toMatchObject({ bank: 'act', readiness: 'ready', payIn: { bankName: 'Top Bank', accountNumber: '0009', routingNumber: '021', beneficiary: 'Acme Test LLC' } });
    });
  });

  it('that went away meanwhile are left out, and users not in the list are asked for', async () => {
    const list = page([{ id: 'gone', user_id: 'u1' }, { id: 'a1', user_id: 'u9' }]);
    await withKira(kiraWith({ list, accounts: { a1: { ...fiat, user_id: 'u9' } }, user: { body: { ...acme, id: 'u9', business_legal_name: 'Nine Ltd' } } }), async ({ kira }) => {
      expect((await valueOf(kira.accounts())).map((one) => [one.id, one.userName])).toEqual([['a1', 'Nine Ltd']]);
    });
  });
});

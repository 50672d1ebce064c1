import { beforeEach, describe, expect, it } from 'vitest';
import { createAccounts, type Accounts } from '../../../main/accounts/accounts.ts';
import type { KiraProvider } from '../../../main/providers/provider.ts';
import type { Database } from '../../../main/store/database.ts';
import type { Deposit, VirtualAccount } from '../../../preload/contract/accounts.ts';
import { api } from '../../../preload/contract/api.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { bad, good } from '../customers/desk.ts';
import { memoryStore } from '../store/open.ts';

const account = (id: string, change: Partial<VirtualAccount> = {}): VirtualAccount => ({
  id, userId: 'u1', userName: 'Quay', userStatus: 'VERIFIED', description: 'Operating', mode: 'fiat', type: 'US_BANK', bank: 'slovak_savings_bank', status: 'active', readiness: 'ready', problems: [],
  balance: { minor: 2_500_000, currency: 'USD' }, payIn: null, settlement: null, readAt: 1, ...change,
});
const deposit: Deposit = {
  id: 'd', accountId: 'a', amount: { minor: 100, currency: 'USD' }, net: null, status: 'COMPLETED', credited: true, senderName: 'Northfield LLC', rail: 'WIRE', at: 1,
};
const offline = appError('offline', 'No network.');

let store: Database;
let accounts: Accounts;
let there: readonly VirtualAccount[];
let down: AppError | null;
let connected: boolean;
let now: number;
let changed: string[];
const make = (profileId = 'p') => createAccounts({
  store, profileId, clock: () => now, notify: (topic) => { changed.push(topic); },
  provider: () => (connected ? { accounts: async () => (down === null ? ok(there) : fail(down)), deposits: async (id: string) => (down === null ? ok(id === 'a' ? [deposit] : []) : fail(down)) } as unknown as KiraProvider : null),
});
beforeEach(() => {
  [store, there, down, connected, now, changed] = [memoryStore(), [account('a'), account('b', { userId: 'u2', userName: 'Marlowe' })], null, true, 50, []];
  accounts = make();
});
const list = (fresh: boolean) => accounts.handlers['accounts.list']({ fresh });

describe('virtual accounts', () => {
  it('are none before they were read, then as last read, with the time', async () => {
    expect(good(await list(false))).toEqual({ accounts: [], readAt: null });
    const read = good(await list(true));
    expect(read).toEqual({ accounts: [...there], readAt: 50 });
    expect(api['accounts.list'].result.safeParse(read).success).toBe(true);
    [there, now] = [[], 60];
    expect(good(await list(false))).toEqual(read);
    expect(good(await list(true))).toEqual({ accounts: [], readAt: 60 });
    expect(changed).toEqual(['accounts', 'accounts']);
  });

  it('stay as last read out of reach, also after the app was started again; an error only when nothing is kept', async () => {
    down = offline;
    expect(bad(await list(true))).toEqual(offline);
    down = null;
    await list(true);
    down = offline;
    accounts = make();
    expect(good(await list(true))).toMatchObject({ readAt: 50, accounts: [{ id: 'a' }, { id: 'b' }] });
    expect(bad(await accounts.desk.refresh())).toEqual(offline);
    accounts = make('other');
    expect(good(await list(false)).accounts).toEqual([]);
  });

  it('are found by id as last read', async () => {
    expect(accounts.desk.find('a')).toBeNull();
    expect(good(await accounts.desk.refresh())).toEqual(there);
    expect([accounts.desk.find('b')?.userName, accounts.desk.find('c')]).toEqual(['Marlowe', null]);
  });

  it('name each of their users once, by name', async () => {
    expect(accounts.users()).toEqual([]);
    there = [...there, account('c')];
    await list(true);
    expect(accounts.users()).toEqual([{ id: 'u2', name: 'Marlowe' }, { id: 'u1', name: 'Quay' }]);
  });

  it('tell what came in, straight from Kira', async () => {
    const deposits = (accountId: string) => accounts.handlers['accounts.deposits']({ accountId });
    expect([good(await deposits('a')), good(await deposits('b'))]).toEqual([{ deposits: [deposit] }, { deposits: [] }]);
    down = offline;
    expect(bad(await deposits('a'))).toEqual(offline);
  });

  it('have no provider in a profile of another, and are out of reach while the store is closed', async () => {
    connected = false;
    expect([good(await list(false)).accounts, bad(await list(true)).code, bad(await accounts.handlers['accounts.deposits']({ accountId: 'a' })).code]).toEqual([[], 'not-set-up', 'not-set-up']);
    store.close();
    expect([bad(await list(false)).code, bad(await accounts.desk.refresh()).code]).toEqual(['locked', 'locked']);
  });

  it('read while the app locks are not kept, and nothing breaks', async () => {
    const reading = list(true);
    store.close();
    expect(bad(await reading).code).toBe('locked');
    expect(changed).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectOk, openDesk, type TestDesk } from '../desk.ts';
import { offline } from '../fake-provider.ts';

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => test.close());

const day = 24 * 3_600_000;

describe('wallets and banks', () => {
  it('are kept for when there is no network, with their age', async () => {
    const { handlers } = test.desk();
    const at = test.time.clock();
    const fresh = expectOk(await handlers['wallets.list']({ fresh: true }));
    expect(fresh).toMatchObject({ readAt: at, wallets: [{ id: 'w-gbp', balance: { minor: 1_000_000 } }] });
    const banks = expectOk(await handlers['banks.list']({ currency: 'NGN' }));
    test.provider.outage = offline;
    await test.time.advance(2 * day);
    expect(expectOk(await handlers['wallets.list']({ fresh: true }))).toEqual(fresh);
    expect(expectOk(await handlers['banks.list']({ currency: 'NGN' }))).toEqual({ ...banks, readAt: at });
  });

  it('read banks again after a day, not before', async () => {
    let reads = 0;
    const reading = test.provider.banks;
    test.provider.banks = (currency) => {
      reads += 1;
      return reading(currency);
    };
    const list = () => test.desk().handlers['banks.list']({ currency: 'NGN' });
    await list();
    await list();
    expect(reads).toBe(1);
    await test.time.advance(day);
    await list();
    expect(reads).toBe(2);
  });

  it('say why there is nothing when nothing was ever read', async () => {
    test.provider.outage = offline;
    const { handlers } = test.desk();
    expect(await handlers['wallets.list']({ fresh: true })).toEqual({ ok: false, error: offline });
    expect(expectOk(await handlers['wallets.list']({ fresh: false }))).toEqual({ wallets: [], readAt: null });
    expect(await handlers['banks.operators']({ currency: 'KES' })).toEqual({ ok: false, error: offline });
  });

  it('ask the bank whose account it is', async () => {
    const { handlers } = test.desk();
    const asked = { bankId: 'b1', accountNumber: '0261745519' };
    expect(expectOk(await handlers['banks.lookup'](asked))).toEqual({ accountName: 'OKONJO TEXTILES LTD' });
    test.provider.outage = offline;
    expect(await handlers['banks.lookup'](asked)).toEqual({ ok: false, error: offline });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOk } from '../../../main/payouts/journal.ts';
import { checkMoneyBack, isBack, seeMoney } from '../../../main/payouts/money-back.ts';
import type { RepairRecord } from '../../../main/store/repairs.ts';
import { money } from '../../../preload/contract/money.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { rig, type Rig } from './rig.ts';
import { kiraDesk } from './kira/kira-desk.ts';

const gbp = (minor: number) => money(minor, 'GBP');

/** A failed payout whose money is awaited, measured from a balance of 1,000.00 GBP read at `beforeAt`. */
function await1({ ctx, put, time }: Rig, id: string, owed: number, fees = 100): void {
  put({ id, state: 'failed', transactionId: `t-${id}` });
  const facts = { said: null, sums: [], owed: gbp(owed), fees: gbp(fees), before: gbp(100_000), beforeAt: time.clock() - 1000, why: null, credited: null, now: null, nowAt: null };
  const repair: RepairRecord = { payoutId: id, kind: 'failed', openedAt: time.clock(), accountKey: 'k', facts, seenAt: null, waived: null, closed: null };
  ctx.repairs.put(repair);
}

async function read(test: Rig, balance: number): Promise<void> {
  test.provider.balance = balance;
  expectOk(await test.ctx.lane.readBalances(test.ctx));
  seeMoney(test.ctx);
}

describe('money on its way back', () => {
  it('is seen when the balance rose by it, less at most the fees quoted', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e4 }), fc.integer({ min: -1e9, max: 2e9 }), (owed, fees, risen) => {
      const back = isBack(owed, fees, risen);
      expect(back !== null).toBe(risen > 0 && risen >= owed - fees);
      expect(back === 'exactly').toBe(back !== null && risen <= owed);
    }));
  });

  it('is never counted for more payouts than came back, whatever the amounts', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1000, max: 50_000 }), { minLength: 2, maxLength: 5 }), fc.nat(), async (amounts, pick) => {
      const test = rig();
      amounts.forEach((owed, index) => { await1(test, `p${index}`, owed, 0); });
      const back = amounts[pick % amounts.length] ?? 0;
      await read(test, 100_000 + back);
      const seen = amounts.filter((_, index) => test.ctx.repairs.get(`p${index}`)?.seenAt !== null);
      expect(seen).toEqual([back]);
      await read(test, 100_000 + amounts.reduce((sum, each) => sum + each, 0));
      expect(amounts.every((_, index) => test.ctx.repairs.get(`p${index}`)?.seenAt !== null)).toBe(true);
    }), { numRuns: 15 });
  });

  it('is not a balance that was read before, nor one that fell', async () => {
    const test = rig();
    await1(test, 'x', 25_000);
    await read(test, 99_000);
    expect(test.ctx.repairs.get('x')?.seenAt).toBeNull();
    await read(test, 125_000);
    expect(test.ctx.repairs.get('x')).toMatchObject({ seenAt: test.time.clock(), facts: { credited: gbp(25_000), now: gbp(125_000) } });
  });

  it('holds a copy, and says that no balance can tell where none can', async () => {
    const test = rig();
    await1(test, 'x', 25_000);
    const copy = test.put({ id: 'copy', clonedFrom: 'x', state: 'ready' });
    expect(checkMoneyBack(test.ctx, copy)).toMatchObject({ ok: false, error: { code: 'money-not-back', message: expect.stringContaining('250.00 GBP') as string } });
    const known = test.ctx.repairs.get('x');
    if (known === null) throw new Error('No repair');
    test.ctx.repairs.put({ ...known, facts: { ...known.facts, before: null, beforeAt: null, why: 'It was paid by a deposit.' } });
    expect(checkMoneyBack(test.ctx, copy)).toMatchObject({ ok: false, error: { fix: expect.stringContaining('It was paid by a deposit.') as string } });
    expect(checkMoneyBack(test.ctx, { ...copy, clonedFrom: null }).ok).toBe(true);
  });

  it('gives the error of a balance that can\u2019t be read', async () => {
    const test = kiraDesk();
    test.refresh.error = appError('offline', 'No network.');
    expect(await test.desk().handlers['repairs.checkMoney']({ id: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

import { describe, expect, it } from 'vitest';
import { readDeposits } from '../../../../main/providers/kira/deposits.ts';
import { account, callsTo, withKira } from '../support/kira.ts';
import { valueOf } from '../support/sandbox.ts';

const row = {
  id: 'd1', virtual_account_id: account, amount: '1000.00', currency: 'USD', status: 'COMPLETED', sender: { name: 'Northfield LLC', account_number: '****6789' }, payment_rail: 'WIRE',
  fees: { total_fees: '4.50' }, net_amount: '995.50', net_currency: 'USD', created_at: '2026-06-01T12:00:00Z',
};

describe('deposits', () => {
  it('come as a bare list and are handed on newest first', async () => {
    await withKira({ body: [{ ...row, id: 'old', created_at: '2026-05-01T12:00:00Z' }, row] }, async ({ kira }, server) => {
      const deposits = await valueOf(kira.deposits(account));
      expect(deposits.map((one) => one.id)).toEqual(['d1', 'old']);
      expect(deposits[0]).toEqual({
        id: 'd1', accountId: account, amount: { minor: 100_000, currency: 'USD' }, net: { minor: 99_550, currency: 'USD' }, status: 'COMPLETED', credited: true,
        senderName: 'Northfield LLC', rail: 'WIRE', at: Date.UTC(2026, 5, 1, 12),
      });
      expect(callsTo(server)[0]?.path).toBe(`/v1/virtual-accounts/${account}/deposits?limit=50&offset=0`);
    });
  });
  it.each([['completed', true], ['PENDING', false], ['FAILED', false], ['REFUNDED', false], ['KYT_PENDING', false], ['KYT_REJECTED', false], ['NEW_WORD', false], [null, false]])('that are %s count as received: %s', (status, credited) => {
    expect(readDeposits([{ ...row, status }], account)?.[0]).toMatchObject({ credited });
  });
  it('are read wrapped too, with numbers and the sender in its other place', () => {
    expect(readDeposits({ deposits: [{ ...row, amount: 12.5, sender: null, payment_rail: null, net_amount: null, source: { name: 'N', payment_rail: 'ACH' } }] }, account)?.[0])
      .toMatchObject({ amount: { minor: 1250 }, net: null, senderName: 'N', rail: 'ACH' });
  });
  it('in another currency are left out, and one that can\u2019t be read spoils the list', () => {
    expect(readDeposits([row, { ...row, currency: 'MXN' }], account)).toHaveLength(1);
    expect(readDeposits([row, { ...row, amount: '1.001' }], account)).toBeNull();
    expect(readDeposits([row, { ...row, created_at: 'x' }], account)).toBeNull();
    expect(readDeposits({}, account)).toBeNull();
  });
});

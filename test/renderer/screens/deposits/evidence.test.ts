import { describe, expect, it } from 'vitest';
import { evidenceText, troubleAdvice, troubles } from '../../../../renderer/screens/deposits/evidence.ts';
import { depositPayout, polygonAddress, polygonHash, sampleDeposit } from '../../fake/deposit-samples.ts';

const now = Date.UTC(2026, 10, 20, 14, 18);
const payout = depositPayout(now);
const sheet = (deposit = sampleDeposit(now), of = payout) => evidenceText(of, deposit, 'network', now);

describe('the sheet for support', () => {
  it('holds what finds a deposit: ids, exact amount, token, network, address, times', () => {
    expect(sheet().split('\n')).toEqual([
      'What happened: Sent on another network than Polygon', 'Kira payout: pay_deposit-1', 'Idempotency key: MI-0917', 'Amount due: 5000.00 USDC', 'Network: Polygon',
      `Deposit address: ${polygonAddress}`, 'Address received: 2026-11-20 11:32:00 UTC', 'Address valid until: 2026-11-21 11:32:00 UTC', 'Transaction hash: not noted',
      'Status at Kira: CREATED, read 2026-11-20 14:17:56 UTC', 'Written: 2026-11-20 14:18:00 UTC',
    ]);
  });

  it('holds the hash once it is noted', () => {
    expect(sheet(sampleDeposit(now, { transactionHash: polygonHash }))).toContain(`Transaction hash: ${polygonHash}`);
  });

  it('tells only the end of an address that no longer counts', () => {
    const over = sampleDeposit(now, { expiresAt: now - 1 });
    for (const text of [sheet(over), sheet(undefined, { ...payout, clonedTo: 'payout-9' }), sheet(undefined, { ...payout, state: 'deposit_expired' })]) {
      expect(text).not.toContain(polygonAddress);
      expect(text).toContain('Deposit address: ends in e17A');
    }
  });

  it('writes the token amount as the provider gave it, unrounded', () => {
    expect(sheet(sampleDeposit(now, { amount: '0.123456' }))).toContain('Amount due: 0.123456 USDC');
  });

  it('says for every trouble not to send more', () => {
    for (const trouble of troubles) expect(troubleAdvice(trouble)).toMatch(/^Do not send/);
  });
});

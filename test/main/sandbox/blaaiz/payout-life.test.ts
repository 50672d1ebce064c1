import { describe, expect, it } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { doom, finishAutomatically, finishPayout, newInteracAnswer, startPayout } from '../../../../main/sandbox/blaaiz/payout-life.ts';
import type { Transaction, Wallet } from '../../../../main/sandbox/model.ts';
import type { World } from '../../../../main/sandbox/world.ts';

const at = Date.UTC(2026, 4, 4, 9, 30);

function rig(changes: Partial<Transaction> = {}, timeScale = 1): { world: World; wallet: Wallet; payout: Transaction; refunds: () => number } {
  const { world } = buildWorld({ clock: () => at, timeScale });
  const wallet = world.state.wallets[0];
  if (!wallet) throw new Error('no wallet');
  const payout: Transaction = {
    id: 'p-1', business_id: wallet.business_id, business_customer_id: null, business_wallet_id: wallet.id, type: 'payout', status: 'PROCESSING', reference: 'r-1',
    merchant_reference: 'INV-1', currency: wallet.currency, amount: 5000, fee: 100, rate: '1', date_ms: at, recipient: null, interac: null, swap: null,
    collection_email: null, doomed: null, failure_reason: null, refunded: false, ...changes,
  };
  world.state.transactions.push(payout);
  return { world, wallet, payout, refunds: () => world.state.ledger.filter((entry) => entry.kind === 'refund').length };
}

describe('the fate of a payout', () => {
  it.each([
    [{ account_number: '0123459999' }, /rejected/], [{ iban: 'DE00 99 99' }, /rejected/], [{ account_number: '0123450000' }, /does not exist/],
    [{ email: 'fail.jo@example.test' }, /declined/], [{ account_number: '0123456789', note: 'sandbox:fail' }, /declined/],
  ])('is told by %j', (body, reason) => { expect(doom(body)).toMatch(reason); });
  it('is good otherwise', () => {
    for (const body of [{ account_number: '9999123456' }, { email: 'jo.fail@example.test' }, { note: 'fail' }, {}]) expect(doom(body)).toBeNull();
  });
});

describe('the end of a payout', () => {
  it('comes by itself after the waiting time, scaled, and not at all when told so', () => {
    const { world, payout } = rig({}, 9);
    startPayout(world, payout);
    expect(world.state.tasks).toMatchObject([{ kind: 'finish-payout', subject: 'p-1', due_ms: at + 5000 }]);
    const held = rig();
    held.world.state.settings.payouts_finish = false;
    startPayout(held.world, held.payout);
    expect(held.world.state.tasks).toEqual([]);
  });

  it('is what its fate says, once', () => {
    const good = rig();
    finishAutomatically(good.world, 'p-1');
    expect(good.payout).toMatchObject({ status: 'SUCCESSFUL', failure_reason: null, refunded: false });
    const bad = rig({ doomed: 'Declined.' });
    finishAutomatically(bad.world, 'p-1');
    finishAutomatically(bad.world, 'p-1');
    finishAutomatically(bad.world, 'nobody');
    expect([bad.payout.status, bad.payout.failure_reason, bad.refunds()]).toEqual(['FAILED', 'Declined.', 1]);
    const decided = rig({ status: 'CANCELLED', doomed: null });
    finishAutomatically(decided.world, 'p-1');
    expect(decided.payout.status).toBe('CANCELLED');
  });

  it.each(['FAILED', 'CANCELLED', 'EXPIRED'])('%s brings back the whole debit once, under its reference, and calls the planned end off', (status) => {
    const { world, wallet, payout, refunds } = rig();
    const before = wallet.balance;
    startPayout(world, payout);
    finishPayout(world, payout, status, 'Why');
    finishPayout(world, payout, 'FAILED', 'Again');
    expect([wallet.balance - before, refunds(), world.state.tasks]).toEqual([5000, 1, []]);
    expect(world.state.ledger.at(-1)).toMatchObject({ kind: 'refund', amount: 5000, transaction_id: 'p-1', merchant_reference: 'INV-1' });
  });

  it('brings nothing back when it succeeded or is a word nobody knows', () => {
    for (const status of ['SUCCESSFUL', 'LOST_AT_SEA']) {
      const { world, payout, refunds } = rig();
      finishPayout(world, payout, status, null);
      expect([payout.status, refunds()]).toEqual([status, 0]);
    }
  });
});

it('an Interac answer has six digits, its question some words', () => {
  const { world } = rig();
  for (let index = 0; index < 50; index += 1) {
    const { question, answer } = newInteracAnswer(world);
    expect([question.endsWith('?'), String(answer).length]).toEqual([true, 6]);
  }
});

import { describe, expect, it } from 'vitest';
import { nextState } from '../../../main/payouts/machine.ts';
import { stillMoving } from '../../../main/payouts/next-look.ts';
import { factsPatch, foundEvent, statusEvent } from '../../../main/payouts/provider-facts.ts';
import type { ProviderPayout } from '../../../main/providers/provider.ts';
import { payoutStates, type PayoutState, type Price } from '../../../preload/contract/payouts.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import { interacDraft } from './desk.ts';
import { rig } from './rig.ts';

const gbp = (minor: number) => ({ minor, currency: 'GBP' }) as const;
const cad = (minor: number) => ({ minor, currency: 'CAD' }) as const;
const told: ProviderPayout = {
  transactionId: 'tx-1', reference: 'ref-1', merchantReference: 'm-1', status: 'processing', rawStatus: 'IN_PROGRESS', failureReason: null,
  sent: gbp(25_000), fee: gbp(150), received: cad(49_700), rate: '2.0001',
};
const statuses = ['pending', 'processing', 'successful', 'failed', 'awaiting', 'returned', 'held', 'other'] as const;
const eventOf = (state: PayoutState, status: ProviderPayout['status']) => statusEvent({ ...newPayoutRecord('x', interacDraft, '', 1), state }, { ...told, status }, 1);
const price: Price = { send: gbp(25_000), fees: [], totalFees: gbp(1), converted: gbp(24_999), rate: '1.99', receive: cad(1), gap: null, readAt: 1 };

describe('what a status means', () => {
  it('is a step that the payout can take, in every state that is followed, or none', () => {
    for (const state of ['accepted', 'processing', 'awaiting_deposit', 'deposit_expired', 'completed', 'failed', 'returned'] as const) {
      for (const status of statuses) {
        const event = eventOf(state, status);
        if (event !== null) expect([state, status, nextState(state, event)]).not.toContain(null);
      }
    }
  });

  it('is nothing where it says nothing new', () => {
    expect([
      eventOf('processing', 'processing'), eventOf('completed', 'successful'), eventOf('failed', 'failed'), eventOf('returned', 'failed'),
      eventOf('accepted', 'other'), eventOf('completed', 'processing'), eventOf('returned', 'returned'), eventOf('deposit_expired', 'failed'), eventOf('awaiting_deposit', 'held'),
    ]).toEqual([null, null, null, null, null, null, null, null, null]);
  });

  it('always leads out of unknown, and to nothing final for a word nobody knows', () => {
    expect(statuses.map((status) => nextState('unknown', foundEvent(status)))).toEqual(['accepted', 'processing', 'completed', 'failed', 'awaiting_deposit', 'returned', 'accepted', 'accepted']);
  });

  it('leaves only accepted and processing moving', () => {
    expect(payoutStates.filter(stillMoving)).toEqual(['accepted', 'processing']);
  });
});

describe('what the provider’s word changes', () => {
  it('is taken over as it is told', () => {
    const { ctx, put, time } = rig();
    const patch = factsPatch(ctx, put(), told, 'processing');
    expect(patch).toMatchObject({ transactionId: 'tx-1', providerReference: 'ref-1', providerStatus: 'IN_PROGRESS', checkedAt: time.clock(), problem: null, finalPrice: null });
  });

  it('keeps the reference it had when the provider names none', () => {
    const { ctx, put } = rig();
    expect(factsPatch(ctx, put({ providerReference: 'ref-0' }), { ...told, reference: null }, 'accepted').providerReference).toBe('ref-0');
  });

  it('takes the final figures as they are told', () => {
    const { ctx, put, time } = rig();
    expect(factsPatch(ctx, put({ price }), told, 'completed').finalPrice).toEqual({
      send: gbp(25_000), fees: [{ label: 'Fees', amount: gbp(150) }], totalFees: gbp(150), converted: gbp(24_850), rate: '2.0001', receive: cad(49_700), gap: null, readAt: time.clock(),
    });
    expect(factsPatch(ctx, put({ id: 'z', price }), { ...told, converted: gbp(24_000) }, 'completed').finalPrice).toMatchObject({ converted: gbp(24_000), gap: gbp(850) });
    expect(factsPatch(ctx, put({ id: 'y', price }), { ...told, rate: null }, 'completed').finalPrice?.rate).toBe('1.99');
  });

  it.each([['no fee', { fee: null }], ['no amount sent', { sent: null }], ['nothing received', { received: null }], ['a fee in another currency', { fee: cad(150) }]])(
    'makes no final price up from %s',
    (_what, change) => {
      const { ctx, put } = rig();
      expect(factsPatch(ctx, put({ price }), { ...told, ...change }, 'completed').finalPrice).toBeNull();
    },
  );

  it('tells what failed or came back with the provider’s reason and its reference for support', () => {
    const { ctx, put } = rig();
    const record = put();
    const failed = factsPatch(ctx, record, { ...told, failureReason: 'Account closed', reference: null }, 'failed');
    expect(failed).toMatchObject({ problem: { code: 'provider-refused', reference: 'tx-1', message: expect.stringMatching(/failed.*Account closed/) } });
    expect(factsPatch(ctx, record, told, 'returned').problem?.message).toMatch(/came back.*no reason/);
  });
});

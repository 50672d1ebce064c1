import { describe, expect, it } from 'vitest';
import { loseSight } from '../../../main/payouts/journal.ts';
import { settleTime } from '../../../main/payouts/schedule.ts';
import { toPayout } from '../../../main/payouts/view.ts';
import { needsPersonStates, payoutSchema, payoutStates, type PayoutState } from '../../../preload/contract/payouts.ts';
import { interacDraft } from './desk.ts';
import { rig } from './rig.ts';

/** Two of the same are never in flight together, so each state has an amount of its own. */
const ofAmount = (state: PayoutState) => ({ ...interacDraft, amountMinor: 25_000 + payoutStates.indexOf(state) });

describe('a payout as the screens see it', () => {
  it('keeps to the contract in every state, before anything has left', () => {
    const { ctx, put } = rig();
    for (const state of payoutStates) {
      const shown = toPayout(ctx, put({ id: state, state, draft: ofAmount(state) }));
      expect(payoutSchema.parse(shown)).toEqual(shown);
      expect(shown).toMatchObject({ state, sent: null, unknown: null, needsPerson: (needsPersonStates as readonly string[]).includes(state) });
    }
  });

  it('asks for nobody once it was copied, except while its outcome is unknown', () => {
    const { ctx, put } = rig();
    const asking = payoutStates.filter((state) => toPayout(ctx, put({ id: state, state, draft: ofAmount(state), clonedTo: 'z' })).needsPerson);
    expect(asking).toEqual(['unknown']);
  });

  it('counts what left by the hand-overs, from the first, and shows the last answer', async () => {
    const { ctx, written, stored } = rig();
    const attempt = await written();
    const sent = () => toPayout(ctx, stored()).sent;
    expect(sent()).toMatchObject({ merchantReference: attempt.merchantReference, fingerprint: attempt.bodySha256, firstByteAt: null, answeredAt: null, timesSent: 0, walletBefore: null });
    for (const [at, kind] of [[10, 'handed-over'], [20, 'lost'], [30, 'handed-over'], [40, 'refused'], [50, 'accepted']] as const) ctx.attempts.note(attempt.id, { at, kind, detail: null });
    expect(sent()).toMatchObject({ firstByteAt: 10, answeredAt: 50, timesSent: 2 });
  });

  it('tells how it is being found out, and only while it is', async () => {
    const { ctx, written, stored, time } = rig();
    const attempt = await written();
    loseSight(ctx, attempt, 'the line dropped');
    const since = time.clock();
    for (const [at, kind, detail] of [[1, 'not-found', null], [2, 'no-answer', 'Offline.'], [3, 'told', 'By phone'], [4, 'found', 'There']] as const) ctx.attempts.note(attempt.id, { at, kind, detail });
    expect(toPayout(ctx, stored()).unknown).toEqual({
      since, cause: 'the line dropped', nextLookAt: since, decideFrom: since + settleTime, replayUntil: null, walletNow: null, walletNowAt: null,
      lookups: [{ at: 1, found: false, answered: true, detail: 'Not found' }, { at: 2, found: false, answered: false, detail: 'Offline.' }, { at: 4, found: true, answered: true, detail: 'There' }],
    });
    expect(toPayout(ctx, { ...stored(), state: 'accepted' }).unknown).toBeNull();
  });

  it('shows the provider’s final money, else what was asked for', () => {
    const { ctx, put } = rig();
    const record = put();
    const gbp = (minor: number) => ({ minor, currency: 'GBP' }) as const;
    const price = { send: gbp(9), fees: [], totalFees: gbp(1), converted: gbp(8), rate: '2', receive: { minor: 16, currency: 'CAD' }, gap: null, readAt: 1 } as const;
    const shown = ({ send, receive }: ReturnType<typeof toPayout>) => [send?.minor, receive?.minor];
    expect(shown(toPayout(ctx, record))).toEqual([25_000, undefined]);
    expect(shown(toPayout(ctx, { ...record, price: { ...price, fees: [] } }))).toEqual([25_000, 16]);
    expect(shown(toPayout(ctx, { ...record, finalPrice: { ...price, fees: [] } }))).toEqual([9, 16]);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyPayoutDraft, needsPersonStates, payoutDraftSchema, payoutStates, payoutViews, statesOfView } from '../../../preload/contract/payouts.ts';

describe('the payout list\u2019s tabs', () => {
  it('hold every state exactly once, beside the tab for all', () => {
    const inTabs = payoutViews.filter((view) => view !== 'all').flatMap((view) => statesOfView[view]);
    expect(inTabs.toSorted()).toEqual([...payoutStates].toSorted());
    expect(statesOfView.all).toEqual(payoutStates);
  });

  it('put what asks for a person first, the unknown before all', () => {
    expect(statesOfView['needs-you']).toEqual(needsPersonStates);
    expect(needsPersonStates[0]).toBe('unknown');
  });
});

describe('a payout draft', () => {
  it('starts empty and valid', () => { expect(payoutDraftSchema.safeParse(emptyPayoutDraft).success).toBe(true); });

  it.each([{ amountMinor: 1.5 }, { amountMinor: '5' }, { method: 'cheque' }, { side: 'both' }, { toCurrency: 'XXX' }, { details: { shoeSize: '43' } }, { extra: true }])(
    'refuses %j', (change) => { expect(payoutDraftSchema.safeParse({ ...emptyPayoutDraft, ...change }).success).toBe(false); },
  );
});

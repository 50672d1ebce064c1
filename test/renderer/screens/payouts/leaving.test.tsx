import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { samplePayouts } from '../../fake/sample-payouts.ts';
import { start } from '../../stage.tsx';

/** The sample desk with its payout that is being sent handed over so many seconds ago. */
function sending(secondsAgo: number) {
  const payouts = samplePayouts(Date.now()).map((one) => (one.state === 'sending' ? { ...one, updatedAt: Date.now() - secondsAgo * 1_000 } : one));
  return { payouts, address: `/payouts/${payouts.find(({ state }) => state === 'sending')?.id ?? ''}` };
}

describe('a payout that is being sent', () => {
  it('says who is asked, and that one may leave the page', async () => {
    const { payouts, address } = sending(5);
    start(address, { world: { payouts } });
    expect(await screen.findByText('Blaaiz is being asked. You can leave this page; the answer is written down here.')).toBeDefined();
  });

  it('says what to do where the answer can’t be written down, instead of waiting for ever', async () => {
    const { payouts, address } = sending(90);
    start(address, { world: { payouts } });
    expect(await screen.findByText('Sent once; the answer is not written down yet')).toBeDefined();
    expect(screen.getByText(/^This computer may be short of space\. Free some/)).toBeDefined();
    expect(screen.queryByText(/is being asked/)).toBeNull();
  });
});

import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

describe('the tolerance of a price', () => {
  it('is a share and an amount, saved in whole hundredths', async () => {
    const { user, world } = start('/settings/rules');
    const share = await screen.findByRole('textbox', { name: 'A price may move by this share, %' });
    expect(share).toHaveProperty('value', '0.50');
    await user.clear(share);
    await user.type(share, '1,25{Enter}');
    await waitFor(() => expect(requestsOf(world, 'app.savePreferences')).toEqual([{ toleranceBasisPoints: 125 }]));
    const amount = screen.getByRole('textbox', { name: 'or by this amount' });
    await user.clear(amount);
    await user.type(amount, '2{Enter}');
    await waitFor(() => expect(requestsOf(world, 'app.savePreferences')).toContainEqual({ toleranceHundredths: 200 }));
  });

  it('refuses what is too much or no figure', async () => {
    const { user, world } = start('/settings/rules');
    const share = await screen.findByRole('textbox', { name: 'A price may move by this share, %' });
    await user.clear(share);
    await user.type(share, '11{Enter}');
    expect(await screen.findByText('A figure from 0 to 10.00, with at most two decimals.')).toBeDefined();
    expect(requestsOf(world, 'app.savePreferences')).toEqual([]);
  });
});

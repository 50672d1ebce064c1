import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { builtInProfile, liveProfile, readyState, testProfile } from '../../fake/app-state.ts';
import { start } from '../../stage.tsx';

const newCustomer = (profile: typeof liveProfile) => start('/customers/new', { world: { customers: [], state: { ...readyState(Date.now()), profile } } });

describe('a specimen', () => {
  it('is offered where somebody practises, beside the other ways', async () => {
    newCustomer(builtInProfile);
    await screen.findByRole('button', { name: 'Choose files' });
    expect(screen.getByRole('button', { name: 'Use a specimen' })).toBeDefined();
  });

  it.each([['live', liveProfile], ['of a provider’s own sandbox', testProfile]])('is never offered in a profile that is %s', async (_what, profile) => {
    newCustomer(profile);
    await screen.findByRole('button', { name: 'Choose files' });
    expect(screen.queryByRole('button', { name: 'Use a specimen' })).toBeNull();
  });

  it('says so when it can’t be drawn, and the slot stays empty', async () => {
    const { user } = newCustomer(builtInProfile);
    // Nothing can be drawn here: there is no canvas.
    await user.click(await screen.findByRole('button', { name: 'Use a specimen' }));
    await screen.findByText('The specimen could not be drawn.');
    expect(screen.getByRole('button', { name: 'Use a specimen' })).toBeDefined();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { depositDesk, unknownKira } from '../../fake/deposit-samples.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const hour = 3_600_000;
const address = '/payouts/kira-5/find-out';
const open = (replayFor: number) => start(address, { world: depositDesk(...unknownKira(Date.now(), replayFor)) });
const again = () => screen.findByRole('button', { name: 'Send again' });

describe('finding out about a payout at Kira', () => {
  it('names Kira, its key, and what is looked through', async () => {
    open(20 * hour);
    expect(await screen.findByText('1. Look for it among the payouts at Kira')).toBeDefined();
    expect(screen.getByText(/^Kira may or may not have it\./)).toBeDefined();
    expect(screen.getByText('Idempotency key')).toBeDefined();
    expect(screen.getByText('2. Look at the account')).toBeDefined();
    expect(document.body.textContent).not.toContain('Blaaiz');
  });

  it('calls it not found when Kira answered, and tells how it was asked', async () => {
    open(20 * hour);
    expect(await screen.findByText('Not found')).toBeDefined();
    expect(screen.getByText(/Asked with the same key: Kira has nothing under it/)).toBeDefined();
    expect(screen.queryByText('No answer')).toBeNull();
  });

  it('leaves the reason its focus when the code is mailed meanwhile', async () => {
    const { user, world } = open(20 * hour);
    await user.click(await again());
    const reason = await screen.findByRole('textbox', { name: /Why it is right/ });
    await waitFor(() => expect(requestsOf(world, 'payouts.requestCode')).toHaveLength(1));
    await screen.findByText(/^Valid for/);
    expect(document.activeElement).toBe(reason);
  });

  it('trap 5: lets the same bytes go again at once while Kira keeps the key, because they can’t be paid twice', async () => {
    const { user } = open(20 * hour);
    const button = await again();
    expect(button.getAttribute('aria-disabled')).toBeNull();
    expect(screen.getByText(/The same bytes under the same key.*can’t be paid twice/)).toBeDefined();
    await user.click(button);
    expect(await screen.findByRole('alertdialog')).toBeDefined();
  });

  it('trap 5: closes it once the key is forgotten, and leads to looking and to Kira support', async () => {
    const { user, world } = open(-1);
    const button = await again();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.getByText(/could be paid twice/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Open Kira support' }));
    expect(requestsOf(world, 'app.openHelp')).toEqual([{ page: 'kira-support' }]);
    await user.click(screen.getByRole('button', { name: 'Look now' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.look')).toEqual([{ id: 'kira-5' }]));
  });

  it('shows no balance for an account that holds none', async () => {
    const payouts = unknownKira(Date.now(), hour).map((one) => ({ ...one, draft: { ...one.draft, kira: one.draft.kira && { ...one.draft.kira, mode: 'crypto' as const } } }));
    start(address, { world: depositDesk(...payouts) });
    expect(await screen.findByText('2. What happens then')).toBeDefined();
    expect(screen.queryByText(/Look at the account/)).toBeNull();
  });

  it('asks what Kira said', async () => {
    const { user } = open(hour);
    await user.click(await screen.findByRole('button', { name: 'Record an answer' }));
    expect(within(await screen.findByRole('dialog')).getByText('What did Kira say?')).toBeDefined();
  });
});

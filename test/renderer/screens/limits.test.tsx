import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CurrencyLimits } from '../../../preload/contract/limits.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { requestsOf } from '../fake-bursar.ts';
import { start } from '../stage.tsx';

const kept: CurrencyLimits = { currency: 'GBP', perPayout: 1_000_000, perDay: null, perPayee: null, first: 50_000, coolingHours: 48 };
const gotten = { limits: [kept], today: [{ minor: 118_000, currency: 'GBP' as const }], zone: 'Europe/Lisbon', zoneHere: 'Europe/Lisbon', ahead: null };
const withLimits = { handlers: { 'limits.get': () => ok(gotten) } };
const saveButton = () => screen.findByRole('button', { name: 'Save limits' });

describe('the limits of a profile', () => {
  it('explain themselves before there are any', async () => {
    start('/settings/limits');
    expect(await screen.findByText(/only the balance bounds what can be sent/)).toBeDefined();
    expect((await saveButton()).getAttribute('aria-disabled')).toBe('true');
  });

  it('show what is set and what is used today', async () => {
    start('/settings/limits', withLimits);
    expect(await screen.findByText('1,180.00 GBP used today')).toBeDefined();
    expect((await screen.findByLabelText<HTMLInputElement>(/^One payout/)).value).toBe('10,000.00');
    expect(screen.getByLabelText<HTMLInputElement>(/^An account is new for/).value).toBe('48');
    expect(screen.getByLabelText<HTMLInputElement>(/^All payouts of a day/).value).toBe('');
  });

  it('say in which zone a day is counted, and can be saved unchanged where this computer is in another or its clock was wrong', async () => {
    start('/settings/limits', { handlers: { 'limits.get': () => ok({ ...gotten, zoneHere: 'America/New_York' }) } });
    expect(await screen.findByText(/A day goes from midnight to midnight in Europe\/Lisbon/)).toBeDefined();
    expect(screen.getByText('This computer is in another time zone: America/New York')).toBeDefined();
    expect((await saveButton()).getAttribute('aria-disabled')).not.toBe('true');
  });

  it('say so where they count as if it were later', async () => {
    start('/settings/limits', { handlers: { 'limits.get': () => ok({ ...gotten, ahead: Date.now() + 86_400_000 }) } });
    expect(await screen.findByText(/^Limits count as if it were/)).toBeDefined();
    expect((await saveButton()).getAttribute('aria-disabled')).not.toBe('true');
  });

  it('are saved with a reason, and only with one', async () => {
    const { user, world } = start('/settings/limits', withLimits);
    await user.type(await screen.findByLabelText(/^All payouts of a day/), '25000');
    await user.click(await saveButton());
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Save limits' }));
    expect(await dialog.findByText('Write why, in ten letters or more. It is kept.')).toBeDefined();
    await user.type(dialog.getByLabelText(/^Reason/), 'The board decided so on Monday');
    await user.click(dialog.getByRole('button', { name: 'Save limits' }));
    await waitFor(() => expect(requestsOf(world, 'limits.save')).toEqual([{ limits: [{ ...kept, perDay: 2_500_000 }], reason: 'The board decided so on Monday' }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('can be added for a currency and removed', async () => {
    const { user, world } = start('/settings/limits', withLimits);
    await user.click(await screen.findByRole('button', { name: 'Remove the limits of GBP' }));
    await user.click(screen.getByRole('button', { name: 'Add limits for NGN' }));
    await user.type(await screen.findByLabelText(/^To a new account/), '5000000');
    await user.click(await saveButton());
    await user.type(await screen.findByLabelText(/^Reason/), 'Only naira leaves from here now');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save limits' }));
    await waitFor(() => expect(requestsOf(world, 'limits.save')[0]).toMatchObject({ limits: [{ currency: 'NGN', perPayout: null, first: 500_000_000, coolingHours: 24 }] }));
  });

  it('are not saved while something can’t be read, and say what main refuses', async () => {
    const { user } = start('/settings/limits', { handlers: { ...withLimits.handlers, 'limits.save': () => fail({ code: 'storage', message: 'The disk is full, so nothing was saved.' }) } });
    const hours = await screen.findByLabelText(/^An account is new for/);
    await user.clear(hours);
    await user.type(hours, '999');
    expect((await saveButton()).getAttribute('aria-disabled')).toBe('true');
    await user.clear(hours);
    await user.type(hours, '12');
    await user.click(await saveButton());
    await user.type(await screen.findByLabelText(/^Reason/), 'A shorter time will do here');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save limits' }));
    expect(await screen.findByText('The disk is full, so nothing was saved.')).toBeDefined();
  });
});

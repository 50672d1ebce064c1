import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { noCode } from '../../fake/kira-samples.ts';
import { sampleRadar, sampleTwin } from '../../fake/sample-radar.ts';
import { makeFakeBursar, requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';
import { startKira } from './kira-desk.ts';

const review = '/payouts/payout-9/review';
const now = Date.UTC(2026, 10, 20, 14, 13);
const payout = (() => {
  const found = makeFakeBursar().world.payouts.find(({ id }) => id === 'payout-9');
  if (!found) throw new Error('No payout-9');
  return found;
})();
const twin = sampleTwin(payout, now);
const alike = { handlers: { 'payouts.radar': () => ok(sampleRadar([twin])) } };
const sendButton = () => screen.findByRole('button', { name: 'Send 1,180.00 GBP' });
const reasonField = () => screen.findByLabelText('If it is right to send this one too: why?');

describe('a payout that looks like another', () => {
  it('says so over the review, with the reasons and the profile', async () => {
    start(review, alike);
    const banner = (await screen.findAllByText('Looks like a payout you have'))[0]?.closest('[data-card]');
    expect(banner?.textContent).toContain('Same number, same account, same payee, same amount, 2 days apart, sent through Kira, in Halden & Moor at Kira.');
  });

  it('is compared side by side before it goes, with what is the same marked', async () => {
    const { user, world } = start(review, alike);
    await screen.findAllByText('Looks like a payout you have');
    await user.click(await sendButton());
    const table = within(await screen.findByRole('table', { name: 'This payout beside that one' }));
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
    expect(table.getByRole('row', { name: /^Payee .* same$/ })).toBeDefined();
    expect(table.getByRole('row', { name: /^Leaves 1,180\.00 GBP 1,180\.00 GBP same$/ })).toBeDefined();
    expect(table.getByRole('row', { name: /^Profile Halden & Moor Halden & Moor at Kira$/ })).toBeDefined();
    expect(table.getByRole('row', { name: /^State Ready Completed$/ })).toBeDefined();
    expect(table.getByRole('row', { name: /^Invoice number – INV-1042$/ })).toBeDefined();
  });

  it('goes only with a written reason, which is sent with the key of what was seen', async () => {
    const { user, world } = start(review, alike);
    await screen.findAllByText('Looks like a payout you have');
    await user.click(await sendButton());
    await user.type(await reasonField(), 'too short');
    await user.click(screen.getByRole('button', { name: 'Send all the same' }));
    expect(await screen.findByText('Write why, in ten letters or more. It is kept.')).toBeDefined();
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
    await user.type(await reasonField(), ', a second pallet');
    await user.click(screen.getByRole('button', { name: 'Send all the same' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.send')).toHaveLength(1));
    expect(requestsOf(world, 'payouts.send')[0]).toMatchObject({ id: 'payout-9', duplicates: { key: 'seen', reason: 'too short, a second pallet' } });
  });

  it('stays ready when it is the same', async () => {
    const { user, world } = start(review, alike);
    await user.click(await screen.findByRole('button', { name: 'Compare' }));
    await user.click(await screen.findByRole('button', { name: 'It is the same: keep it as ready' }));
    expect(await screen.findByRole('heading', { name: /^Payouts/ })).toBeDefined();
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
  });

  it('opens the comparison when main found at sending what nobody had seen', async () => {
    const suspected: AppError = { code: 'duplicate-suspected', message: 'It looks like a payout you have. Nothing was sent.' };
    let seen = sampleRadar([]);
    const send = vi.fn(() => {
      seen = sampleRadar([twin], 'newer');
      return fail(suspected);
    });
    const { user } = start(review, { handlers: { 'payouts.radar': () => ok(seen), 'payouts.send': send } });
    await user.click(await sendButton());
    await user.type(await reasonField(), 'Agreed by phone with the payee');
    await user.click(screen.getByRole('button', { name: 'Send all the same' }));
    await waitFor(() => expect(send).toHaveBeenCalledTimes(2));
    expect((send.mock.calls as unknown as readonly (readonly [object])[])[1]?.[0]).toMatchObject({ duplicates: { key: 'newer' } });
  });

  it('goes through several one by one', async () => {
    const { user } = start(review, { handlers: { 'payouts.radar': () => ok(sampleRadar([twin, sampleTwin(payout, now, { profileName: 'Another profile', score: 70 })])) } });
    await user.click(await screen.findByRole('button', { name: 'Compare' }));
    expect(await screen.findByText('1 of 2 that look alike')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'The next one' }));
    expect(await screen.findByRole('row', { name: /^Profile .* Another profile$/ })).toBeDefined();
  });

  it('is only mentioned when it is a little alike, and nothing is asked', async () => {
    const { user, world } = start(review, { handlers: { 'payouts.radar': () => ok(sampleRadar([sampleTwin(payout, now, { score: 54 })])) } });
    expect(await screen.findByText('A little like a payout you have')).toBeDefined();
    await user.click(await sendButton());
    await waitFor(() => expect(requestsOf(world, 'payouts.send')).toHaveLength(1));
    expect(requestsOf(world, 'payouts.send')[0]).not.toHaveProperty('duplicates');
  });

  it('is mentioned in the editor as soon as the draft looks alike', async () => {
    const { user } = start('/payouts/payout-1', { ...alike, world: { payouts: [{ ...payout, id: 'payout-1', state: 'draft' }] } });
    await user.click(await screen.findByRole('button', { name: 'Compare' }));
    expect(await screen.findByRole('heading', { name: 'A payout that is alike' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Send all the same' })).toBeNull();
  });
});

describe('a Kira payout that looks like another', () => {
  it('is compared before the code is asked for', async () => {
    const { user, world } = startKira('/payouts/kira-3/review', { ...alike, world: { code: noCode } });
    await screen.findByText('Looks like a payout you have');
    await user.click(await screen.findByRole('button', { name: 'Release payout' }));
    await user.type(await reasonField(), 'A second pallet, agreed by phone');
    expect(requestsOf(world, 'payouts.requestCode')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Send all the same' }));
    expect(await screen.findByText('Enter the code to release this payout')).toBeDefined();
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
  });
});

describe('limits beside the decision', () => {
  const line = { kind: 'day' as const, limit: { minor: 500_000, currency: 'GBP' as const }, used: { minor: 100_000, currency: 'GBP' as const }, asked: { minor: 118_000, currency: 'GBP' as const }, over: false, until: now + 3_600_000 };

  it('say how they stand', async () => {
    start(review, { handlers: { 'payouts.limits': () => ok([line]) } });
    expect(await screen.findByText('Inside the limit for a day')).toBeDefined();
    expect(screen.getByText('2,180.00 GBP of 5,000.00 GBP today with this one.')).toBeDefined();
  });

  it('stop it and say what to do', async () => {
    const { user, world } = start(review, { handlers: { 'payouts.limits': () => ok([{ ...line, used: { minor: 450_000, currency: 'GBP' as const }, over: true }]) } });
    expect(await screen.findByText(/Lower the amount, or send it from .* on\./)).toBeDefined();
    const button = await sendButton();
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    await user.click(button);
    expect(requestsOf(world, 'payouts.send')).toHaveLength(0);
  });
});

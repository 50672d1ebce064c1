import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { money } from '../../../../preload/contract/money.ts';
import type { Repair } from '../../../../preload/contract/repairs.ts';
import { appError } from '../../../../preload/contract/errors.ts';
import { fail } from '../../../../preload/contract/result.ts';
import { samplePayouts } from '../../fake/sample-payouts.ts';
import { sampleRepair } from '../../fake/sample-repairs.ts';
import { requestsOf, type FakeOptions } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const now = Date.now();
const payouts = samplePayouts(now);
const returned = payouts.find(({ state }) => state === 'returned');
if (returned === undefined) throw new Error('No sample came back');
const { id } = returned;
const open = (change: Partial<Repair> = {}, path = `/repairs/${id}`, options: Pick<FakeOptions, 'handlers'> = {}) =>
  start(path, { world: { payouts, repairs: [sampleRepair(returned, now, change)] }, ...options });
const seen = (): Partial<Repair> => ({
  released: true, money: { ...sampleRepair(returned, now).money, seen: true, seenAt: now, now: money(1_763_900, 'USD'), nowAt: now, risen: money(63_900, 'USD'), kept: money(100, 'USD') },
});

describe('the list of repairs', () => {
  it('shows what happened, whether the money is back, and leads to the repair', async () => {
    const { user } = open({}, '/repairs');
    expect(await screen.findByText('Came back: Kestrel Logistics')).toBeDefined();
    expect(screen.getByText('Money not back yet')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Repair: Kestrel Logistics' }));
    expect(await screen.findByText('Is the money back?')).toBeDefined();
  });

  it('keeps what is done apart, with its reason', async () => {
    const { user } = open({ closed: { reason: 'Paid in cash instead.', by: 'Femke Osei', at: now } }, '/repairs');
    expect(await screen.findByText(/Nothing is broken/)).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Done' }));
    expect(await screen.findByText('Paid in cash instead.')).toBeDefined();
  });

  it('is in the sidebar with how many need somebody, and behind G F', async () => {
    const { user } = open({}, '/today');
    expect(await screen.findByRole('link', { name: 'Repairs, 1 needs you' })).toBeDefined();
    await user.keyboard('gf');
    expect(await screen.findByRole('heading', { name: /Repairs/ })).toBeDefined();
  });
});

describe('a repair', () => {
  it('says why in the provider’s words and in ours, and which field to correct', async () => {
    open();
    expect(await screen.findByText('Beneficiary account closed')).toBeDefined();
    expect(screen.getByText('The payee’s account is closed or blocked.')).toBeDefined();
    expect(screen.getByText('Account number')).toBeDefined();
    expect(await screen.findByText('000123453051')).toBeDefined();
    expect(screen.getByText('BLZ-88120')).toBeDefined();
  });

  it('says it loudly when an account sent money back before', async () => {
    open({ returns: 2 });
    expect(await screen.findByText(/2 payouts to this account failed or came back/)).toBeDefined();
    expect(screen.getByText(/^Pay this account no more before you have spoken with the payee\. The corrected copy can be made now/)).toBeDefined();
  });

  it('reads the balance when asked, and says why it can’t', async () => {
    const { user, world } = open({}, `/repairs/${id}`, { handlers: { 'repairs.checkMoney': () => fail(appError('offline', 'Bursar can’t reach Blaaiz.')) } });
    expect(await screen.findByText('The balance of the wallet has not risen.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Check now' }));
    expect(await screen.findByText('Bursar can’t reach Blaaiz.')).toBeDefined();
    expect(requestsOf(world, 'repairs.checkMoney')).toEqual([{ id }]);
  });

  it('shows the money that is back, and the fee that was kept', async () => {
    open(seen());
    expect(await screen.findByText('It is back')).toBeDefined();
    expect(screen.getByText('1.00 USD was kept as a fee')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Go on without waiting' })).toBeNull();
  });

  it('says what else moved between the two balances', async () => {
    const { money: back } = seen();
    open({ ...seen(), ...(back ? { money: { ...back, now: money(1_700_000, 'USD') } } : {}) });
    expect(await screen.findByText(/; −639.00 USD in between$/)).toBeDefined();
  });

  it('says so where no balance can tell', async () => {
    open({ money: { ...sampleRepair(returned, now).money, seen: null, before: null, beforeAt: null, now: null, nowAt: null, why: 'It was paid by a stablecoin deposit.' } });
    expect(await screen.findByText('It was paid by a stablecoin deposit.')).toBeDefined();
    expect(screen.getByText(/it goes out once somebody writes below why/)).toBeDefined();
    expect(screen.queryByText('Balance before')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Check now' })).toBeNull();
  });

  it('goes on without waiting only with a written reason', async () => {
    const { user, world } = open();
    await user.click(await screen.findByRole('button', { name: 'Go on without waiting' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Let the copy go' }));
    expect(await within(dialog).findByText(/ten letters or more/)).toBeDefined();
    expect(requestsOf(world, 'repairs.waive')).toEqual([]);
    await user.type(within(dialog).getByRole('textbox', { name: 'Why not to wait' }), 'Blaaiz refunds tomorrow.');
    await user.click(within(dialog).getByRole('button', { name: 'Let the copy go' }));
    await waitFor(() => expect(requestsOf(world, 'repairs.waive')).toEqual([{ id, reason: 'Blaaiz refunds tomorrow.' }]));
    expect(await screen.findByText('The corrected copy may go.')).toBeDefined();
  });

  it('is put away with what came of it', async () => {
    const { user, world } = open();
    await user.click(await screen.findByRole('button', { name: 'Put away' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('textbox', { name: 'What came of it' }), 'The payee was paid in cash.');
    await user.click(within(dialog).getByRole('button', { name: 'Put away' }));
    expect(await screen.findByText('This repair is done')).toBeDefined();
    expect(requestsOf(world, 'repairs.close')).toEqual([{ id, reason: 'The payee was paid in cash.' }]);
  });

  it('makes the corrected copy, which says what to correct', async () => {
    const { user, world } = open();
    await user.click(await screen.findByRole('button', { name: 'Make the corrected copy' }));
    expect(await screen.findByRole('button', { name: /Review payout/ })).toBeDefined();
    expect(requestsOf(world, 'payouts.clone')).toEqual([{ id }]);
    expect(await screen.findByText('Corrected copy. To correct: Account number')).toBeDefined();
    expect(screen.getByText(/It can be sent once the money of the first one is back/)).toBeDefined();
    await waitFor(() => expect(document.activeElement?.id || document.activeElement?.closest('[id]')?.id).toBe('payout-accountNumber'));
  });

  it('gives support what it needs, and no account', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Copy for support' }));
    const text = await navigator.clipboard.readText();
    expect(text).toContain('The payout was completed and then came back.');
    expect(text).toContain('Reason as told: Beneficiary account closed');
    expect(text).not.toContain('000123453051');
  });
});

describe('a corrected copy that is ready', () => {
  const copy = payouts.find(({ state }) => state === 'ready');
  const openCopy = (change: Partial<Repair>) => start(`/payouts/${copy?.id ?? ''}/review`, {
    world: { payouts: payouts.map((one) => (one.id === copy?.id ? { ...one, clonedFrom: id } : one)), repairs: [sampleRepair(returned, now, change)] },
  });

  it('says before anybody presses that it waits for the money, and leads to the repair', async () => {
    const { user } = openCopy({ copyId: copy?.id ?? '' });
    expect(await screen.findByText('It waits for the money of the payout it corrects')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Open the repair' }));
    expect(await screen.findByText('Is the money back?')).toBeDefined();
  });

  it('says nothing of it once the money was seen', async () => {
    openCopy(seen());
    expect(await screen.findByRole('heading', { name: 'Check and send' })).toBeDefined();
    await screen.findByText('Adds up:');
    expect(screen.queryByText(/It waits for the money/)).toBeNull();
  });
});

describe('figures that don’t close', () => {
  const figures = { at: now, send: money(64_000, 'USD'), totalFees: money(100, 'USD'), receive: money(63_900, 'USD'), rate: '1', gap: null };
  const sums = ['Total fees: 1.00 USD quoted at release, 9.00 USD in the answer.'];
  const world = () => {
    const payout = { ...returned, state: 'completed' as const, figures: { quoted: figures, answered: { ...figures, totalFees: money(900, 'USD'), gap: money(-800, 'USD') }, arrived: null } };
    return { payouts: [payout], repairs: [sampleRepair(payout, now, { kind: 'sum', cause: 'sum', sums, field: null, released: true, words: 'The figures do not add up.' })] };
  };

  it('stand under what needs somebody today and lead to their repair', async () => {
    const { user } = start('/today', { world: world() });
    await user.click(await screen.findByRole('button', { name: 'Clear up: Kestrel Logistics' }));
    expect(await screen.findByText('What does not close')).toBeDefined();
    expect(screen.queryByText('Is the money back?')).toBeNull();
  });

  it('are told on the page of the payout, with the way to clear them up', async () => {
    const { user } = start(`/payouts/${id}`, { world: world() });
    expect(await screen.findByText(sums.join(' '))).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Open the repair' }));
    expect(await screen.findByText('What does not close')).toBeDefined();
  });

  it('are side by side in the payout, what differs marked', async () => {
    start(`/payouts/${id}`, { world: world() });
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('columnheader').map((one) => one.textContent?.replace(/Today.*|\d.*/, ''))).toEqual([expect.stringContaining('Quoted'), expect.stringContaining('Answered'), 'Arrivednot yet']);
    expect(within(table).getByRole('cell', { name: /differs\s*9.00 USD/ })).toBeDefined();
    expect(within(table).getByText('8.00 USD')).toBeDefined();
  });
});

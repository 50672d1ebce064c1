import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../../preload/contract/errors.ts';
import type { Payout } from '../../../../preload/contract/payouts.ts';
import { fail } from '../../../../preload/contract/result.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { samplePayouts } from '../../fake/sample-payouts.ts';
import { changed } from '../../fake/world.ts';
import { start } from '../../stage.tsx';

const address = '/payouts/payout-1/find-out';

/** The sample desk with its unknown payout past the settle time; `looked` when a look has found nothing since. */
function settled(looked: boolean) {
  const now = Date.now();
  return samplePayouts(now).map((one) => (one.unknown === null ? one : {
    ...one, unknown: { ...one.unknown, decideFrom: now - 60_000, nextLookAt: now + 60_000, lookups: [{ at: now - (looked ? 30_000 : 90_000), found: false, answered: true, detail: 'Not found' }] },
  }));
}

describe('finding out', () => {
  it('tells what is known and guesses nothing', async () => {
    start(address);
    expect(await screen.findByText('1. Ask Blaaiz for reference NS-2214')).toBeDefined();
    expect(screen.getAllByText('Not found')).toHaveLength(2);
    expect(screen.getByText('First look, right after the line dropped')).toBeDefined();
    expect(screen.getByText(/Third look in 6 min/)).toBeDefined();
    expect(screen.getByText('8,260.00')).toBeDefined();
    expect(screen.getByText('9f3c 70a1 … e44b')).toBeDefined();
  });

  it('looks when asked, by button and by key', async () => {
    const { user, world } = start(address);
    await user.click(await screen.findByRole('button', { name: 'Look now' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.look')).toHaveLength(1));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(requestsOf(world, 'payouts.look')).toHaveLength(2));
  });

  it('takes back that a look failed once another was answered', async () => {
    const { user, world } = start(address, { handlers: { 'payouts.look': () => fail(appError('timeout', 'The payout was not looked up: the connection broke off.')) } });
    await user.click(await screen.findByRole('button', { name: 'Look now' }));
    expect(await screen.findByText(/the connection broke off/)).toBeDefined();
    const look = { at: Date.now(), found: false, answered: true, detail: 'Not found' };
    world.payouts = world.payouts.map((one) => (one.unknown === null ? one : { ...one, unknown: { ...one.unknown, lookups: [...one.unknown.lookups, look] } }));
    changed(world, ['payouts']);
    await waitFor(() => expect(screen.queryByText(/the connection broke off/)).toBeNull());
  });

  it('locks sending again until the settle time', async () => {
    const { user, world } = start(address);
    const button = await screen.findByRole('button', { name: 'Send again' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(requestsOf(world, 'payouts.sendAgain')).toHaveLength(0);
  });

  it('keeps it locked after that until somebody has looked once more', async () => {
    start(address, { world: { payouts: settled(false) } });
    expect((await screen.findByRole('button', { name: 'Send again' })).getAttribute('aria-disabled')).toBe('true');
  });

  it('sends again once, and only with a written reason', async () => {
    const { user, world } = start(address, { world: { payouts: settled(true) } });
    await user.click(await screen.findByRole('button', { name: 'Send again' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    const again = dialog.getByRole('button', { name: 'Send 1,180.00 EUR again' });
    await user.click(again);
    expect(await dialog.findByText(/Write why/)).toBeDefined();
    expect(requestsOf(world, 'payouts.sendAgain')).toHaveLength(0);
    await user.type(dialog.getByRole('textbox'), 'Blaaiz support says it never came');
    await user.dblClick(again);
    await waitFor(() => expect(requestsOf(world, 'payouts.sendAgain')).toEqual([{ id: 'payout-1', reason: 'Blaaiz support says it never came', code: null }]));
  });

  it('takes down what the provider said, by whom and in what words', async () => {
    const { user, world } = start(address);
    await user.click(await screen.findByRole('button', { name: 'Record an answer' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Record the answer' }));
    expect(requestsOf(world, 'payouts.recordAnswer')).toHaveLength(0);
    await user.click(dialog.getByRole('radio', { name: /don’t have it/ }));
    await user.type(dialog.getByRole('textbox', { name: /Who said it/ }), 'Ngozi, ticket 4471');
    await user.type(dialog.getByRole('textbox', { name: /What they said/ }), 'No such reference on their side');
    await user.click(dialog.getByRole('button', { name: 'Record the answer' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.recordAnswer')).toEqual([
      { id: 'payout-1', outcome: 'not-received', who: 'Ngozi, ticket 4471', said: 'No such reference on their side' },
    ]));
  });
});

describe('finding out, whatever the cause', () => {
  const given = (change: (one: Payout) => Partial<Payout>) => samplePayouts(Date.now()).map((one) => (one.unknown === null ? one : { ...one, ...change(one) }));
  const unknownOf = ({ unknown }: Payout) => {
    if (unknown === null) throw new Error('It is known');
    return unknown;
  };

  it('shows the looks that are planned: after 2 and 10 minutes, by itself', async () => {
    const since = Date.now() - 5_000;
    start(address, { world: { payouts: given((one) => ({ unknown: { ...unknownOf(one), since, lookups: [{ at: since + 1_000, found: false, answered: true, detail: 'Not found' }], nextLookAt: since + 120_000, decideFrom: since + 600_000 } })) } });
    expect(await screen.findByText(/^Second look in 1 min 5\d s/)).toBeDefined();
    expect(screen.getByText('Third look')).toBeDefined();
    expect(screen.getByText('10 min after it became unknown, by itself')).toBeDefined();
  });

  it('says that the app itself stopped', async () => {
    start(address, { world: { payouts: given((one) => ({ unknown: { ...unknownOf(one), cause: 'Bursar stopped while sending' } })) } });
    expect(await screen.findByText('Bursar stopped while this payout was being sent')).toBeDefined();
    expect(screen.getByText(/^Blaaiz may or may not have it\. Nothing is sent again/)).toBeDefined();
  });

  it('says of a payout from a backup that it may have left after that, and gives it back instead of sending it', async () => {
    const now = Date.now();
    const { user, world } = start(address, { world: { payouts: given((one) => ({
      restoredAt: now - 900_000, sent: null,
      unknown: { ...unknownOf(one), since: now - 900_000, decideFrom: now - 300_000, cause: 'it comes from a restored backup', lookups: [{ at: now - 60_000, found: false, answered: true, detail: 'Not found' }] },
    })) } });
    expect(await screen.findByText('This payout comes from a backup; it may have left after it was made')).toBeDefined();
    expect(screen.getByText('1. Ask Blaaiz for every reference it could have left with')).toBeDefined();
    expect(screen.getByText(/^Nothing that this backup knows of/)).toBeDefined();
    expect(screen.queryByText(/Look at the .* wallet/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'It was not sent' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText('Nothing is sent by this')).toBeDefined();
    await user.type(dialog.getByRole('textbox'), 'Blaaiz lists nothing of that day');
    await user.click(dialog.getByRole('button', { name: 'Make it ready again' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.sendAgain')).toEqual([{ id: 'payout-1', reason: 'Blaaiz lists nothing of that day', code: null }]));
  });

  it('says when it is found, with the way to the payout’s page', async () => {
    const { user, world } = start(address);
    await screen.findByText('1. Ask Blaaiz for reference NS-2214');
    world.payouts = world.payouts.map((one) => (one.id !== 'payout-1' ? one : {
      ...one, state: 'processing', unknown: null, transactionId: 'tx-77', timeline: [{ id: 'f', at: Date.now(), source: 'blaaiz', actor: null, what: 'Found: it arrived once', detail: null, state: 'processing', count: 1 }, ...one.timeline],
    }));
    changed(world, ['payouts']);
    expect(await screen.findByText('Found: Blaaiz has it, once')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Open the payout' }));
    expect(await screen.findByText('On its way to Atelier Brandt GmbH')).toBeDefined();
  });
});

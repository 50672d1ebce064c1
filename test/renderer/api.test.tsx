import { screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, it } from 'vitest';
import { touches, useAct, useCall } from '../../renderer/api.ts';
import { requestsOf } from './fake-bursar.ts';
import { changed } from './fake/world.ts';
import { show } from './stage.tsx';

function Payout({ id }: { readonly id: string }): ReactElement {
  const { data, error } = useCall('payouts.get', { id });
  return <p>{error ? `${error.code}: ${error.message}` : data?.payeeName}</p>;
}

function Sender(): ReactElement {
  const look = useAct('payouts.look');
  return <button type="button" onClick={() => look.mutate({ id: 'gone' })}>{look.error?.code ?? 'look'}</button>;
}

it('asks again when main says that what it showed has changed', async () => {
  const { world } = show(<Payout id="payout-3" />);
  await screen.findByText('Okonjo Textiles');
  world.payouts = world.payouts.map((one) => (one.id === 'payout-3' ? { ...one, payeeName: 'Okonjo Textiles Ltd' } : one));
  changed(world, ['payouts'], 'payout-3');
  await screen.findByText('Okonjo Textiles Ltd');
});

it('does not ask again for another record', async () => {
  const { world } = show(<Payout id="payout-3" />);
  await screen.findByText('Okonjo Textiles');
  changed(world, ['payouts'], 'payout-4');
  changed(world, ['payouts'], 'payout-3');
  await waitFor(() => expect(requestsOf(world, 'payouts.get').length).toBe(2));
});

it('carries expected failures as errors with their code', async () => {
  show(<Payout id="gone" />);
  expect((await screen.findByText(/^not-found/)).textContent).toBe('not-found: This payout is not here any more.');
});

it('turns an exception across the door into an error that a person can act on', async () => {
  show(<Payout id="payout-3" />, { handlers: { 'payouts.get': () => { throw new Error('TypeError in main at /secret/path.ts'); } } });
  expect((await screen.findByText(/^internal/)).textContent).toBe('internal: Bursar could not do that.');
});

it('gives the error of something done, too', async () => {
  const { user } = show(<Sender />);
  await user.click(screen.getByRole('button'));
  await screen.findByText('not-found');
});

it('knows what a change may touch', () => {
  const change = { topics: ['payouts'] as const, id: 'p1' };
  expect(touches(change, 'payouts.list', { view: 'all' })).toBe(true);
  expect(touches(change, 'payouts.get', { id: 'p1' })).toBe(true);
  expect(touches(change, 'payouts.get', { id: 'p2' })).toBe(false);
  expect(touches(change, 'today.summary', {})).toBe(true);
  expect(touches(change, 'banks.list', { currency: 'NGN' })).toBe(false);
  expect(touches({ topics: ['profiles'], id: 'x' }, 'banks.list', { currency: 'NGN' })).toBe(true);
  expect(touches({ topics: ['customers'], id: 'c1' }, 'payouts.prerequisites', { id: 'p1' })).toBe(true);
});

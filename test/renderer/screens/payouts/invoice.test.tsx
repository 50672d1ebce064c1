import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PayoutState } from '../../../../preload/contract/payouts.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { sampleInvoice } from '../../fake/kira-payouts.ts';
import { samplePng } from '../../fake/sample-files.ts';
import { start } from '../../stage.tsx';

const picture = (name = 'invoice.png') => new File([samplePng(8, 8)], name, { type: 'image/png' });
const part = async () => within(await screen.findByRole('group', { name: 'Invoice' }));
const drop = async (file: File) => fireEvent.drop(await (await part()).findByRole('group', { name: 'Add a file' }), { dataTransfer: { files: [file], types: ['Files'] } });

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async () => ({ close: () => undefined }));
});
afterEach(() => vi.unstubAllGlobals());

/** A payout of the sample world in this state, with an invoice. */
function withInvoice(state: PayoutState, address: (id: string) => string) {
  const stage = start('/payouts');
  const payout = stage.world.payouts.find((one) => one.state === state);
  if (!payout) throw new Error(`No payout is ${state}`);
  stage.world.payouts = stage.world.payouts.map((one) => (one === payout ? { ...one, documents: [sampleInvoice()] } : one));
  window.location.hash = `#${address(payout.id)}`;
  return stage;
}

describe('the invoice of a Blaaiz payout', () => {
  it('stays here, and the editor says so', async () => {
    start('/payouts/new');
    expect((await part()).getByText('Kept here with the payout and compared with other payouts. Blaaiz doesn’t get it.')).toBeDefined();
  });

  it('may be the first thing of a payout, and is told to be something else or taken out', async () => {
    const { user, world } = start('/payouts/new');
    await drop(picture());
    const paper = within(await screen.findByRole('region', { name: 'invoice.png' }));
    expect(paper.getByText(/^PNG, \d+ kB$/)).toBeDefined();
    expect(requestsOf(world, 'payouts.attach')).toMatchObject([{ name: 'invoice.png', kind: 'invoice' }]);
    await user.click(paper.getByRole('button', { name: /It is/ }));
    await user.click(await screen.findByRole('option', { name: 'Other document' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.describeDocument')).toMatchObject([{ kind: 'other' }]));
    await user.click(await screen.findByRole('button', { name: 'Remove invoice.png' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'invoice.png' })).toBeNull());
  });

  it('is refused in words that name nobody who would get it', async () => {
    const { world } = start('/payouts/new');
    await drop(new File(['hello, this is text'], 'invoice.pdf', { type: 'application/pdf' }));
    expect(await screen.findByText(/invoice\.pdf is .*Bursar takes PDF, PNG and JPEG/)).toBeDefined();
    expect(requestsOf(world, 'payouts.attach')).toHaveLength(0);
  });

  it.each<[string, PayoutState, (id: string) => string]>([
    ['before it goes', 'ready', (id) => `/payouts/${id}/review`], ['with what was sent', 'completed', (id) => `/payouts/${id}`],
  ])('is listed %s, to look at, as one that stays here', async (_when, state, address) => {
    withInvoice(state, address);
    expect(await screen.findByRole('button', { name: 'Look at Invoice 5517.pdf' })).toBeDefined();
    expect(screen.getByText('Kept here. Blaaiz doesn’t get it.')).toBeDefined();
  });
});

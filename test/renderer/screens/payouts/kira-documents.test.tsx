import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Request } from '../../../../preload/contract/api.ts';
import { ok } from '../../../../preload/contract/result.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { samplePng } from '../../fake/sample-files.ts';
import { startKira } from './kira-desk.ts';

const picture = (name = 'receipt.png') => new File([samplePng(8, 8)], name, { type: 'image/png' });
const fileInput = () => document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement;
const place = () => screen.findByRole('group', { name: 'Add a file' });

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async () => ({ close: () => undefined }));
});
afterEach(() => vi.unstubAllGlobals());

describe('supporting documents', () => {
  it('are needed for a payout by stablecoin and optional from a balance, with their limits in words', async () => {
    startKira('/payouts/kira-1');
    expect((await place()).textContent).toContain('Optional.');
    expect(screen.getByText('PDF, PNG or JPEG, at most 2 files of 3 MB each.')).toBeDefined();
  });

  it('are kept when chosen, as an invoice, with both sizes', async () => {
    const { user, world } = startKira('/payouts/kira-1');
    await place();
    await user.upload(fileInput(), picture());
    const paper = within(await screen.findByRole('region', { name: 'receipt.png' }));
    expect(paper.getByText(/^PNG, \d+ kB on disk, \d+ kB as sent$/)).toBeDefined();
    expect(requestsOf(world, 'payouts.attach')).toHaveLength(1);
    expect(requestsOf(world, 'payouts.attach')[0]).toMatchObject({ id: 'kira-1', name: 'receipt.png', kind: 'invoice' });
    expect(await screen.findByText('receipt.png is kept with this payout.')).toBeDefined();
  });

  it('are kept when dropped, and when pasted anywhere outside a field', async () => {
    const { world } = startKira('/payouts/kira-1');
    const onto = await place();
    fireEvent.drop(onto, { dataTransfer: { files: [picture('one.png')], types: ['Files'] } });
    expect(await screen.findByRole('region', { name: 'one.png' })).toBeDefined();
    const paste = createEvent.paste(document.body, { clipboardData: { files: [picture('two.png')], types: ['Files'] } });
    fireEvent(document.body, paste);
    expect(await screen.findByRole('region', { name: 'two.png' })).toBeDefined();
    expect(requestsOf(world, 'payouts.attach')).toHaveLength(2);
    expect(await screen.findByText(/Both files are there/)).toBeDefined();
  });

  it('that are too many are refused together, with what to do', async () => {
    const { user, world } = startKira('/payouts/kira-2');
    await place();
    await user.upload(fileInput(), [picture('a.png'), picture('b.png')]);
    expect(await screen.findByText('Kira takes at most 2 files with a payout.')).toBeDefined();
    expect(requestsOf(world, 'payouts.attach')).toHaveLength(0);
  });

  it('trap 22: are read by their bytes, never by their name', async () => {
    const { user, world } = startKira('/payouts/kira-1');
    await place();
    fireEvent.drop(await place(), { dataTransfer: { files: [new File(['hello, this is text'], 'invoice.pdf', { type: 'application/pdf' })], types: ['Files'] } });
    expect(await screen.findByText(/invoice\.pdf is .*Kira takes PDF, PNG and JPEG/)).toBeDefined();
    expect(requestsOf(world, 'payouts.attach')).toHaveLength(0);
    await user.upload(fileInput(), picture());
    await waitFor(() => expect(requestsOf(world, 'payouts.attach')).toHaveLength(1));
    expect(screen.queryByText(/Kira takes PDF/)).toBeNull();
  });

  it('trap 21: beyond 3 MB are refused before they are read', async () => {
    const { world } = startKira('/payouts/kira-1');
    const big = picture('scan.png');
    Object.defineProperty(big, 'size', { value: 3 * 1024 * 1024 + 1 });
    const read = vi.spyOn(big, 'arrayBuffer');
    fireEvent.drop(await place(), { dataTransfer: { files: [big], types: ['Files'] } });
    expect(await screen.findByText('scan.png has 3.1 MB, and Kira takes at most 3 MB a file.')).toBeDefined();
    expect(read).not.toHaveBeenCalled();
    expect(requestsOf(world, 'payouts.attach')).toHaveLength(0);
  });

  it('that don’t open are refused', async () => {
    vi.stubGlobal('createImageBitmap', async () => { throw new Error('bad picture'); });
    const { user } = startKira('/payouts/kira-1');
    await place();
    await user.upload(fileInput(), picture('cut.png'));
    expect(await screen.findByText('cut.png is damaged: it does not open.')).toBeDefined();
  });

  it('are looked at before they are sent', async () => {
    const address = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:receipt');
    vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    const { user, world } = startKira('/payouts/kira-2', { handlers: { 'payouts.readDocument': () => ok({ mime: 'image/png', bytes: samplePng(8, 8) }) } });
    await user.click(await screen.findByRole('button', { name: 'Look at Invoice 5517.pdf' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Invoice' }));
    expect(await dialog.findByRole('img', { name: 'Invoice 5517.pdf' })).toBeDefined();
    expect(requestsOf(world, 'payouts.readDocument')).toMatchObject([{ id: 'kira-2' }]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    address.mockRestore();
  });

  it('are told what they are when the field is left, and can be taken out again', async () => {
    const { user, world } = startKira('/payouts/kira-2');
    const paper = within(await screen.findByRole('region', { name: 'Invoice 5517.pdf' }));
    const words = paper.getByRole('textbox', { name: /What it shows/ });
    await user.clear(words);
    await user.type(words, 'Dues');
    expect(requestsOf(world, 'payouts.describeDocument')).toHaveLength(0);
    await user.tab();
    await waitFor(() => expect((requestsOf(world, 'payouts.describeDocument')[0] as Request<'payouts.describeDocument'>).description).toBe('Dues'));
    await user.click(paper.getByRole('button', { name: 'Remove Invoice 5517.pdf' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Invoice 5517.pdf' })).toBeNull());
    expect(await screen.findByText(/One is needed\./)).toBeDefined();
  });
});

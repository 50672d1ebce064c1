import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../../preload/contract/result.ts';
import { ScanDialog } from '../../../../renderer/screens/customers/scan-dialog.tsx';
import { sampleScanner, sampleScanners } from '../../fake/scanner-handlers.ts';
import { say } from '../../fake/world.ts';
import { requestsOf, type FakeOptions } from '../../fake-bursar.ts';
import { show } from '../../stage.tsx';

function open(handlers: FakeOptions['handlers'] = {}) {
  const [onClose, onPages] = [vi.fn(), vi.fn()];
  const stage = show(<ScanDialog open onClose={onClose} onPages={onPages} />, { handlers });
  return { ...stage, onClose, onPages };
}

const scanButton = () => screen.getByRole('button', { name: /^Scan/ });
/** The choice of a scanner has been answered. */
const ready = () => screen.findByRole('button', { name: /^Glass|From/ });

/** A scan that goes on until the test says how it ends. */
function held() {
  const end = Promise.withResolvers<Result<{ pages: number }, AppError>>();
  return { end: end.resolve, handler: () => end.promise };
}

describe('choosing a scanner', () => {
  test('the network is watched while the dialog is open, and not after', async () => {
    const { world, unmount } = open();
    await ready();
    unmount();
    await waitFor(() => { expect(requestsOf(world, 'scanners.watch')).toEqual([{ on: true }, { on: false }]); });
  });

  test('the only scanner that is there is chosen by itself', async () => {
    const { world } = open();
    await ready();
    expect(screen.getByRole('radio', { name: /Office LaserJet/ })).toHaveProperty('checked', true);
    expect(screen.getByText('192.168.1.20')).toBeTruthy();
    expect(screen.getByText('192.168.1.31 · used before, not seen now · not encrypted')).toBeTruthy();
    expect(requestsOf(world, 'scanners.open')).toEqual([{ at: { id: 'scanner-1' }, trust: false }]);
  });

  test('of several, the one used before is chosen; another is one press away', async () => {
    const two = [{ ...sampleScanners[0]!, known: false }, { ...sampleScanners[1]!, found: true }];
    const { world, user } = open({ 'scanners.list': () => ok(two) });
    await ready();
    expect(requestsOf(world, 'scanners.open')).toEqual([{ at: { id: 'scanner-2' }, trust: false }]);
    await user.click(screen.getByRole('radio', { name: /Office LaserJet/ }));
    await waitFor(() => { expect(requestsOf(world, 'scanners.open')).toHaveLength(2); });
  });

  test('one that turns up later shows itself', async () => {
    const { world } = open({ 'scanners.list': () => ok([]) });
    await screen.findByText(/Looking for scanners/);
    expect(screen.queryByRole('radio')).toBeNull();
    act(() => say(world, 'scanners', { scanners: [sampleScanners[0]!] }));
    expect(await screen.findByRole('radio', { name: /Office LaserJet/ })).toBeTruthy();
    await ready();
  });

  test('an address can be typed, and is said at its field when it is none', async () => {
    const { world, user } = open({
      'scanners.list': () => ok([]),
      'scanners.open': ({ at }) => ('address' in at && at.address === 'x y' ? fail({ code: 'validation', message: 'This is no address.', fields: [{ path: 'address', message: 'Like 192.168.1.20.' }] }) : ok(sampleScanner('typed'))),
    });
    const field = await screen.findByRole('textbox', { name: /Address/ });
    await user.type(field, 'x y{Enter}');
    expect(await screen.findByText('Like 192.168.1.20.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    await user.clear(field);
    await user.type(field, ' 10.0.0.9{Enter}');
    await ready();
    expect(requestsOf(world, 'scanners.open').at(-1)).toEqual({ at: { address: '10.0.0.9' }, trust: false });
    expect(field).toHaveProperty('value', '');
  });

  test('a scanner can be forgotten', async () => {
    const { world, user } = open({ 'scanners.list': () => ok([{ ...sampleScanners[1]!, found: true }]) });
    await ready();
    await user.click(screen.getByRole('button', { name: 'Forget this scanner' }));
    expect(requestsOf(world, 'scanners.forget')).toEqual([{ id: 'scanner-2' }]);
    expect(screen.queryByRole('button', { name: /From/ })).toBeNull();
  });
});

describe('what goes wrong with a scanner', () => {
  test('is said in words, with another try', async () => {
    let tries = 0;
    const { user } = open({ 'scanners.open': () => (++tries === 1 ? fail({ code: 'scanner-gone', message: 'Office LaserJet can’t be reached.', fix: 'Check that it is on.' }) : ok(sampleScanner('scanner-1'))) });
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('Check that it is on.')).toBeTruthy();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    await ready();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('another certificate is trusted only when somebody says so', async () => {
    const { world, user } = open({ 'scanners.open': ({ trust }) => (trust ? ok(sampleScanner('scanner-1')) : fail({ code: 'scanner-changed', message: 'It shows another certificate.' })) });
    await user.click(await screen.findByRole('button', { name: 'Trust it again' }));
    await ready();
    expect(requestsOf(world, 'scanners.open')).toEqual([{ at: { id: 'scanner-1' }, trust: false }, { at: { id: 'scanner-1' }, trust: true }]);
  });

  test('an answer that comes late is no matter once another is chosen', async () => {
    const late = Promise.withResolvers<Result<ReturnType<typeof sampleScanner>, AppError>>();
    const { user } = open({ 'scanners.open': ({ at }) => ('id' in at && at.id === 'scanner-1' ? late.promise : ok(sampleScanner('scanner-2'))) });
    await user.click(await screen.findByRole('radio', { name: /Front desk/ }));
    await ready();
    await act(async () => late.resolve(fail({ code: 'scanner-gone', message: 'Too late.' })));
    expect(screen.queryByText('Too late.')).toBeNull();
  });
});

describe('a scan', () => {
  test('waits for a scanner to be chosen', async () => {
    const { world, user } = open({ 'scanners.list': () => ok([]) });
    await screen.findByText(/Looking for scanners/);
    expect(scanButton().getAttribute('aria-disabled')).toBe('true');
    await user.click(scanButton());
    expect(requestsOf(world, 'scanners.scan')).toEqual([]);
  });

  test('asks for 300 dpi, colour and A4 from the glass, and tells how many pages came', async () => {
    const { world, user, onPages } = open();
    await ready();
    await user.click(scanButton());
    expect(await screen.findByText('2 pages are in the tray.')).toBeTruthy();
    expect(requestsOf(world, 'scanners.scan')).toEqual([{ id: 'scanner-1', settings: { source: 'platen', color: 'color', dpi: 300, width: 210, height: 297 } }]);
    expect(onPages).toHaveBeenCalledExactlyOnceWith(2);
    expect(screen.getByRole('button', { name: 'Scan another' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Done' })).toBeTruthy();
  });

  test('asks for what was chosen, by keys', async () => {
    const { world, user } = open();
    const from = await ready();
    from.focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('option', { name: 'Feeder, both sides' }));
    await user.click(screen.getByRole('button', { name: /Resolution/ }));
    await user.click(await screen.findByRole('option', { name: '150 dpi' }));
    expect(screen.getByText('Checks of identity documents want 300 dpi.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Paper/ }));
    await user.click(await screen.findByRole('option', { name: 'Passport, open' }));
    await user.click(scanButton());
    await waitFor(() => { expect(requestsOf(world, 'scanners.scan')).toEqual([{ id: 'scanner-1', settings: { source: 'duplex', color: 'color', dpi: 150, width: 130, height: 185 } }]); });
  });

  test('says how far it is, and stops when asked; what came stays', async () => {
    const { end, handler } = held();
    const { world, user, onPages } = open({ 'scanners.scan': handler });
    await ready();
    await user.click(scanButton());
    expect(await screen.findByText('Starting the scanner…')).toBeTruthy();
    act(() => say(world, 'scan', { scannerId: 'scanner-1', state: 'scanning', pages: 1, bytes: 5 }));
    expect(screen.getByText('Scanning page 2…')).toBeTruthy();
    expect(screen.getByText('One page is in the tray.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(requestsOf(world, 'scanners.cancel')).toEqual([{}]);
    act(() => say(world, 'scan', { scannerId: 'scanner-1', state: 'cancelling', pages: 1, bytes: 5 }));
    expect(screen.getByText('Stopping…')).toBeTruthy();
    await act(async () => end(fail({ code: 'cancelled', message: 'The scan was stopped.' })));
    expect(await screen.findByText('One page is in the tray.')).toBeTruthy();
    expect(screen.queryByRole('alert')?.textContent).not.toContain('stopped');
    expect(onPages).toHaveBeenCalledExactlyOnceWith(1);
  });

  test('that fails says why and what is kept, and tries again', async () => {
    let tries = 0;
    const { world, user } = open({ 'scanners.scan': () => (++tries === 1 ? fail({ code: 'scanner-jam', message: 'Paper is jammed.', fix: 'Take it out. The 2 pages that came before are in the tray.' }) : ok({ pages: 1 })) });
    await ready();
    await user.click(scanButton());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Paper is jammed.');
    expect(alert.textContent).toContain('The 2 pages');
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('One page is in the tray.')).toBeTruthy();
    expect(requestsOf(world, 'scanners.scan')).toHaveLength(2);
  });

  test('is stopped when the dialog goes', async () => {
    const { handler } = held();
    const { world, user, unmount } = open({ 'scanners.scan': handler });
    await ready();
    await user.click(scanButton());
    await screen.findByText('Starting the scanner…');
    unmount();
    await waitFor(() => { expect(requestsOf(world, 'scanners.cancel')).toEqual([{}]); });
  });
});

test('the dialog is closed by its button and by Esc', async () => {
  const { user, onClose } = open();
  await ready();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

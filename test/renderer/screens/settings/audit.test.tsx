import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { acceptedLog, auditHandlers, brokenLog, cutLog, goneLog, unreadLog } from '../../fake/audit-logs.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { soundLog } from '../../fake/guard-handlers.ts';
import { start } from '../../stage.tsx';

const open = (state = soundLog, count = 128) => start('/settings/audit', { handlers: auditHandlers(state, count) });
const changed = (world: ReturnType<typeof start>['world']) => world.listeners.changed.forEach((listener) => listener({ topics: ['audit'], id: null }));

describe('the audit log', () => {
  it('says that it holds, how long it is, where it ends and where that is noted', async () => {
    open();
    const state = await screen.findByRole('region', { name: 'State of the log' });
    expect(state.textContent).toContain('Every entry follows from the one before it');
    expect(state.textContent).toContain('entry 128 in this computer’s keychain');
    expect(within(state).getByRole('button', { name: 'Copy the whole head' })).toBeDefined();
    expect(screen.getByText('Holds')).toBeDefined();
  });

  it('says what a note beside the data is worth', async () => {
    open({ ...soundLog, place: 'sealed-file' });
    expect(await screen.findByText(/whoever puts back the whole folder/)).toBeDefined();
  });

  it('is verified and exported when asked', async () => {
    const { user, world } = open();
    await user.click(await screen.findByRole('button', { name: 'Verify now' }));
    expect(await screen.findByText('All 128 entries fit')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect(await screen.findByText('128 entries exported')).toBeDefined();
    expect([requestsOf(world, 'audit.verify'), requestsOf(world, 'audit.export')]).toEqual([[{}], [{}]]);
  });

  it('lists entries newest first in words, and opens one with what was written down and the way to it', async () => {
    const { user } = open();
    const grid = await screen.findByRole('grid', { name: 'Entries of the audit log' });
    const first = await within(grid).findByText('128');
    expect(within(grid).getAllByText('Left for the provider').length).toBeGreaterThan(1);
    await user.dblClick(first);
    const sheet = await screen.findByRole('dialog', { name: 'Released' });
    expect(within(sheet).getByText('Revision')).toBeDefined();
    expect(within(sheet).getByRole('link', { name: 'Open the payout' }).getAttribute('href')).toContain('/payouts/payout-1');
  });

  it('reads a long log page by page', async () => {
    const { world } = open({ ...soundLog, rows: 1_000 }, 1_000);
    const grid = await screen.findByRole('grid', { name: 'Entries of the audit log' });
    await waitFor(() => expect(grid.getAttribute('aria-rowcount')).toBe('1001'));
    expect(requestsOf(world, 'audit.list')).toEqual([{ before: null, limit: 250 }]);
  });
});

describe('a broken log', () => {
  it('is told over every screen, with the entry, and leads to its page', async () => {
    const { user } = start('/today', { handlers: auditHandlers(brokenLog) });
    const alarm = (await screen.findByText('The audit log is broken at entry 117. Nothing is sent.')).closest('[role="alert"]') as HTMLElement;
    expect(alarm.textContent).toContain('no longer matches its own hash');
    await user.click(within(alarm).getByRole('button', { name: 'Open the audit log' }));
    expect(await screen.findByText('The audit log is broken at entry 117. Nothing is sent.')).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Open the audit log' })).toBeNull());
  });

  it('is told as soon as it is found', async () => {
    const handlers = auditHandlers(soundLog);
    let state = soundLog;
    const { world } = start('/today', { handlers: { ...handlers, 'audit.state': () => ({ ok: true, value: state }) } });
    await waitFor(() => expect(requestsOf(world, 'audit.state').length).toBeGreaterThan(0));
    expect(screen.queryByText(/audit log is broken/)).toBeNull();
    state = brokenLog;
    changed(world);
    expect(await screen.findByText('The audit log is broken at entry 117. Nothing is sent.')).toBeDefined();
  });

  it('goes on only with a written reason, and says who gave it', async () => {
    const { user, world } = open(brokenLog);
    await user.click(await screen.findByRole('button', { name: 'Go on with a reason' }));
    const dialog = await screen.findByRole('dialog', { name: 'Go on with a broken log' });
    expect(dialog.textContent).not.toContain('looked up at the provider');
    await user.type(within(dialog).getByLabelText('Why you go on'), 'short');
    await user.click(within(dialog).getByRole('button', { name: 'Go on' }));
    expect(requestsOf(world, 'audit.accept')).toEqual([]);
    await user.type(within(dialog).getByLabelText('Why you go on'), ' but long enough');
    await user.click(within(dialog).getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(requestsOf(world, 'audit.accept')).toEqual([{ reason: 'short but long enough' }]));
    changed(world);
    expect(await screen.findByText(/Femke de Vries went on with a broken log/)).toBeDefined();
    expect(screen.getByText('Broken, with a reason')).toBeDefined();
  });

  it('shows the entry', async () => {
    const { user } = open(brokenLog);
    await user.click(await screen.findByRole('button', { name: 'Show entry 117' }));
    const grid = await screen.findByRole('grid', { name: 'Entries of the audit log' });
    expect(await within(grid).findByText('127')).toBeDefined();
    expect(within(grid).queryByText('128')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show the newest' }));
    expect(await within(await screen.findByRole('grid', { name: 'Entries of the audit log' })).findByText('128')).toBeDefined();
  });

  it('whose end is missing says what the journal may have forgotten', async () => {
    const { user } = open(cutLog);
    expect(await screen.findByText(/Payouts may have left that this log knows nothing of/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Go on with a reason' }));
    expect(await screen.findByText(/looked up at the provider before it can be sent/)).toBeDefined();
  });

  it('that somebody went on with is calm everywhere else', async () => {
    const { world } = start('/today', { handlers: auditHandlers(acceptedLog) });
    await waitFor(() => expect(requestsOf(world, 'audit.state').length).toBeGreaterThan(0));
    expect(screen.queryByText(/audit log is broken/)).toBeNull();
  });
});

describe('a log whose note is gone', () => {
  it('is told over every screen', async () => {
    start('/today', { handlers: auditHandlers(goneLog) });
    expect(await screen.findByText('Where the audit log ended can’t be proven. Nothing is sent.')).toBeDefined();
  });

  it('goes on only with a written reason, after which payouts are looked up', async () => {
    const { user, world } = open(goneLog);
    expect(await screen.findByText(/Payouts may have left that this log knows nothing of/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /Show entry/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Go on with a reason' }));
    const dialog = await screen.findByRole('dialog', { name: 'Go on with a broken log' });
    expect(dialog.textContent).toContain('looked up at the provider before it can be sent');
    await user.type(within(dialog).getByLabelText('Why you go on'), 'The keychain was emptied by IT.');
    await user.click(within(dialog).getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(requestsOf(world, 'audit.accept')).toEqual([{ reason: 'The keychain was emptied by IT.' }]));
  });
});

it('says when the keychain doesn’t answer, and asks for no reason', async () => {
  open(unreadLog);
  expect(await screen.findByText('The note of where the log ends can’t be read or written now.')).toBeDefined();
  expect(screen.getByText(/Nothing is sent until it was read/)).toBeDefined();
  expect(screen.queryByRole('button', { name: /with a reason/ })).toBeNull();
});

import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { emptyRecipientFields, type Recipient } from '../../../../preload/contract/recipients.ts';
import { fail, ok, type Result } from '../../../../preload/contract/result.ts';
import { openRecipientEditor, type SaveRecipient } from '../../../../renderer/screens/recipients/recipient-editor.ts';
import { recipientOf, swiftFields } from '../../fake/kira-desk.ts';
import { fakeTimers } from '../../state/fake-timers.ts';

const disk: AppError = { code: 'storage', message: 'The disk is full.' };

function setUp(kept: Recipient | null = null, answers: readonly Result<Recipient, AppError>[] = []) {
  const left = [...answers];
  const save = vi.fn<SaveRecipient>(async ({ fields }) => left.shift() ?? ok(recipientOf('r1', 'draft', { fields })));
  const timers = fakeTimers();
  return { timers, save, editor: openRecipientEditor(kept, save, timers) };
}

describe('a recipient in the editor', () => {
  it('is one recipient however much is typed meanwhile, saved as typed within 300 ms', async () => {
    const { editor, save, timers } = setUp();
    editor.change({ companyName: ' K' });
    await timers.pass(300);
    editor.change({ companyName: ' Ke' });
    await timers.pass(300);
    expect(save.mock.calls.map(([request]) => [request.id, request.fields.companyName])).toEqual([[null, ' K'], ['r1', ' Ke']]);
  });

  it('is not kept by what nobody typed', async () => {
    const { editor, save, timers } = setUp();
    editor.preset({ userId: 'user-1' });
    editor.change({ rail: 'swift' });
    editor.change({ companyName: 'K' });
    editor.change({ companyName: '' });
    await timers.pass(1_000);
    expect(save).not.toHaveBeenCalled();
    expect(editor.store.getState().fields.userId).toBe('user-1');
  });

  it('keeps who pays when a draft had none', async () => {
    const { editor, save, timers } = setUp(recipientOf('r1', 'draft', { fields: { ...swiftFields, userId: '' } }));
    editor.preset({ userId: 'user-1' });
    await timers.pass(300);
    expect(save.mock.calls[0]?.[0].fields.userId).toBe('user-1');
  });

  it('keeps only what the rail asks for, and gives the rest back to whoever changes back', async () => {
    const { editor, save, timers } = setUp();
    editor.change({ companyName: 'Kestrel', routingNumber: '026009593' });
    editor.change({ rail: 'swift' });
    await timers.pass(300);
    expect(save.mock.lastCall?.[0].fields).toEqual({ ...emptyRecipientFields, rail: 'swift', companyName: 'Kestrel' });
    editor.change({ rail: 'wire' });
    expect(editor.store.getState().fields.routingNumber).toBe('026009593');
    await timers.pass(300);
    expect(save.mock.lastCall?.[0].fields.routingNumber).toBe('026009593');
  });

  it('says that it could not be saved, and saves by itself once that works again', async () => {
    const { editor, save, timers } = setUp(null, [fail(disk)]);
    editor.change({ companyName: 'Kestrel' });
    expect(await editor.flush()).toBe(false);
    expect(editor.store.getState().saving).toEqual({ kind: 'failed', error: disk });
    await timers.pass(1_000);
    expect(save).toHaveBeenCalledTimes(2);
    expect(editor.store.getState()).toMatchObject({ id: 'r1', saving: { kind: 'saved' } });
  });

  it('takes the form as main tidied it when it was made, but never over something unsaved', async () => {
    const kept = recipientOf('r1', 'draft', { fields: { ...swiftFields, bic: 'cobadeff xxx' } });
    const { editor } = setUp(kept);
    editor.follow({ ...kept, state: 'refused', fields: swiftFields });
    expect(editor.store.getState()).toMatchObject({ kept: { state: 'refused' }, fields: { bic: 'COBADEFFXXX' } });
    editor.change({ bic: 'typed since' });
    editor.follow({ ...kept, state: 'draft', fields: swiftFields });
    expect(editor.store.getState().fields.bic).toBe('typed since');
    editor.stop();
  });
});

import { describe, expect, it, vi } from 'vitest';
import { emptyCustomerFields, type Customer } from '../../../../preload/contract/customers.ts';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../../preload/contract/result.ts';
import { openCustomerEditor, type SaveCustomer } from '../../../../renderer/screens/customers/customer-editor.ts';
import { sampleCustomer } from '../../fake/sample-customers.ts';
import { fakeTimers } from '../../state/fake-timers.ts';

const disk: AppError = { code: 'storage', message: 'The disk is full.' };

function setUp(kept: Customer | null = null, answers: readonly Result<Customer, AppError>[] = []) {
  const left = [...answers];
  const save = vi.fn<SaveCustomer>(async ({ fields }) => left.shift() ?? ok(sampleCustomer('c1', 'draft', fields, 5)));
  const timers = fakeTimers();
  return { timers, save, editor: openCustomerEditor(kept, save, timers) };
}

describe('a customer in the editor', () => {
  it('is one customer however much is typed meanwhile, saved within 300 ms', async () => {
    const { editor, save, timers } = setUp();
    editor.change({ firstName: 'T' });
    await timers.pass(300);
    editor.change({ firstName: 'Th' });
    await timers.pass(300);
    expect(save.mock.calls.map(([request]) => [request.id, request.fields.firstName])).toEqual([[null, 'T'], ['c1', 'Th']]);
    expect(editor.store.getState()).toMatchObject({ id: 'c1', saving: { kind: 'saved' } });
  });

  it('is not kept when what was typed is taken back', async () => {
    const { editor, save, timers } = setUp();
    editor.change({ firstName: 'T' });
    editor.change({ firstName: '' });
    await timers.pass(1_000);
    expect(save).not.toHaveBeenCalled();
  });

  it('is kept empty when a file needs somewhere to belong', async () => {
    const { editor, save } = setUp();
    expect(await editor.ensureId()).toBe('c1');
    expect(await editor.ensureId()).toBe('c1');
    expect(save.mock.calls).toEqual([[{ id: null, fields: emptyCustomerFields }]]);
  });

  it('has no id when it could not be kept, and saves by itself once that works again', async () => {
    const { editor, save, timers } = setUp(null, [fail(disk)]);
    expect(await editor.ensureId()).toBeNull();
    expect(editor.store.getState().saving).toEqual({ kind: 'failed', error: disk });
    await timers.pass(1_000);
    expect(save).toHaveBeenCalledTimes(2);
    expect(editor.store.getState()).toMatchObject({ id: 'c1', saving: { kind: 'saved' } });
  });

  it('takes the form as main tidied it when submitting began, but never over something unsaved', async () => {
    const kept = sampleCustomer('c1', 'draft', { email: ' Thea@Quay.example ' }, 5);
    const { editor, timers } = setUp(kept);
    editor.follow({ ...kept, state: 'submitting', fields: { ...kept.fields, email: 'thea@quay.example' } });
    expect(editor.store.getState()).toMatchObject({ state: 'submitting', fields: { email: 'thea@quay.example' } });
    editor.change({ email: 'typed@since.example' });
    editor.follow({ ...kept, state: 'cut' });
    expect(editor.store.getState()).toMatchObject({ state: 'cut', fields: { email: 'typed@since.example' } });
    await timers.pass(300);
  });

  it('does not go back to an older answer while the state stays the same', () => {
    const kept = sampleCustomer('c1', 'draft', { firstName: 'Thea' }, 5);
    const { editor } = setUp(kept);
    editor.follow({ ...kept, fields: { ...kept.fields, firstName: 'The' } });
    expect(editor.store.getState().fields.firstName).toBe('Thea');
  });
});

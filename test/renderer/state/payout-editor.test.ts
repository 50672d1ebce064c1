import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../preload/contract/errors.ts';
import { emptyPayoutDraft, type Payout } from '../../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { typeReference } from '../../../renderer/state/draft-edits.ts';
import { openPayoutEditor, type PayoutDoor } from '../../../renderer/state/payout-editor.ts';
import { fakeTimers } from './fake-timers.ts';

const kept = (more: Partial<Payout>): Payout => ({ id: 'x', revision: 1, updatedAt: 5, draft: emptyPayoutDraft, ...more }) as Payout;

function setUp(answers: readonly Result<Payout, AppError>[] = []) {
  const left = [...answers];
  let revision = 0;
  const save = vi.fn<PayoutDoor['save']>(async ({ draft }) => {
    revision += 1;
    return left.shift() ?? ok(kept({ revision, draft }));
  });
  const get = vi.fn<PayoutDoor['get']>(async () => ok(kept({ revision: 9 })));
  const timers = fakeTimers();
  return { timers, save, get, door: { save, get } };
}

describe('a payout in the editor', () => {
  it('makes one draft of a new payout, however much is typed meanwhile', async () => {
    const { timers, save, door } = setUp();
    const editor = openPayoutEditor(null, door, undefined, timers);
    editor.change(typeReference('A'));
    await timers.pass(200);
    editor.change(typeReference('AN'));
    await timers.pass(200);
    expect(save.mock.calls.map(([request]) => [request.id, request.revision, request.draft.reference])).toEqual([[null, 0, 'A'], ['x', 1, 'AN']]);
    expect(editor.store.getState()).toMatchObject({ id: 'x', revision: 2, saving: { kind: 'saved' } });
  });

  it('is not kept before something is typed', async () => {
    const { timers, save, door } = setUp();
    const editor = openPayoutEditor(null, door, undefined, timers);
    expect(await editor.flush()).toBe(true);
    await timers.pass(1_000);
    expect(save).not.toHaveBeenCalled();
  });

  it('keeps what was typed when it can not be saved', async () => {
    const { timers, door } = setUp([fail({ code: 'storage', message: 'Disk full.' })]);
    const editor = openPayoutEditor(kept({}), door, undefined, timers);
    editor.change(typeReference('AN-0031'));
    expect(await editor.flush()).toBe(false);
    expect(editor.store.getState()).toMatchObject({ draft: { reference: 'AN-0031' }, saving: { kind: 'failed' } });
    await timers.pass(1_000);
    expect(editor.store.getState().saving.kind).toBe('saved');
    expect(editor.dirty()).toBe(false);
  });

  it('writes over what another window kept only when told to', async () => {
    const { timers, save, door } = setUp([fail({ code: 'conflict', message: 'Changed elsewhere.' })]);
    const editor = openPayoutEditor(kept({ revision: 3 }), door, undefined, timers);
    editor.change(typeReference('mine'));
    await timers.pass(10_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(await editor.keepMine()).toBe(true);
    expect(save.mock.calls[1]?.[0]).toMatchObject({ revision: 9, draft: { reference: 'mine' } });
  });
});

describe('a change beside the form', () => {
  const attach = (revision: number) => vi.fn(async () => ok(kept({ revision })));
  it('keeps a new draft first, then is made in it', async () => {
    const { save, door, timers } = setUp();
    const editor = openPayoutEditor(null, door, typeReference('A'), timers);
    const work = attach(2);
    expect((await editor.beside(work)).ok).toBe(true);
    expect(save).toHaveBeenCalledTimes(1);
    expect(work).toHaveBeenCalledWith('x');
    expect(editor.store.getState().revision).toBe(2);
  });

  it('keeps a new draft with nothing in it where a file comes first', async () => {
    const { save, door, timers } = setUp();
    const editor = openPayoutEditor(null, door, undefined, timers);
    const work = attach(2);
    expect((await editor.beside(work)).ok).toBe(true);
    expect(save.mock.calls.map(([request]) => request)).toEqual([{ id: null, revision: 0, draft: emptyPayoutDraft, blank: true }]);
    expect(work).toHaveBeenCalledWith('x');
    editor.change(typeReference('A'));
    await timers.pass(200);
    expect(save.mock.calls[1]?.[0]).toEqual({ id: 'x', revision: 2, draft: { ...emptyPayoutDraft, reference: 'A' } });
  });

  it('is waited for by what is typed meanwhile, which then knows the new revision', async () => {
    const { save, door, timers } = setUp();
    const editor = openPayoutEditor(kept({ revision: 1 }), door, undefined, timers);
    let finish = () => {};
    const done = editor.beside(() => new Promise((resolve) => {
      finish = () => resolve(ok(kept({ revision: 7 })));
    }));
    await timers.pass(0);
    editor.change(typeReference('typed meanwhile'));
    await timers.pass(1_000);
    expect(save).not.toHaveBeenCalled();
    finish();
    await done;
    expect(await editor.flush()).toBe(true);
    expect(save).toHaveBeenCalledTimes(1);
    expect(save.mock.calls[0]?.[0]).toMatchObject({ revision: 7, draft: { reference: 'typed meanwhile' } });
  });

  it('is not made while what is typed can not be saved, and says why', async () => {
    const full: AppError = { code: 'storage', message: 'Disk full.' };
    const { door, timers } = setUp([fail(full)]);
    const editor = openPayoutEditor(kept({}), door, undefined, timers);
    editor.change(typeReference('B'));
    const work = attach(2);
    expect(await editor.beside(work)).toEqual(fail(full));
    expect(work).not.toHaveBeenCalled();
  });
});

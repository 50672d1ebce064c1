import { describe, expect, it } from 'vitest';
import { recover } from '../../../main/customers/recover.ts';
import { rig } from './rig.ts';

describe('after a start', () => {
  it('stops what was being submitted, says so once, and keeps what has arrived', () => {
    const { context, put, document, changed, provider } = rig();
    put({ state: 'submitting', remoteId: 'remote-1' });
    document({ id: 'up', state: 'uploading', fileId: 'f1' });
    document({ id: 'there', slot: 'identity_back', state: 'uploaded', fileId: 'f2' });
    expect([recover(context), recover(context)]).toEqual([1, 0]);
    expect(context.customers.get('c')).toMatchObject({ state: 'cut', remoteId: 'remote-1', problem: { code: 'cancelled', fix: expect.any(String) } });
    expect(context.documents.get('c', 'up')).toMatchObject({ state: 'cut', fileId: null, problem: expect.any(String) });
    expect(context.documents.get('c', 'there')).toMatchObject({ state: 'uploaded', fileId: 'f2', problem: null });
    expect(context.events.list('customer', 'c')).toMatchObject([{ what: 'Stopped', source: 'bursar', state: 'cut', actor: null }]);
    expect([changed, provider.calls]).toEqual([['c'], []]);
  });

  it('leaves everybody else alone, and a submission that still goes on', () => {
    const { context, put } = rig();
    const others = (['draft', 'cut', 'pending', 'verified', 'rejected'] as const).map((state) => put({ id: state, state }));
    put({ id: 'running', state: 'submitting' });
    context.runs.set('running', { stoppedSlots: new Set(), stopped: null, cut: null, currentSlot: null, done: Promise.resolve() });
    expect(recover(context)).toBe(0);
    expect(others.map(({ id }) => context.customers.get(id))).toEqual(others);
    expect(context.customers.get('running')?.state).toBe('submitting');
  });
});

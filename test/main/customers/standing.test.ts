import { describe, expect, it } from 'vitest';
import { refresh, standing } from '../../../main/customers/standing.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { bad, good, thea } from './desk.ts';
import { rig } from './rig.ts';

describe('where a customer stands', () => {
  it('is told as last read, without asking, and is null for nobody', () => {
    const { context, put, provider } = rig();
    put({ state: 'verified', remoteId: 'remote-1', extraChecks: true });
    expect(standing(context, 'c')).toEqual({ remoteId: 'remote-1', state: 'verified', extraChecks: true, name: 'Thea Ines Marlowe' });
    expect([standing(context, 'nobody'), provider.calls]).toEqual([null, []]);
  });

  it('is asked anew and kept', async () => {
    const { context, put, provider } = rig();
    provider.people.set('remote-1', { remoteId: 'remote-1', status: 'VERIFIED', extraChecks: true, comment: null, fields: thea });
    put({ state: 'pending', pendingSince: 1, remoteId: 'remote-1' });
    expect(good(await refresh(context, 'c'))).toMatchObject({ state: 'verified', extraChecks: true });
    expect(standing(context, 'c')).toMatchObject({ state: 'verified', extraChecks: true });
  });

  it('stays as it was when it can’t be asked', async () => {
    const { context, put, provider } = rig();
    put({ state: 'verified', remoteId: 'remote-1' });
    provider.failNext('get', appError('offline', 'Out of reach.'));
    expect(bad(await refresh(context, 'c')).code).toBe('offline');
    expect(standing(context, 'c')?.state).toBe('verified');
    expect(bad(await refresh(context, 'nobody')).code).toBe('not-found');
    put({ id: 'new' });
    expect(bad(await refresh(context, 'new')).code).toBe('conflict');
  });
});

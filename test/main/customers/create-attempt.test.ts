import { describe, expect, it } from 'vitest';
import { closeAttempt, noteAttempt, openAttempt } from '../../../main/customers/create-attempt.ts';
import { thea } from './desk.ts';
import { rig } from './rig.ts';

describe('a creation that nobody knows the outcome of', () => {
  it('is remembered as it was sent, and no more of the form than finds it', () => {
    const { context, put } = rig();
    noteAttempt(context, put());
    put({ fields: { ...thea, email: 'new@quay.example' } });
    expect(openAttempt(context, 'c')).toEqual({ email: thea.email, idNumber: thea.idNumber, firstName: thea.firstName, lastName: thea.lastName });
  });

  it('belongs to one customer and ends with the answer', () => {
    const { context, put } = rig();
    noteAttempt(context, put());
    noteAttempt(context, put({ id: 'other' }));
    closeAttempt(context, 'c');
    closeAttempt(context, 'c');
    expect([openAttempt(context, 'c'), openAttempt(context, 'never')]).toEqual([null, null]);
    expect(openAttempt(context, 'other')).not.toBeNull();
  });

  it('is replaced by a later one', () => {
    const { context, put } = rig();
    noteAttempt(context, put());
    noteAttempt(context, put({ fields: { ...thea, email: 'new@quay.example' } }));
    expect(openAttempt(context, 'c')?.email).toBe('new@quay.example');
  });
});

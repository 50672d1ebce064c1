import { describe, expect, it } from 'vitest';
import { lockedFields, toCustomer, toDocument, toRow } from '../../../main/customers/view.ts';
import { customerRowSchema, customerSchema, customerStates } from '../../../preload/contract/customers.ts';
import { documentSchema } from '../../../preload/contract/documents.ts';
import { thea } from './desk.ts';
import { rig } from './rig.ts';

describe('a customer as the screens see it', () => {
  it('keeps to the contract in every state', () => {
    const { context, put, document } = rig();
    for (const state of customerStates) {
      const record = put({ id: state, state, remoteId: `r-${state}`, problem: { code: 'offline', message: 'm' } });
      document({ id: `d-${state}`, customerId: state });
      expect(customerSchema.parse(toCustomer(context, record))).toEqual(toCustomer(context, record));
      expect(customerRowSchema.parse(toRow(record))).toEqual(toRow(record));
    }
  });

  it('has what is filled locked once verified, never what is empty or only spaces', () => {
    const fields = { ...thea, city: ' ' };
    const locked = lockedFields({ state: 'verified', fields });
    expect(locked.toSorted()).toEqual(Object.keys(thea).filter((key) => thea[key as keyof typeof thea] !== '').toSorted());
    expect(customerStates.filter((state) => lockedFields({ state, fields }).length > 0)).toEqual(['verified']);
  });
});

describe('a document as the screens see it', () => {
  it('says where neither its bytes nor its file at Blaaiz are', () => {
    const { context, put, document } = rig();
    put();
    const shown = toDocument(context, document({ fileId: 'f' }));
    expect(documentSchema.parse(shown)).toEqual(shown);
    expect(Object.keys(shown)).not.toEqual(expect.arrayContaining(['blobHash']));
    expect(shown).not.toHaveProperty('fileId');
  });

  it('counts the bytes that have left by now, while it is on its way, also none', () => {
    const { context, put, document } = rig();
    put();
    const record = document({ sent: 4 });
    expect(toDocument(context, record).sent).toBe(4);
    context.sent.set('d', 0);
    expect(toDocument(context, record).sent).toBe(0);
    context.sent.set('d', 7);
    expect(toDocument(context, record).sent).toBe(7);
  });
});

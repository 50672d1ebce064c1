import { describe, expect, it } from 'vitest';
import { contradicts, heldAs, sameAccount, sameRecipient } from '../../../main/recipients/same-recipient.ts';
import { emptyRecipientFields } from '../../../preload/contract/recipients.ts';
import { swiftForm, wireForm } from '../../preload/contract/recipient-forms.ts';

describe('the same recipient', () => {
  it('is one account of one user on one rail, spelled any way, in one name', () => {
    expect(sameRecipient(swiftForm, { ...swiftForm, accountNumber: 'DE89370400440532013000', bic: 'deutdeffxxx', lastName: 'MARLOWE', email: 'other@marlowe.example' })).toBe(true);
    expect(sameRecipient(wireForm, { ...wireForm, companyName: 'quay  instruments llc' })).toBe(true);
    expect(sameRecipient(wireForm, { ...wireForm, companyName: 'Quay LLC' })).toBe(false);
    for (const change of [{ accountNumber: '1' }, { routingNumber: '011401533' }, { userId: 'x' }, { rail: 'swift' }] as const) expect(sameAccount(wireForm, { ...wireForm, ...change })).toBe(false);
    expect(sameAccount(emptyRecipientFields, emptyRecipientFields)).toBe(false);
  });

  it('C16: is told by its last four where an answer masks it', () => {
    expect(sameAccount(wireForm, { ...wireForm, accountNumber: '****6789' })).toBe(true);
    expect(sameAccount(wireForm, { ...wireForm, accountNumber: '****6780' })).toBe(false);
  });
});

describe('an answer', () => {
  it('contradicts what was sent only by what it says', () => {
    expect([contradicts({ ...wireForm, accountNumber: '', routingNumber: '', userId: '' }, wireForm), contradicts({ ...wireForm, accountNumber: '*6789' }, wireForm)]).toEqual([false, false]);
    expect([{ accountNumber: '987' }, { routingNumber: '011401533' }, { rail: 'swift' as const }].map((change) => contradicts({ ...wireForm, ...change }, wireForm))).toEqual([true, true, true]);
  });

  it('is kept where it says something, and what was sent where it doesn\u2019t', () => {
    expect(heldAs({ ...wireForm, companyName: 'Quay Instruments Inc', bankState: '', accountNumber: '*****6789' }, wireForm)).toEqual({ ...wireForm, companyName: 'Quay Instruments Inc' });
  });
});

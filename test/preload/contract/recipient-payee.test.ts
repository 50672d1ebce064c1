import { describe, expect, it } from 'vitest';
import { accountTail } from '../../../preload/contract/payee-fields.ts';
import { recipientTail, toDraftPayee } from '../../../preload/contract/recipient-payee.ts';
import { emptyRecipientFields, recipientName } from '../../../preload/contract/recipients.ts';
import { payoutDraftSchema, emptyPayoutDraft } from '../../../preload/contract/payouts.ts';
import { swiftForm, wireForm } from './recipient-forms.ts';

describe('a recipient as a payout sees it', () => {
  it('is an IBAN and a BIC by SWIFT, an account behind a routing number by wire', () => {
    expect(toDraftPayee({ id: 'r', name: recipientName(swiftForm), fields: swiftForm })).toEqual({
      payeeId: 'r', payeeName: 'J\u00f6rg Marlowe', method: 'swift',
      details: { iban: 'DE89370400440532013000', bankName: 'Testbank AG', bic: 'DEUTDEFF', country: 'DE', payeeType: 'individual' },
    });
    expect(toDraftPayee({ id: 'r', name: '', fields: wireForm })).toEqual({
      payeeId: 'r', payeeName: 'Quay Instruments LLC', method: 'wire',
      details: { accountNumber: '123456789', bankName: 'First Coast Bank', country: 'US', payeeType: 'business', routingNumber: '021000021', accountType: 'checking' },
    });
  });

  it('fits a draft, however long its name, and shows the same mark in lists as in the book', () => {
    const long = { ...wireForm, companyName: 'Q'.repeat(200) };
    const payee = toDraftPayee({ id: 'r', name: recipientName(long), fields: long });
    expect(payoutDraftSchema.safeParse({ ...emptyPayoutDraft, ...payee }).success).toBe(true);
    for (const form of [wireForm, swiftForm]) expect(accountTail(toDraftPayee({ id: 'r', name: 'n', fields: form }).details)).toBe(recipientTail(form));
  });

  it('is marked by the end of its account', () => {
    expect([wireForm, swiftForm, emptyRecipientFields].map(recipientTail)).toEqual(['\u00b7\u00b76789', 'DE\u00b7\u00b73000', '']);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';
import { repairCauses } from '../../../preload/contract/repairs.ts';
import { causeOf, diagnose } from '../../../main/payouts/repair-causes.ts';

const blaaiz = { name: 'Blaaiz', purse: 'wallet', ownRecipients: false };
const kira = { name: 'Kira', purse: 'account', ownRecipients: true };
const iban = { ...emptyPayoutDraft, details: { iban: 'DE02120300000000202051', accountName: 'Globex', street: 'Hauptstr. 1' } };

describe('the cause in a provider\u2019s words', () => {
  it.each([
    ['The recipient account does not exist.', 'account-wrong'], ['Account closed', 'account-closed'], ['AC04', 'account-closed'],
    ['The recipient bank rejected the transfer.', 'bank-refused'], ['The transfer was declined.', 'bank-refused'], ['The partner bank declined the transfer.', 'bank-refused'],
    ['The payout was rejected in review.', 'compliance'], ['va-payout-compliance-rejected', 'compliance'], ['Kira\u2019s checks did not let it through.', 'compliance'],
    ['The recipient bank returned the transfer.', 'bank-refused'], ['The deposit address expired before enough arrived.', 'deposit-expired'],
    ['The recipient\u2019s bank did not take it: the account may be closed or wrong.', 'account-wrong'], ['The account did not hold enough.', 'insufficient-funds'],
    ['Beneficiary name mismatch', 'name-mismatch'], ['Name does not match the account', 'name-mismatch'], ['Invalid IBAN', 'account-wrong'],
    ['Beneficiary address is incomplete', 'bad-address'], ['Daily limit exceeded', 'limit'], ['Duplicate payment', 'duplicate'],
    ['va-payout-bank-returned', 'bank-refused'], ['va-payout-deposit-expired', 'deposit-expired'], ['va-payout-invalid-recipient', 'account-wrong'], ['va-payout-rejected', 'compliance'], ['va-payout-failed', 'unknown'],
    ['Supporting document is missing', 'document'], ['Something else entirely', 'unknown'],
  ] as const)('is found: %s', (said, cause) => { expect(causeOf(said)).toBe(cause); });

  it('is unknown without a reason, and says to write to support', () => {
    expect(diagnose(null, iban, blaaiz)).toMatchObject({ cause: 'unknown', field: null, fix: expect.stringContaining('text for support') as string });
  });

  it('leads to the field of the draft that is filled', () => {
    expect(diagnose('Account closed', iban, blaaiz).field).toBe('details.iban');
    expect(diagnose('Account closed', { ...emptyPayoutDraft, details: { email: 'a@b.example' } }, blaaiz).field).toBe('details.email');
    expect(diagnose('Invalid routing number', { ...emptyPayoutDraft, details: { routingNumber: '021000021', accountNumber: '1' } }, blaaiz).field).toBe('details.routingNumber');
    expect(diagnose('Name mismatch', iban, blaaiz).field).toBe('details.accountName');
    expect(diagnose('Name mismatch', emptyPayoutDraft, blaaiz).field).toBe('payeeName');
    expect(diagnose('Address is missing', iban, blaaiz).field).toBe('details.street');
    expect(diagnose('Limit exceeded', iban, blaaiz).field).toBe('amountMinor');
  });

  it('leads to the recipient where the provider keeps recipients', () => {
    const found = diagnose('Account closed', iban, kira);
    expect(found.field).toBe('payeeId');
    expect(found.fix).toContain('make a new one');
    expect(diagnose('Supporting document is missing', iban, kira).field).toBe('documents');
    expect(diagnose('Supporting document is missing', iban, blaaiz).field).toBeNull();
  });

  it('has words for every cause', () => { expect(repairCauses.filter((cause) => cause !== 'sum')).toHaveLength(12); });
});

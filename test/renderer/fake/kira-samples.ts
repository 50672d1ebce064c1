import type { CodeState, Deposit, PracticeMail, VirtualAccount } from '../../../preload/contract/accounts.ts';
import { money } from '../../../preload/contract/money.ts';
import { recipientTail } from '../../../preload/contract/recipient-payee.ts';
import { emptyRecipientFields, recipientName, type Recipient, type RecipientFields } from '../../../preload/contract/recipients.ts';

const minute = 60_000;
const payIn = (accountNumber: string, beneficiary: string) => ({ bankName: 'Cross Harbour Bank', accountNumber, routingNumber: '026073150', beneficiary });

/** Virtual accounts of three users: ready in both ways, still being opened, and of a user who isn't verified. */
export function sampleAccounts(now: number): VirtualAccount[] {
  const base = { userStatus: 'verified', type: 'US_BANK', bank: 'Cross Harbour Bank', status: 'active', readiness: 'ready' as const, problems: [], settlement: null, readAt: now - 65_000 };
  return [
    { ...base, id: 'account-1', userId: 'user-1', userName: 'Moor Imports', description: 'Operations', mode: 'fiat', balance: money(2_291_640, 'USD'), payIn: payIn('9870012345', 'Moor Imports LLC') },
    {
      ...base, id: 'account-2', userId: 'user-1', userName: 'Moor Imports', description: 'Treasury', mode: 'crypto', balance: null, payIn: payIn('9870012352', 'Moor Imports LLC'),
      settlement: { network: 'solana', token: 'USDC' },
    },
    {
      ...base, id: 'account-3', userId: 'user-2', userName: 'Northgate Studio', description: 'Studio', mode: 'fiat', status: 'activating', readiness: 'waiting', balance: null, payIn: null,
      problems: [{ id: 'number', label: 'There is no account number yet', remedy: 'Kira is still opening the account. Look again later.' }],
    },
    {
      ...base, id: 'account-4', userId: 'user-3', userName: 'Adaeze Nwosu', userStatus: 'created', description: 'Private', mode: 'fiat', readiness: 'unusable', balance: money(0, 'USD'), payIn: payIn('9870012378', 'Adaeze Nwosu'),
      problems: [{ id: 'user', label: 'Kira has not verified Adaeze Nwosu', remedy: 'Finish the verification at Kira.' }],
    },
  ];
}

const harrow: RecipientFields = {
  ...emptyRecipientFields, userId: 'user-1', rail: 'wire', kind: 'business', companyName: 'Harrow & Finch LLP', email: 'ap@harrowfinch.example', phone: '+12125550170',
  street: '41 Pearl Street', city: 'New York', state: 'NY', postalCode: '10004', country: 'US', accountNumber: '000774417745', routingNumber: '026009593', accountType: 'checking',
  bankName: 'First Meridian Bank', bankStreet: '9 Broad Street', bankCity: 'New York', bankState: 'NY', bankPostalCode: '10005', bankCountry: 'US',
};
const lumiere: RecipientFields = {
  ...emptyRecipientFields, userId: 'user-1', rail: 'swift', kind: 'business', companyName: 'Café Lumière SARL', email: 'compta@lumiere.example', phone: '+33144550110',
  street: '12 rue de la Paix', city: 'Orléans', postalCode: '45000', country: 'FR', accountNumber: 'FR1420041010050500013M02606', bic: 'PSSTFRPPXXX',
  bankName: 'Banque du Val', bankStreet: '3 place d’Armes', bankCity: 'Orléans', bankPostalCode: '45000', bankCountry: 'FR',
};

function sampleRecipient(id: string, fields: RecipientFields, now: number, change: Partial<Recipient> = {}): Recipient {
  return {
    id, remoteId: `rec_${id}`, state: 'there', name: recipientName(fields), tail: recipientTail(fields), fields, problem: null, lastPaidAt: null,
    createdAt: now - 40 * 86_400_000, updatedAt: now - 86_400_000, ...change,
  };
}

/** The book of recipients: two at Kira, one only here, one of another user. */
export function sampleRecipients(now: number): Recipient[] {
  return [
    sampleRecipient('recipient-1', harrow, now, { lastPaidAt: now - 28 * 86_400_000 }),
    sampleRecipient('recipient-2', lumiere, now),
    sampleRecipient('recipient-3', { ...harrow, companyName: 'Kestrel Logistics', accountNumber: '000123453051' }, now, { remoteId: null, state: 'draft' }),
    sampleRecipient('recipient-4', { ...harrow, userId: 'user-3', companyName: 'Bluewater Marine', accountNumber: '000998871187' }, now),
  ];
}

/** No code was asked for yet, and releasing needs one. */
export const noCode: CodeState = {
  needed: true, mailbox: 'f•••@haldenmoor.example', sentAt: null, expiresAt: null, attemptsLeft: null, blockedUntil: null, resendFrom: null,
};

/** A code that was mailed `ago` ms ago. */
export function mailedCode(now: number, ago = 0): CodeState {
  return { ...noCode, sentAt: now - ago, expiresAt: now - ago + 5 * minute, resendFrom: now - ago + minute };
}

/** The mail of the built-in sandbox with a code. */
export function sampleMail(id: string, at: number, code: string): PracticeMail {
  return { id, at, to: 'desk@practice.example', subject: 'Your verification code', code };
}

/** What came into the first account. */
export function sampleDeposits(now: number): Map<string, Deposit[]> {
  const deposit = (id: string, minor: number, status: string, credited: boolean, days: number): Deposit => ({
    id, accountId: 'account-1', amount: money(minor, 'USD'), net: credited ? money(minor - 500, 'USD') : null, status, credited, senderName: 'Moor Holding', rail: 'WIRE', at: now - days * 86_400_000,
  });
  return new Map([['account-1', [deposit('deposit-1', 500_000, 'processing', false, 0), deposit('deposit-2', 2_000_000, 'completed', true, 3)]]]);
}

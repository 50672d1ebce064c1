import { emptyCustomerFields, type Customer, type CustomerFields, type CustomerState } from '../../../preload/contract/customers.ts';
import type { DocumentInfo, DocumentSlot } from '../../../preload/contract/documents.ts';

const hour = 3_600_000;
const lockable = ['firstName', 'lastName', 'dob', 'idType', 'idNumber', 'country'];

/** A document kept for a slot. */
export function sampleDocument(slot: DocumentSlot, now: number, change: Partial<DocumentInfo> = {}): DocumentInfo {
  return { id: `doc-${slot}`, slot, name: `${slot}.pdf`, mime: 'application/pdf', bytes: 1_258_291, pages: 1, state: 'kept', sent: 0, problem: null, addedAt: now - hour,
    evidence: [], overrides: [], captureIds: [], ...change };
}

/** A customer whole, from a few facts. */
export function sampleCustomer(id: string, state: CustomerState, fields: Partial<CustomerFields>, now: number, change: Partial<Customer> = {}): Customer {
  const whole = { ...emptyCustomerFields, ...fields };
  return {
    id, name: `${whole.firstName} ${whole.lastName}`.trim(), email: whole.email, country: whole.country, state, extraChecks: false,
    pendingSince: state === 'pending' ? now - hour : null, updatedAt: now - hour, remoteId: state === 'draft' ? null : `remote-${id}`, fields: whole,
    locked: state === 'verified' ? lockable : [], verifiedAt: state === 'verified' ? Date.UTC(2026, 10, 3, 10, 41) : null,
    checkedAt: state === 'draft' ? null : now - 4 * 60_000, nextCheckAt: state === 'pending' ? now + 6 * 60_000 : null, comment: null, problem: null, rejection: null,
    documents: state === 'draft' ? [] : [sampleDocument('identity', now, { state: 'attached' }), sampleDocument('proof_of_address', now, { state: 'attached' })],
    timeline: [
      { id: `${id}-1`, at: now - 2 * hour, source: 'you', actor: 'Femke Osei', what: 'Drafted', detail: 'On this computer', state: 'draft', count: 1 },
      ...(state === 'draft' ? [] : [{ id: `${id}-2`, at: now - hour, source: 'blaaiz' as const, actor: null, what: 'Verification started', detail: null, state: 'pending', count: 1 }]),
    ],
    ...change,
  };
}

/** A desk's worth of customers. */
export function sampleCustomers(now: number): Customer[] {
  const person = (firstName: string, lastName: string, country: string): Partial<CustomerFields> => ({
    firstName, lastName, country, email: `${firstName.toLowerCase()}@${lastName.toLowerCase()}.example`, phone: '+44 20 7946 0018', dob: '1991-03-14',
    idType: 'passport', idNumber: 'T41X88205', idIssueDate: '2021-08-22', idExpiryDate: '2031-08-22', street: '12 Anyder Quay', city: 'Amaurot', zipCode: 'AM 2049',
  });
  return [
    sampleCustomer('customer-1', 'verified', person('Adaeze', 'Nwosu', 'NG'), now),
    sampleCustomer('customer-2', 'pending', person('Tomasz', 'Wilk', 'PL'), now, { pendingSince: now - 190 * 60_000 }),
    sampleCustomer('customer-3', 'pending', person('Amara', 'Dike', 'NG'), now, { pendingSince: now - 50 * 60_000 }),
    sampleCustomer('customer-4', 'rejected', person('Lucía', 'Ferrer', 'ES'), now, { comment: 'Front image is cropped.' }),
    sampleCustomer('customer-5', 'verified', person('Northgate', 'Studio', 'GB'), now),
    sampleCustomer('customer-6', 'verified', person('Moor', 'Imports', 'GB'), now, { extraChecks: true }),
    sampleCustomer('customer-7', 'cut', person('Ines', 'Okafor', 'GH'), now, {
      documents: [sampleDocument('identity', now, { state: 'cut', sent: 503_316 })],
      problem: { code: 'offline', message: 'Upload stopped at 40%, the network is gone. The file is safe here.', fix: 'It goes on when you press Continue.' },
    }),
    sampleCustomer('customer-8', 'draft', { firstName: 'Thea Ines', lastName: 'Marlowe', country: 'KE', email: 'thea@quay.example', dob: '1991-03-14', idNumber: 'T41X88205' }, now),
  ];
}

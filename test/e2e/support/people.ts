import { vi } from 'vitest';
import { emptyCustomerFields, type Customer, type CustomerFields } from '../../../preload/contract/customers.ts';
import type { DocumentSlot } from '../../../preload/contract/documents.ts';
import { good, type Desk } from './desk.ts';
import { passportPicture } from './papers.ts';

/** A person who is complete but for the document; nobody real. */
export function person(firstName: string, lastName: string, change: Partial<CustomerFields> = {}): CustomerFields {
  const mail = `${firstName}.${lastName}`.toLowerCase().replace(/[^a-z.]/g, '');
  return {
    ...emptyCustomerFields, firstName, lastName, email: `${mail}@quay.example`, country: 'NG', dob: '1991-03-14', idType: 'passport',
    idNumber: `T${Math.abs([...mail].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7))}`, idExpiryDate: '2031-08-22', ...change,
  };
}

/** Keeps a file in a slot of a customer, through the same door as the screen. */
export async function keepFile(desk: Desk, customerId: string, slot: DocumentSlot, name: string, bytes: Buffer, pages: number | null = null): Promise<void> {
  const answer = await desk.page().evaluate(async ({ base64, ...request }) => {
    const given = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const api = (globalThis as unknown as { bursar: { documents: { add(request: unknown): Promise<{ ok: boolean; error?: { message: string } }> } } }).bursar;
    return api.documents.add({ ...request, bytes: given });
  }, { customerId, slot, name, pages, base64: bytes.toString('base64') });
  if (!answer.ok) throw new Error(answer.error?.message ?? 'The file was not kept');
}

/** A draft that is complete, passport page included. */
export async function completeDraft(desk: Desk, fields: CustomerFields): Promise<Customer> {
  const draft = good(await desk.ask('customers.save', { id: null, fields }));
  const picture = await passportPicture(desk.page(), { surname: fields.lastName, given: fields.firstName, number: fields.idNumber, born: fields.dob, expires: fields.idExpiryDate });
  await keepFile(desk, draft.id, 'identity', 'passport.jpg', picture);
  return good(await desk.ask('customers.get', { id: draft.id }));
}

/** A customer whom the provider is verifying. */
export async function pendingCustomer(desk: Desk, fields: CustomerFields): Promise<Customer> {
  return good(await desk.ask('customers.submit', { id: (await completeDraft(desk, fields)).id }));
}

/** Looks at the provider until the customer has reached a state. */
export async function reachState(desk: Desk, id: string, state: Customer['state']): Promise<Customer> {
  return vi.waitFor(async () => {
    const customer = good(await desk.ask('customers.check', { id }));
    if (customer.state !== state) throw new Error(`It is ${customer.state}`);
    return customer;
  }, { timeout: 20_000, interval: 250 });
}

import type { Page } from 'playwright-core';
import { vi } from 'vitest';
import { emptyCustomerFields, type Customer, type CustomerFields } from '../../../preload/contract/customers.ts';
import { slotLabel, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import { goodEvidence } from '../../main/documents/evidence.ts';
import { good, type Desk } from './desk.ts';
import { goTo } from './go.ts';
import { drawPaper } from './papers.ts';

/** A person who is complete but for the document; nobody real. */
export function person(firstName: string, lastName: string, change: Partial<CustomerFields> = {}): CustomerFields {
  const mail = `${firstName}.${lastName}`.toLowerCase().replace(/[^a-z.]/g, '');
  return {
    ...emptyCustomerFields, firstName, lastName, email: `${mail}@quay.example`, country: 'NG', dob: '1991-03-14', idType: 'passport',
    idNumber: `T${String(Math.abs([...mail].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7))).padStart(8, '0').slice(-8)}`, idExpiryDate: '2031-08-22', ...change,
  };
}

/** Puts a file into a slot of a draft as a person does, at the desk; waits until it was looked at and is kept there. */
export async function giveFile(desk: Desk, { id, fields }: Pick<Customer, 'id' | 'fields'>, slot: DocumentSlot, name: string, bytes: Buffer): Promise<DocumentInfo> {
  const page = desk.page();
  await goTo(page, `/customers/${id}`, `${fields.firstName} ${fields.lastName}`);
  await chooseSlot(page, slot, fields.idType);
  const before = await documentIn(desk, id, slot);
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  return vi.waitFor(async () => {
    const now = await documentIn(desk, id, slot);
    if (now === null || now.id === before?.id) throw new Error(`${name} is not kept yet`);
    return now;
  }, { timeout: 60_000, interval: 200 });
}

/** Chooses a slot by its card. */
export async function chooseSlot(page: Page, slot: DocumentSlot, idType: IdType): Promise<void> {
  await page.getByRole('list', { name: 'Files' }).getByRole('button', { name: slotLabel(slot, idType), exact: true }).click();
}

/** What a slot of a customer holds. */
export async function documentIn(desk: Desk, id: string, slot: DocumentSlot): Promise<DocumentInfo | null> {
  return good(await desk.ask('customers.get', { id })).documents.find((one) => one.slot === slot) ?? null;
}

/** Puts a page into a slot through the door alone, as if it had been looked at and found good: for stories in which papers only have to be there. */
export async function placePaper(desk: Desk, { id, fields }: Pick<Customer, 'id' | 'fields'>, slot: DocumentSlot, name: string, bytes: Buffer): Promise<void> {
  const answer = await desk.page().evaluate(async ({ base64, evidence, ...request }) => {
    const given = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    type Reply<T> = Promise<{ readonly ok: boolean; readonly value: T; readonly error?: { readonly message: string } }>;
    const { bursar } = globalThis as unknown as { readonly bursar: Record<'captures' | 'documents', Record<string, (request: unknown) => Reply<readonly { readonly id: string }[]>>> };
    const taken = await bursar.captures['add']?.({ name: request.name, source: 'file', bytes: given, pages: 1 });
    const [page] = taken?.ok ? taken.value : [];
    if (!page) return taken;
    await bursar.captures['save']?.({ id: page.id, edit: null, thumb: null, evidence });
    return bursar.documents['place']?.({ ...request, captureIds: [page.id], bytes: given, evidence: [evidence] });
  }, { customerId: id, slot, name, base64: bytes.toString('base64'), evidence: goodEvidence(fields, slot) });
  if (!answer?.ok) throw new Error(answer?.error?.message ?? 'The page was not placed');
}

/** A draft that is complete, passport page included. */
export async function completeDraft(desk: Desk, fields: CustomerFields): Promise<Customer> {
  const draft = good(await desk.ask('customers.save', { id: null, fields }));
  await placePaper(desk, draft, 'identity', 'passport.jpg', await drawPaper({ fields }));
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

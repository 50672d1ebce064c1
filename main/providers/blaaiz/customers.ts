import { z } from 'zod';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { idTypes, type IdType } from '../../../preload/contract/documents.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { toE164 } from '../../../preload/contract/phone.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { RemoteCustomer, Reply } from '../provider.ts';
import { orNull } from '../read-reply.ts';
import { providerWords } from '../words.ts';
import type { Api, Endpoint } from './api.ts';
import { customerFieldNames, customerWireNames } from './field-names.ts';
import { customerReply, idLabelReply, pageReply, type CustomerReply } from './schemas.ts';
import { pick } from './tolerant.ts';

const read = (route: string, failed: string, scope = 'customer:read'): Endpoint => ({ method: 'GET', route, kind: 'read', act: { failed, scope } });
const write = (method: 'POST' | 'PUT', route: string, failed: string): Endpoint =>
  ({ method, route, kind: 'write', act: { failed, scope: 'customer:write', fields: customerFieldNames } });

const base = '/api/external/customer';
const createEndpoint = write('POST', base, 'The customer was not created');
const updateEndpoint = write('PUT', `${base}/{customer}`, 'The changes were not sent');
const getEndpoint = read(`${base}/{customer}`, 'The customer was not read');
const listEndpoint = read(base, 'The customers were not read');
const idLabelEndpoint = read('/api/external/virtual-bank-account/identification-type', 'The name of the tax number was not read', 'virtual-account:read');

/** The most pages that are read for one search: a match on an exact value never needs more. */
const maxPages = 20;

/** Creates an individual (Blaaiz API reference: Create customer). Never repeated; after a broken line look for twins first. */
export async function createCustomer(api: Api, fields: CustomerFields): Reply<RemoteCustomer> {
  if (!isAcceptedIdType(fields.idType)) return fail(cardRefused);
  return api.ask(createEndpoint, { body: { type: 'individual', ...wireFields(fields) } }, readCustomer);
}

/** Sends changed fields (Blaaiz API reference: Update customer); once verified, Blaaiz takes only fields that are empty there. */
export async function updateCustomer(api: Api, remoteId: string, fields: Partial<CustomerFields>): Reply<RemoteCustomer> {
  if (fields.idType !== undefined && !isAcceptedIdType(fields.idType)) return fail(cardRefused);
  return api.ask(updateEndpoint, { params: { customer: remoteId }, body: wireFields(fields) }, readCustomer);
}

/** Reads a customer; null when Blaaiz doesn't know the id (Blaaiz API reference: Get customer). */
export async function getCustomer(api: Api, remoteId: string): Reply<RemoteCustomer | null> {
  return orNull(await api.ask(getEndpoint, { params: { customer: remoteId } }, readCustomer));
}

/** Every customer that matches one exact value, over all pages (Blaaiz API reference: List customers). */
export async function listCustomers(api: Api, filter: Readonly<Record<string, string>>): Reply<readonly RemoteCustomer[]> {
  const all: RemoteCustomer[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const query = { ...filter, paginate: 'true', page: String(page) };
    const part = await api.ask(listEndpoint, { query }, readPage);
    if (!part.ok) return part;
    all.push(...part.value.rows);
    if (page >= part.value.lastPage) break;
  }
  return ok(all);
}

function readPage(body: unknown): { readonly rows: readonly RemoteCustomer[]; readonly lastPage: number } | null {
  const rows = pick(body, z.array(customerReply));
  return rows && { rows: rows.map(remoteCustomer), lastPage: pick(body, pageReply)?.meta.last_page ?? 1 };
}

/** Customers with this e-mail or this document number, each once. What the server's filter lets through is checked again here. */
export async function findTwins(api: Api, match: { readonly email?: string; readonly idNumber?: string }): Reply<readonly RemoteCustomer[]> {
  const found = new Map<string, RemoteCustomer>();
  const searches = ([['email', match.email], ['idNumber', match.idNumber]] as const).filter(([, value]) => value !== undefined && value.trim() !== '');
  for (const [field, value = ''] of searches) {
    const rows = await listCustomers(api, { [customerWireNames[field]]: value.trim() });
    if (!rows.ok) return rows;
    for (const row of rows.value.filter((one) => isSame(one.fields[field], value))) found.set(row.remoteId, row);
  }
  return ok([...found.values()]);
}

function isSame(theirs: string | undefined, ours: string): boolean {
  return theirs === undefined || theirs.trim().toLowerCase() === ours.trim().toLowerCase();
}

/** What the tax or personal number of an individual of a country is called (Blaaiz API reference: Identification type). */
export function readIdLabel(api: Api, country: string): Reply<{ readonly label: string; readonly type: string }> {
  return api.ask(idLabelEndpoint, { query: { country, type: 'individual' } }, (body) => {
    const label = pick(body, idLabelReply);
    return label && { label: label.label, type: label.type ?? '' };
  });
}

const cardRefused = appError('id-card-refused', 'A national ID card was not sent: Blaaiz refuses it for individuals and may block the customer.', {
  fix: 'Use a passport, a driving licence or a resident permit.',
});

function isAcceptedIdType(idType: string): idType is IdType {
  return (idTypes as readonly string[]).includes(idType);
}

/** The filled fields under their wire names, always in the same order. */
function wireFields(fields: Partial<CustomerFields>): Record<string, string> {
  const names = Object.entries(customerWireNames) as readonly [keyof CustomerFields, string][];
  return Object.fromEntries(names.map(([ours, wire]) => [wire, wireValue(ours, fields)] as const).filter(([, value]) => value !== ''));
}

function wireValue(key: keyof CustomerFields, fields: Partial<CustomerFields>): string {
  const typed = (fields[key] ?? '').trim();
  if (key === 'phone') return toE164(typed, (fields.country ?? '').trim().toUpperCase()) ?? typed;
  return key === 'country' ? typed.toUpperCase() : typed;
}

function readCustomer(body: unknown): RemoteCustomer | null {
  const reply = pick(body, customerReply, 'customer');
  return reply && remoteCustomer(reply);
}

const statuses = ['PENDING', 'PROCESSING', 'VERIFIED', 'REJECTED'] as const;

/** A customer in our words; a field the provider has empty is absent, so that it is known which ones can still be filled. */
function remoteCustomer(reply: CustomerReply): RemoteCustomer {
  const status = statuses.find((one) => one === reply.verification_status?.toUpperCase()) ?? 'OTHER';
  const comment = providerWords(onOneLine(reply.comment ?? reply.admin_comments?.join('\n') ?? null), longestComment);
  return { remoteId: reply.id, status, extraChecks: reply.enhanced_due_diligence ?? false, comment, fields: fieldsOf(reply) };
}

/** The longest comment that is kept, in characters: it may hold many points. */
const longestComment = 1500;

/** A comment's lines are its points, and stay apart when it is put on one line. */
function onOneLine(comment: string | null): string | null {
  return comment === null ? null : comment.trim().replaceAll(/\s*[\r\n]+\s*/g, '; ');
}

function fieldsOf(reply: CustomerReply): Partial<CustomerFields> {
  const kyc: Readonly<Record<string, string | null>> = reply.kyc_data ?? {};
  const flat = reply as Readonly<Record<string, unknown>>;
  const pairs = Object.entries(customerWireNames).map(([ours, wire]) => {
    const value = flat[wire] ?? kyc[wire];
    const text = typeof value === 'string' ? value.trim() : '';
    return [ours, /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 10) : text] as const;
  });
  return Object.fromEntries(pairs.filter(([ours, value]) => value !== '' && (ours !== 'idType' || isAcceptedIdType(value))));
}

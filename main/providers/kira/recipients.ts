import { z } from 'zod';
import type { RecipientFields } from '../../../preload/contract/recipients.ts';
import { ok } from '../../../preload/contract/result.ts';
import { lostCause } from '../failure-words.ts';
import type { HttpReply } from '../http-types.ts';
import type { RecipientOutcome, RemoteRecipient, Reply } from '../provider.ts';
import { isSuccess } from '../read-reply.ts';
import { rowsIn, type Api, type Endpoint } from './api.ts';
import { replyError } from './errors.ts';
import { recipientFieldNames } from './field-names.ts';
import { composedFields, recipientOf } from './recipient-view.ts';
import { doubtAbout } from './refusal.ts';
import { recipientReply } from './schemas.ts';

const list: Endpoint = { method: 'GET', route: '/v1/recipients', kind: 'read', act: { failed: 'The recipients were not read' } };
const one: Endpoint = { method: 'GET', route: '/v1/recipients/{id}', kind: 'read', act: { failed: 'The recipient was not read' } };
const make: Endpoint = { method: 'POST', route: '/v1/recipients', kind: 'write', act: { failed: 'The recipient was not made', fields: recipientFieldNames } };

/** The recipients of some users on the rails that virtual accounts pay on (Kira API reference: List recipients: whole, without pages). A user
 *  that Kira doesn't know has none. */
export async function listRecipients(api: Api, userIds: readonly string[]): Reply<readonly RemoteRecipient[]> {
  const all: RemoteRecipient[] = [];
  for (const userId of new Set(userIds)) {
    const rows = await api.ask(list, { query: { user_id: userId } }, (body) => readRecipients(body, userId));
    if (!rows.ok && rows.error.code !== 'not-found') return rows;
    if (rows.ok) all.push(...rows.value);
  }
  return ok(all);
}

/** Reads a list of recipients; null when it is none. Other rails are left out. */
export function readRecipients(body: unknown, userId: string): readonly RemoteRecipient[] | null {
  const rows = z.array(recipientReply).safeParse(rowsIn(body, 'recipients')).data;
  return rows?.map((row) => recipientOf(row, userId)).filter((row) => row !== null) ?? null;
}

/** Sends a composed recipient once under its key and says what became of it (Kira API reference: Create a recipient). 200 and 202 are the words
 *  for one that was there already. */
export async function createRecipient(api: Api, key: string, body: string, clock: () => number): Promise<RecipientOutcome> {
  const reply = await api.call(make, { body, headers: { 'idempotency-key': key } });
  if (!reply.ok) return reply.error.at === 'token' ? { kind: 'refused', error: reply.error.error } : { kind: 'unknown', cause: lostCause(reply.error.failure) };
  if (isSuccess(reply.value.status)) return readMade(api, reply.value, body);
  const doubt = doubtAbout(reply.value);
  return doubt === null ? { kind: 'refused', error: replyError(reply.value, make.act, clock()) } : { kind: 'unknown', cause: doubt };
}

async function readMade(api: Api, reply: HttpReply, body: string): Promise<RecipientOutcome> {
  const made = recipientReply.safeParse(reply.json).data;
  const sent = composedFields(body);
  if (made === undefined || sent === null) return { kind: 'unknown', cause: 'Kira accepted something, but its answer can\u2019t be read' };
  const answered = recipientOf(made, sent.userId);
  if (answered && !isSameAccount(answered.fields.accountNumber, sent.accountNumber)) {
    return { kind: 'unknown', cause: 'Kira answered with another account: the key was used before' };
  }
  const read = await readAgain(api, made.recipient_id, sent.userId);
  return { kind: 'made', recipient: { remoteId: made.recipient_id, fields: read === null ? sent : unmasked(read.fields, sent) } };
}

/** What Kira tells, with the numbers that were sent where Kira masks them. */
function unmasked(told: RecipientFields, sent: RecipientFields): RecipientFields {
  const clear = (key: 'accountNumber' | 'docNumber') => (/[*\u2022]/.test(told[key]) ? sent[key] : told[key]);
  return { ...told, accountNumber: clear('accountNumber'), docNumber: clear('docNumber') };
}

/** The answer to making one leaves parts of the bank's address out, so it is read again (Kira API reference: Get a recipient). */
async function readAgain(api: Api, id: string, userId: string): Promise<RemoteRecipient | null> {
  const read = await api.ask(one, { params: { id } }, (body) => recipientReply.safeParse(body).data ?? null);
  const recipient = read.ok ? recipientOf(read.value, userId) : null;
  return recipient?.remoteId === id ? recipient : null;
}

/** Whether two account numbers can be the same; one of them may be masked but for its last four. */
function isSameAccount(answered: string, sent: string): boolean {
  return answered === '' || answered.slice(-4).toUpperCase() === sent.slice(-4).toUpperCase();
}

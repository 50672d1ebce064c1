import type { Reply } from '../../preload/contract/api.ts';
import { verificationPace } from '../../preload/contract/customers.ts';
import { slotLabel } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { CustomerRecord } from '../store/customers.ts';
import { find, type Context } from './context.ts';
import { notSentYet } from './errors.ts';

/** The text for Blaaiz support: which customer, since when, what was uploaded. It names ids and kinds, never the person or what a document
 *  holds. Errors: not-found, conflict when there is nothing to ask yet. */
export function supportNote(context: Context, { id }: { readonly id: string }): Result<Reply<'customers.supportNote'>, AppError> {
  const found = find(context, id);
  if (!found.ok) return found;
  const { remoteId, state } = found.value;
  if (remoteId === null) return fail(notSentYet);
  if (state === 'verified') return fail(appError('conflict', 'This customer is verified; there is nothing to ask.'));
  return ok({ subject: `Customer ${remoteId}: ${state === 'rejected' ? 'reason for the rejection' : 'verification pending'}`, body: body(context, found.value, remoteId) });
}

function body(context: Context, record: CustomerRecord, remoteId: string): string {
  const documents = context.documents.list(record.id).filter(({ fileId, state }) => fileId !== null || state === 'attached');
  const files = documents.map((document) => `- ${slotLabel(document.slot, record.fields.idType)}: ${document.mime}, ${document.bytes} bytes, file ${document.fileId ?? 'without id'}`);
  return [
    'Hello,', '', question(record, context.clock()), '', `Customer id: ${remoteId}`, 'Type: individual',
    ...(record.pendingSince === null ? [] : [`Documents attached: ${utc(record.pendingSince)}`]),
    ...(record.checkedAt === null ? [] : [`Last read as not verified: ${utc(record.checkedAt)}`]),
    ...(record.extraChecks ? ['Enhanced due diligence: yes'] : []),
    ...refusals(context.strikes.last(record.id)?.number ?? 0),
    '', files.length === 0 ? 'Uploaded: no list of files is kept on our side.' : 'Uploaded:', ...files, '', 'Thank you.',
  ].join('\n');
}

/** From the second refusal on nothing more is sent before support has answered: a further bad upload may blacklist the customer. */
function refusals(count: number): readonly string[] {
  return count < 2 ? [] : [`Rejected so far: ${count} times. We send no further documents until you have told us what is needed.`];
}

function question(record: CustomerRecord, now: number): string {
  if (record.state === 'rejected') {
    return record.comment === null ? 'this customer was rejected and the API gives no reason. Could you tell us what to correct?'
      : 'this customer was rejected, and we want to be sure what to correct. Could you tell us what exactly was wrong with each document?';
  }
  if (record.pendingSince === null) return 'could you tell us where this customer\u2019s verification stands?';
  const hours = Math.floor((now - record.pendingSince) / 3_600_000);
  const late = verificationPace(record.pendingSince, now) === 'normal' ? '' : ', longer than your guide says';
  return `this customer has been pending for ${hours < 1 ? 'less than an hour' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`}${late}. Could you tell us where it stands?`;
}

const utc = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

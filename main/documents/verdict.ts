import { slotLabel, slotsFor, type DocumentSlot, type IdType } from '../../preload/contract/documents.ts';
import { appError, type AppError, type FieldIssue } from '../../preload/contract/errors.ts';
import { verdicts, type Finding } from '../../preload/contract/preflight.ts';
import type { Context } from '../customers/context.ts';
import type { CustomerRecord } from '../store/customers.ts';
import { findingsNow, standingFindings } from './judged.ts';

/** The error when a document can't go to the provider as it is: stopped, in need of another look without a written reason, or never looked at. Null
 *  when all may go. Code document-stopped, each slot with its cause and remedy. */
export function documentsStopped(context: Context, record: CustomerRecord): AppError | null {
  const found = findingsNow(context, record);
  const documents = context.documents.list(record.id);
  const fields = slotsFor(record.fields.idType).flatMap(({ slot }): readonly FieldIssue[] => {
    const document = documents.find((one) => one.slot === slot);
    if (document?.evidence.length === 0) return [{ path: slot, message: neverLookedAt(slot, record.fields.idType) }];
    const worst = gravest(standingFindings(found, slot, document));
    return worst === null ? [] : [{ path: slot, message: inWords(worst) }];
  });
  if (fields.length === 0) return null;
  return appError('document-stopped', fields.length === 1 ? 'One document can\u2019t be sent as it is.' : `${fields.length} documents can\u2019t be sent as they are.`, {
    fix: 'Put right what is marked. Nothing was sent.', fields,
  });
}

/** The gravest finding, the first of equals. */
function gravest(findings: readonly Finding[]): Finding | null {
  return findings.reduce<Finding | null>((worst, one) => (worst !== null && verdicts.indexOf(worst.verdict) >= verdicts.indexOf(one.verdict) ? worst : one), null);
}

/** Why it doesn't pass and what to do about it; a written reason is named where one would do. */
function inWords({ cause, remedy, overridable }: Finding): string {
  return [`${cause}.`, remedy, overridable ? 'Or write down why it is right all the same.' : ''].filter((part) => part !== '').join(' ');
}

function neverLookedAt(slot: DocumentSlot, idType: IdType): string {
  return `${slotLabel(slot, idType)} was kept before Bursar checked documents. Open it once more, so that it is looked at before it leaves.`;
}

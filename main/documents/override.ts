import type { Reply, Request } from '../../preload/contract/api.ts';
import type { CustomerFields } from '../../preload/contract/customers.ts';
import { slotLabel } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import type { CheckId, Finding, Override } from '../../preload/contract/preflight.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { change, changeDocument, noteDown, type Context } from '../customers/context.ts';
import { toDocument } from '../customers/view.ts';
import type { DocumentRecord } from '../store/documents.ts';
import { changeable } from './editable.ts';
import { findingsNow } from './judged.ts';

/** The shortest reason, in characters. */
const shortestReason = 10;

/** Keeps a document in spite of findings, with who said why and when. Errors: not-found; conflict while the customer isn't to be changed; validation
 *  when a finding isn't there, can't be overridden, or the reason is too short. */
export function override(context: Context, { customerId, documentId, ids, reason }: Request<'documents.override'>): Result<Reply<'documents.override'>, AppError> {
  const found = changeable(context, customerId, documentId);
  if (!found.ok) return found;
  const { customer, document } = found.value;
  if (reason.trim().length < shortestReason) return fail(tooShort);
  const refusal = notOverridable(findingsNow(context, customer)[document.slot] ?? [], ids);
  if (refusal !== null) return fail(refusal);
  const kept = context.store.transaction(() => {
    const label = slotLabel(document.slot, customer.fields.idType);
    noteDown(context, customerId, 'document kept in spite of findings', { document: documentId, slot: document.slot, findings: [...new Set(ids)].join(','), reason: reason.trim() });
    change(context, customerId, {}, [{ source: 'you', what: `${label} kept in spite of a finding`, detail: reason.trim() }]);
    return changeDocument(context, document, { overrides: withReason(context, document, ids, reason.trim()) });
  });
  return ok(toDocument(context, kept));
}

const tooShort = appError('validation', 'A reason has at least ten characters.', { fields: [{ path: 'reason', message: 'Say why this document is right all the same.' }] });

function notOverridable(findings: readonly Finding[], ids: readonly CheckId[]): AppError | null {
  for (const id of ids) {
    const named = findings.filter((finding) => finding.id === id && finding.verdict !== 'pass');
    if (named.length === 0) return appError('validation', 'This finding isn\u2019t there any more.', { fix: 'Look at the document again.', fields: [{ path: 'ids', message: id }] });
    const stopping = named.find((finding) => finding.verdict === 'stop' || !finding.overridable);
    if (stopping !== undefined) return appError('validation', `No reason lets this go: ${stopping.cause}.`, { fix: stopping.remedy, fields: [{ path: 'ids', message: id }] });
  }
  return null;
}

function withReason(context: Context, { overrides }: DocumentRecord, ids: readonly CheckId[], reason: string): Override[] {
  const given = [...new Set(ids)].map((id): Override => ({ id, reason, at: context.clock(), actor: context.actor() }));
  return [...overrides.filter((one) => !ids.includes(one.id)), ...given];
}

/** What each check compares a document with; a reason given for one form is none for another. */
const comparedWith: Readonly<Partial<Record<CheckId, readonly (keyof CustomerFields)[]>>> = {
  kind: ['idType'], back: ['idType'], issuer: ['country', 'idType'], name: ['firstName', 'lastName'], birth: ['dob'], number: ['idNumber'], expiry: ['idExpiryDate'],
};

/** Takes back the reasons that were given for what the form held before. Call it in the transaction that changes the form. */
export function forgetOutdatedReasons(context: Context, customerId: string, before: CustomerFields, after: CustomerFields): void {
  const outdated = (id: CheckId) => comparedWith[id]?.some((field) => before[field] !== after[field]) ?? false;
  for (const document of context.documents.list(customerId)) {
    const overrides = document.overrides.filter(({ id }) => !outdated(id));
    if (overrides.length < document.overrides.length) changeDocument(context, document, { overrides });
  }
}

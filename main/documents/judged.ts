import { dayOf } from '../../preload/contract/calendar.ts';
import { slotsFor, type DocumentSlot } from '../../preload/contract/documents.ts';
import type { Evidence } from '../../preload/contract/evidence.ts';
import { judge } from '../../preload/contract/judge/judge.ts';
import { isLetGo } from '../../preload/contract/judge/verdict.ts';
import type { Finding, Judged } from '../../preload/contract/preflight.ts';
import type { Context } from '../customers/context.ts';
import { normalizeFields } from '../customers/normalize.ts';
import { pointsOf } from '../customers/refusal.ts';
import type { CustomerRecord } from '../store/customers.ts';
import type { DocumentRecord } from '../store/documents.ts';

/** What the judge finds of a customer's documents, by slot. */
export type FoundBySlot = Readonly<Partial<Record<DocumentSlot, readonly Finding[]>>>;

/** Judges a customer's documents with the form and the day as they are now. Nothing is sent anywhere for it. */
export function findingsNow(context: Context, record: CustomerRecord): FoundBySlot {
  return judge(judgedOf(context, record));
}

/** The findings of a slot that neither pass nor are let go by a written reason. */
export function standingFindings(found: FoundBySlot, slot: DocumentSlot, document: Pick<DocumentRecord, 'overrides'> | undefined): readonly Finding[] {
  return (found[slot] ?? []).filter((finding) => finding.verdict !== 'pass' && !isLetGo(finding, document?.overrides ?? []));
}

function judgedOf(context: Context, record: CustomerRecord): Judged {
  const fields = normalizeFields(record.fields);
  const strike = context.strikes.last(record.id);
  const slots = slotsFor(fields.idType).map(({ slot }) => slot);
  return {
    idType: fields.idType, fields, today: dayOf(context.clock()), documents: evidenceBySlot(context.documents.list(record.id), slots),
    refused: strike === null ? null : {
      count: strike.number, points: pointsOf(strike), before: evidenceBySlot(context.documents.refusedIn(record.id, strike.number), slots),
    },
  };
}

function evidenceBySlot(documents: readonly DocumentRecord[], slots: readonly DocumentSlot[]): Partial<Record<DocumentSlot, readonly Evidence[]>> {
  return Object.fromEntries(documents.filter(({ slot, evidence }) => slots.includes(slot) && evidence.length > 0).map(({ slot, evidence }) => [slot, evidence]));
}

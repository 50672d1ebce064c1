import { dayOf } from '../../../preload/contract/calendar.ts';
import type { CustomerFields, Rejection } from '../../../preload/contract/customers.ts';
import { slotsFor, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import type { Evidence } from '../../../preload/contract/evidence.ts';
import { judge } from '../../../preload/contract/judge/judge.ts';
import { isLetGo, verdictOf } from '../../../preload/contract/judge/verdict.ts';
import type { Finding, Override, Verdict } from '../../../preload/contract/preflight.ts';

/** What the judge finds, by slot. */
export type Judgement = Readonly<Partial<Record<DocumentSlot, readonly Finding[]>>>;
/** What documents are weighed against: the form as it is typed, the day, and the last refusal. */
export type Against = { readonly fields: CustomerFields; readonly rejection: Rejection | null; readonly now: number };
/** A page that is weighed as if it were in the slot. */
export type Trial = { readonly slot: DocumentSlot; readonly evidence: readonly Evidence[] };

/** Weighs documents against the form as it is typed; pixels aren't looked at again. `trial` stands in for what its slot holds. */
export function judgedNow(documents: readonly DocumentInfo[], { fields, rejection, now }: Against, trial: Trial | null = null): Judgement {
  const { idType } = fields;
  const refused = rejection === null ? null : { count: rejection.count, points: rejection.points, before: bySlot(rejection.before, idType) };
  const held = { ...bySlot(documents, idType), ...(trial ? { [trial.slot]: trial.evidence } : {}) };
  return judge({ idType, fields, today: dayOf(now), documents: held, refused });
}

/** What a refused document was found to be, for itself. */
export function judgedThen(documents: readonly DocumentInfo[], { fields, now }: Against): Judgement {
  return judge({ idType: fields.idType, fields, today: dayOf(now), documents: bySlot(documents, fields.idType), refused: null });
}

/** What the pages of each slot's document say; a document that was never looked at says nothing. */
export function bySlot(documents: readonly DocumentInfo[], idType: IdType): Readonly<Partial<Record<DocumentSlot, readonly Evidence[]>>> {
  const slots = slotsFor(idType).map(({ slot }) => slot);
  return Object.fromEntries(documents.filter(({ slot, evidence }) => slots.includes(slot) && evidence.length > 0).map(({ slot, evidence }) => [slot, evidence]));
}

/** How a slot stands: the verdict, or that written reasons let everything go; null where nothing was looked at. */
export type Standing = Verdict | 'kept';

/** How a document stands with its findings and the reasons that were written for it. */
export function standingOf(findings: readonly Finding[] | undefined, overrides: readonly Override[]): Standing | null {
  if (!findings) return null;
  const verdict = verdictOf(findings, overrides);
  return verdict === 'pass' && findings.some((finding) => isLetGo(finding, overrides) && finding.verdict !== 'pass') ? 'kept' : verdict;
}

/** The findings that neither pass nor are let go, gravest first. */
export function standing(findings: readonly Finding[], overrides: readonly Override[]): readonly Finding[] {
  const left = findings.filter((finding) => finding.verdict !== 'pass' && !isLetGo(finding, overrides));
  return [...left.filter(({ verdict }) => verdict === 'stop'), ...left.filter(({ verdict }) => verdict !== 'stop')];
}

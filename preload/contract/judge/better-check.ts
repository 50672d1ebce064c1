import type { DocumentSlot } from '../documents.ts';
import type { Evidence } from '../evidence.ts';
import type { CheckId, Finding, Judged, RefusalCause } from '../preflight.ts';
import { sameEvidence } from './back-check.ts';
import { gravest, lookAgain, pass, stop } from './finding.ts';
import { everyMeasure, isBetter, isWeak, isWorse, measuresFor, needed, worstOf, type Measure } from './measures.ts';

type Refused = NonNullable<Judged['refused']>;
type Pair = { readonly before: readonly Evidence[]; readonly now: readonly Evidence[] };

const causeWords: Readonly<Record<RefusalCause, string>> = {
  blur: 'blurred', glare: 'under glare', dark: 'too dark', crop: 'cut off', covered: 'covered', copy: 'a copy', 'wrong-type': 'the wrong type of document', 'wrong-country': 'of another country',
  expired: 'expired', name: 'of another name', birth: 'of another birth date', number: 'of another number', face: 'without a clear face', back: 'without its back', address: 'no proof of the address', unknown: 'not good enough',
};

/** The findings that show whether a cause that lies in what the document says is put right. */
const answeredBy: Readonly<Partial<Record<RefusalCause, CheckId>>> = {
  'wrong-type': 'kind', 'wrong-country': 'issuer', expired: 'expiry', name: 'name', birth: 'birth', number: 'number', back: 'back',
};

/** What the next refusal risks, after so many (1 is the first). */
export function riskOf(count: number): string {
  if (count <= 1) return 'A third refusal can block this customer at Blaaiz for good.';
  return count === 2 ? 'This customer was refused twice. A third refusal can block the customer at Blaaiz for good.'
    : `This customer was refused ${count} times. Every further refusal can block the customer at Blaaiz for good.`;
}

/** The new document of a refused slot is better in what was refused; `others` are the slot's other findings. Null where the refusal isn't about it. */
export function checkBetter(slot: DocumentSlot, now: readonly Evidence[], others: readonly Finding[], refused: Refused): Finding | null {
  const causes = [...new Set(refused.points.filter((point) => point.slots.includes(slot)).map((point) => point.cause))];
  if (causes.length === 0 || now.length === 0) return null;
  const before = refused.before[slot] ?? [];
  const found = before.length === 0 ? notKept(causes, others) : compared(causes, { before, now }, others);
  const risk = riskOf(refused.count);
  return { ...found, remedy: found.remedy === '' ? risk : `${found.remedy} ${risk}` };
}

function compared(causes: readonly RefusalCause[], pair: Pair, others: readonly Finding[]): Finding {
  if (pair.now.some((page) => pair.before.some((old) => sameEvidence(page, old)))) {
    return samePicture(causes);
  }
  const findings = causes.map((cause) => {
    const check = answeredBy[cause];
    if (check !== undefined) return answered(cause, others.find((finding) => finding.id === check));
    const weak = measuresFor[cause].filter((measure) => isWeak(measure, worstOf(measure, pair.before)));
    return weak.length > 0 ? measured(cause, weak, pair) : anyBetter(cause, pair);
  });
  return gravest(findings) ?? pass('better', 'better');
}

/** Causes for which the form, and not the picture, may have been wrong. */
const maybeTheForm: readonly RefusalCause[] = ['name', 'birth', 'number', 'unknown'];

function samePicture(causes: readonly RefusalCause[]): Finding {
  const cause = 'This is the picture that was refused';
  if (!causes.every((one) => maybeTheForm.includes(one))) return stop('better', 'same picture', { cause, remedy: 'Take a new one.' });
  return lookAgain('better', 'same picture', { cause, remedy: 'Take a new one. If the form was wrong and is right now, keep it with that as the reason.' });
}

/** Better in the first measure that spoke for the cause, and worse in none of the others. */
function measured(cause: RefusalCause, weak: readonly Measure[], pair: Pair): Finding {
  const [first] = weak;
  if (first === undefined) return anyBetter(cause, pair);
  const values = (measure: Measure) => [worstOf(measure, pair.before), worstOf(measure, pair.now)] as const;
  const short = isBetter(first, ...values(first)) ? weak.find((measure) => isWorse(measure, ...values(measure))) : first;
  if (short === undefined) return pass('better', bothValues(first, pair));
  const goal = short.words(needed(short, worstOf(short, pair.before)));
  return stop('better', bothValues(short, pair),
    { cause: `No better than what was refused: ${bothValues(short, pair)}`, remedy: `Blaaiz refused it as ${causeWords[cause]}. Take it again until the ${short.name} is ${goal} or better.` });
}

/** A cause that shows in no measure: something must be better and nothing worse, or a person says why it will pass now. */
function anyBetter(cause: RefusalCause, pair: Pair): Finding {
  const values = (measure: Measure) => [worstOf(measure, pair.before), worstOf(measure, pair.now)] as const;
  const worse = everyMeasure.find((measure) => isWorse(measure, ...values(measure)));
  const better = everyMeasure.find((measure) => isBetter(measure, ...values(measure)));
  if (worse === undefined && better !== undefined) return pass('better', bothValues(better, pair));
  const value = worse === undefined ? 'nothing measurably better' : bothValues(worse, pair);
  return lookAgain('better', value, { cause: `Blaaiz refused it as ${causeWords[cause]}; no measure shows that this one is better`, remedy: 'Compare both, side by side. Keep it only with what you put right as the reason.' });
}

function answered(cause: RefusalCause, finding: Finding | undefined): Finding {
  if (finding?.verdict === 'pass') return pass('better', finding.value);
  if (finding !== undefined) return { ...finding, id: 'better', label: pass('better', '').label, field: null };
  return lookAgain('better', 'can\u2019t be measured', { cause: `Blaaiz refused it as ${causeWords[cause]}; this can\u2019t be checked here`, remedy: 'Compare form and document yourself. Keep it only with what you put right as the reason.' });
}

function notKept(causes: readonly RefusalCause[], others: readonly Finding[]): Finding {
  const [cause = 'unknown'] = causes;
  const check = answeredBy[cause];
  if (check !== undefined && causes.length === 1) return answered(cause, others.find((finding) => finding.id === check));
  return lookAgain('better', 'nothing to compare with', { cause: `Blaaiz refused it as ${causeWords[cause]}; the refused picture\u2019s measures aren\u2019t kept here`, remedy: 'Keep it only with what you put right as the reason.' });
}

function bothValues(measure: Measure, { before, now }: Pair): string {
  return `${measure.name} ${measure.words(worstOf(measure, before))} before, ${measure.words(worstOf(measure, now))} now`;
}

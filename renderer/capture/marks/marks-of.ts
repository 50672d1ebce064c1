import type { Area, Evidence } from '../../../preload/contract/evidence.ts';
import type { CheckId, Finding, Verdict } from '../../../preload/contract/preflight.ts';
import { t } from '../../text.ts';

/** What is drawn on a picture: brackets at the document’s corners, a box round what was read, a dashed outline round a flaw. `corners` of brackets
 *  names those that don't pass. */
export type Mark =
  | { readonly id: string; readonly shape: 'brackets'; readonly verdict: Verdict; readonly area: Area; readonly wrong: readonly number[] }
  | { readonly id: string; readonly shape: 'box' | 'outline' | 'ellipse'; readonly verdict: Verdict; readonly area: Area };

/** A note in the margin: what it says, and the mark it leads to. */
export type Callout = { readonly id: string; readonly verdict: Verdict; readonly head: string; readonly line: string; readonly mark: string };

/** Everything that is drawn on a page. */
export type Drawn = { readonly marks: readonly Mark[]; readonly callouts: readonly Callout[] };

/** The most notes beside a picture: the list below says the rest. */
const most = 4;
const framed: ReadonlySet<CheckId> = new Set(['corners', 'readable', 'checks', 'resolution', 'exposure', 'contrast']);

/** What is drawn on a page for its evidence and findings; `findings` are this page's. */
export function drawnOf(evidence: Evidence, findings: readonly Finding[]): Drawn {
  const by = (id: CheckId) => findings.find((one) => one.id === id) ?? null;
  const flaws = findings.filter(({ id, verdict, areas }) => verdict !== 'pass' && !framed.has(id) && areas.length > 0).map(flawOf);
  const parts = [cornersOf(evidence, by('corners')), zoneOf(evidence, by('checks') ?? by('readable')), faceOf(evidence, by('face'))].filter((part) => part !== null);
  const all = [...flaws, ...parts];
  const callouts = all.map(({ callout }) => callout).sort((a, b) => Number(a.verdict === 'pass') - Number(b.verdict === 'pass')).slice(0, most);
  return { marks: all.flatMap(({ marks }) => marks), callouts };
}

type Part = { readonly marks: readonly Mark[]; readonly callout: Callout };

function flawOf({ id, verdict, areas, label, cause, value }: Finding): Part {
  const shape = id === 'glare' ? 'ellipse' : 'outline';
  const marks = areas.map((area, index): Mark => ({ id: `${id}-${index}`, shape, verdict, area }));
  return { marks, callout: { id, verdict, head: label, line: afterLabel(label, cause === '' ? value : cause), mark: `${id}-0` } };
}

function cornersOf({ document, cut }: Evidence, finding: Finding | null): Part | null {
  if (!document) return null;
  const verdict = finding?.verdict ?? 'pass';
  return {
    marks: [{ id: 'corners', shape: 'brackets', verdict, area: document.area, wrong: cut.corners }],
    callout: verdict === 'pass' ? { id: 'corners', verdict, head: t('Four corners'), line: t('all inside'), mark: 'corners' } : { id: 'corners', verdict, head: t('Corners'), line: finding?.value ?? '', mark: 'corners' },
  };
}

function zoneOf({ zone }: Evidence, finding: Finding | null): Part | null {
  if (zone.state === 'none' || !zone.area || !finding) return null;
  const { verdict } = finding;
  return { marks: [{ id: 'zone', shape: 'box', verdict, area: zone.area }], callout: { id: 'zone', verdict, head: t('Code lines'), line: verdict === 'pass' ? finding.value : afterLabel(t('Code lines'), finding.cause), mark: 'zone' } };
}

function faceOf({ faces }: Evidence, finding: Finding | null): Part | null {
  if (!faces || faces.length === 0 || !finding) return null;
  const { verdict } = finding;
  const marks = faces.map(({ area }, index): Mark => ({ id: `face-${index}`, shape: 'box', verdict, area }));
  return { marks, callout: { id: 'face', verdict, head: finding.label, line: finding.value, mark: 'face-0' } };
}

/** "Glare hides the birth date" under "Glare" is "hides the birth date"; any other sentence stays whole. */
function afterLabel(label: string, sentence: string): string {
  const rest = sentence.startsWith(`${label} `) ? sentence.slice(label.length + 1) : sentence;
  return rest;
}

import type { Area } from '../evidence.ts';
import { verdicts, type CheckId, type Finding, type Verdict } from '../preflight.ts';

/** What each check is called in the list. */
const labels: Readonly<Record<CheckId, string>> = {
  sharp: 'Sharp', glare: 'Glare', exposure: 'Light', contrast: 'Contrast', corners: 'All four corners', resolution: 'Resolution', covered: 'Nothing over it',
  genuine: 'The original itself', kind: 'Type', readable: 'Code lines', checks: 'Check digits', issuer: 'Issued by', name: 'Name', birth: 'Birth date',
  number: 'Document number', expiry: 'Valid until', face: 'Face', back: 'Both sides', better: 'Better than refused',
};

type Shown = { readonly page?: number; readonly areas?: readonly Area[]; readonly field?: string | null; readonly label?: string };
/** Why a page doesn't pass, and what to do about it. */
type Reason = { readonly cause: string; readonly remedy: string };

const made = (id: CheckId, verdict: Verdict, value: string, reason: Reason, shown: Shown): Finding => ({
  id, verdict, value, label: shown.label ?? labels[id], ...reason, page: shown.page ?? 0, areas: (shown.areas ?? []).slice(0, 8).map(([a, b, c, d]) => [a, b, c, d]), field: shown.field ?? null,
  overridable: verdict === 'look-again',
});

/** A finding that passes. */
export function pass(id: CheckId, value: string, shown: Shown = {}): Finding {
  return made(id, 'pass', value, { cause: '', remedy: '' }, shown);
}

/** A finding that asks for another look; a written reason lets it go. */
export function lookAgain(id: CheckId, value: string, reason: Reason, shown: Shown = {}): Finding {
  return made(id, 'look-again', value, reason, shown);
}

/** A finding that ends here: nothing lets it go. */
export function stop(id: CheckId, value: string, reason: Reason, shown: Shown = {}): Finding {
  return made(id, 'stop', value, reason, shown);
}

/** The gravest of some findings, the first of equals; null without any. */
export function gravest(findings: readonly Finding[]): Finding | null {
  return findings.reduce<Finding | null>((worst, finding) => (worst === null || verdicts.indexOf(finding.verdict) > verdicts.indexOf(worst.verdict) ? finding : worst), null);
}

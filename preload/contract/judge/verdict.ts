import type { Finding, Override, Verdict } from '../preflight.ts';

/** What some findings come to: the gravest of them, without those that a written reason lets go. Without any, pass. */
export function verdictOf(findings: readonly Finding[], overrides: readonly Pick<Override, 'id' | 'reason'>[] = []): Verdict {
  const left = findings.filter((finding) => !isLetGo(finding, overrides)).map((finding) => finding.verdict);
  if (left.includes('stop')) return 'stop';
  return left.includes('look-again') ? 'look-again' : 'pass';
}

/** Whether a written reason lets a finding go. */
export function isLetGo(finding: Finding, overrides: readonly Pick<Override, 'id' | 'reason'>[]): boolean {
  return finding.overridable && finding.verdict !== 'stop' && overrides.some(({ id, reason }) => id === finding.id && reason.trim() !== '');
}

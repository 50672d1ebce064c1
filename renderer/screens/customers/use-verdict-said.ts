import { useSettled } from '../../components/use-settled.ts';
import { t } from '../../text.ts';
import { standing, standingOf } from './judged.ts';
import type { Staged } from './use-staged.ts';
import { goingOn } from './verdict-words.ts';

/** What the checks of the page on the stage come to, for a screen reader: once it stays the same, not at every letter typed in the form. */
export function useVerdictSaid(label: string, staged: Staged | null): string {
  return useSettled(staged ? wordsOf(label, staged) : '', 800);
}

function wordsOf(label: string, { findings, overrides }: Staged): string {
  const how = standingOf(findings, overrides);
  const [worst] = standing(findings, overrides);
  if (findings.length === 0 || how === null) return '';
  if (how === 'kept') return t('{label} is checked and kept with a reason.', { label });
  if (!worst) return t('{label} is checked and passes.', { label });
  const cause = goingOn(worst.cause);
  return worst.verdict === 'stop' ? t('{label} is checked and stopped, because {cause}.', { label, cause }) : t('{label} is checked and wants another look, because {cause}.', { label, cause });
}

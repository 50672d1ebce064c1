import { useSettled } from '../../components/use-settled.ts';
import { t } from '../../text.ts';
import { standing, standingOf } from './judged.ts';
import type { Staged } from './use-staged.ts';
import { verdictHead } from './verdict-words.ts';

/** What the checks of the page on the stage come to, for a screen reader: once it stays the same, not at every letter typed in the form. */
export function useVerdictSaid(staged: Staged | null): string {
  return useSettled(staged ? wordsOf(staged) : '', 800);
}

function wordsOf({ findings, overrides }: Staged): string {
  const how = standingOf(findings, overrides);
  const [worst] = standing(findings, overrides);
  if (findings.length === 0 || how === null) return '';
  if (worst) return verdictHead(worst);
  return how === 'kept' ? t('Kept with a reason') : t('Passed: every check is fine');
}

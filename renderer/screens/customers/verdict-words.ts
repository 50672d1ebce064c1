import type { Finding } from '../../../preload/contract/preflight.ts';
import { t } from '../../text.ts';

/** A sentence that goes on after a colon: "Glare hides …" is "glare hides …"; what begins with capitals on purpose stays. */
export function goingOn(sentence: string): string {
  const [first = '', second = ''] = sentence;
  return second === second.toLowerCase() ? `${first.toLowerCase()}${sentence.slice(1)}` : sentence;
}

/** "Look again: glare hides the birth date", "Stopped: this is a national ID card". */
export function verdictHead({ verdict, cause }: Pick<Finding, 'verdict' | 'cause'>): string {
  return verdict === 'stop' ? t('Stopped: {cause}', { cause: goingOn(cause) }) : t('Look again: {cause}', { cause: goingOn(cause) });
}

/** What to do about the first of some findings, and how many more there are. */
export function remedyWords(findings: readonly Finding[]): string {
  const [first] = findings;
  if (!first) return '';
  const rest = findings.length - 1;
  return rest === 0 ? first.remedy : t('{remedy} {rest, plural, one {One more thing stands} other {# more things stand}} below.', { remedy: first.remedy, rest });
}

import type { DocumentSlot, IdType } from '../../preload/contract/documents.ts';
import type { CustomerFields } from '../../preload/contract/customers.ts';
import type { OpenedFile } from './open-file.ts';

/** What a check makes of a capture: use it, take another look, or don't send it at all. */
export type Verdict = 'pass' | 'look-again' | 'stop';

/** One check's finding, with cause and remedy in words. */
export type Finding = { readonly id: string; readonly verdict: Verdict; readonly cause: string; readonly remedy: string };

/** What a check may look at. */
export type Checkable = { readonly file: OpenedFile; readonly slot: DocumentSlot; readonly idType: IdType; readonly fields: CustomerFields };

/** Looks at one capture on this computer. */
export type Check = (subject: Checkable) => Promise<Finding>;

/** The checks run on every capture before it is kept. None yet: the file's kind, size, pages and whether it opens are looked at before. */
export const checks: readonly Check[] = [];

/** Runs checks one after the other and gives what they found, in their order. */
export async function runChecks(subject: Checkable, list: readonly Check[] = checks): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of list) findings.push(await check(subject));
  return findings;
}

/** The gravest of some findings; without any, pass. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const has = (verdict: Verdict) => findings.some((finding) => finding.verdict === verdict);
  return has('stop') ? 'stop' : has('look-again') ? 'look-again' : 'pass';
}

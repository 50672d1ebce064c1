/** What is wrong with a name of a person or account holder, in words; null when nothing is. */
export function nameProblem(name: string, maxLength = 140): string | null {
  if ((name.match(/\p{L}/gu) ?? []).length < 2) return 'A name has at least two letters.';
  if (/[\p{Cc}<>{}[\]\\|]/u.test(name)) return 'This holds signs that no name has.';
  return name.length > maxLength ? `Names longer than ${maxLength} characters don\u2019t fit.` : null;
}

/** A doubt about a name that banks may not be able to write or match; null when there is none. */
export function nameDoubt(name: string): string | null {
  const foreign = Array.from(name).find((letter) => /\p{L}/u.test(letter) && !/\p{Script=Latin}/u.test(letter));
  if (foreign !== undefined) return `\u201c${foreign}\u201d is no Latin letter. Write the name as the account holds it in Latin letters.`;
  if (/\d/.test(name)) return 'There is a digit in the name.';
  return name.length > 70 ? 'Banks may cut names longer than 70 characters.' : null;
}

const weights = [3, 7, 3, 3, 7, 3, 3, 7, 3, 3, 7, 3] as const;

/** The check digit of a Nigerian account number: bank code (3 digits) and serial (9 digits), weighted 3-7-3 (Central Bank of Nigeria: NUBAN). */
export function nubanCheckDigit(bankCode: string, serial: string): number {
  const digits = bankCode + serial;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (10 - (sum % 10)) % 10;
}

/** What is wrong with a Nigerian account number's shape (10 digits), in words; null when nothing is. */
export function nubanProblem(digits: string): string | null {
  return /^\d{10}$/.test(digits) ? null : 'A Nigerian account number has 10 digits.';
}

/** A doubt about the check digit. Only banks with 3-digit codes can be checked; newer institutions have longer codes and other rules,
 *  so this is never more than a doubt. Null when there is none. */
export function nubanDoubt(digits: string, bankCode: string): string | null {
  if (nubanProblem(digits) !== null || !/^\d{3}$/.test(bankCode)) return null;
  const fits = nubanCheckDigit(bankCode, digits.slice(0, 9)) === Number(digits[9]);
  return fits ? null : 'The check digit doesn\u2019t fit this bank. Compare the number and the bank with the payee\u2019s papers.';
}

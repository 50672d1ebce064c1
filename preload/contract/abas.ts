const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1] as const;

/** First two digits that the American Bankers Association has given out: government, Federal Reserve districts, thrifts, electronic, cheques. */
function prefixIsAssigned(prefix: number): boolean {
  return prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72) || prefix === 80;
}

/** What is wrong with a US routing number (digits only, 9 of them, 3-7-1 checksum, assigned prefix), in words; null when nothing is. */
export function abaProblem(digits: string): string | null {
  if (!/^\d{9}$/.test(digits)) return 'A routing number has 9 digits.';
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  if (sum === 0) return 'A routing number is never all zeros.';
  if (!prefixIsAssigned(Number(digits.slice(0, 2)))) return 'No US bank has a routing number that starts like this.';
  return sum % 10 === 0 ? null : 'One digit is wrong: the routing number fails its check.';
}

const states = new Set((
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY '
  + 'AS GU MP PR VI UM AA AE AP'
).split(' '));

/** What is wrong with a US state (two letters, territories and military posts too), in words; null when nothing is. */
export function usStateProblem(state: string): string | null {
  if (!/^[A-Z]{2}$/.test(state)) return 'Write the state as two letters, such as NY.';
  return states.has(state) ? null : `\u201c${state}\u201d is no US state.`;
}

/** What is wrong with a ZIP code (5 digits, or 5-4), in words; null when nothing is. */
export function zipProblem(zip: string): string | null {
  return /^\d{5}(-\d{4})?$/.test(zip) ? null : 'A ZIP code has 5 digits, or 5 and 4 with a dash.';
}

const money = /^[0-9]{1,12}(\.[0-9]{1,2})?$/;

/** US cents from a decimal text of at most two decimals ("250.5" is 25050), or undefined when it is anything else. */
export function parseCents(text: string): number | undefined {
  if (!money.test(text)) return undefined;
  const [whole = '', decimals = ''] = text.split('.');
  return Number(whole + decimals.padEnd(2, '0'));
}

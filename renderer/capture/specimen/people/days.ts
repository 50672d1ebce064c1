/** A day some days later (or earlier), both YYYY-MM-DD. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** How documents write a day: `words` 14 MAR 1991, `dots` 14.03.1991, `slashes` 03/14/1991, `iso` 1991-03-14. */
export type DayStyle = 'words' | 'dots' | 'slashes' | 'iso';

/** A day as a document prints it. */
export function printedDay(day: string, style: DayStyle): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (style === 'dots') return `${date}.${month}.${year}`;
  if (style === 'slashes') return `${month}/${date}/${year}`;
  if (style === 'iso') return day;
  return `${date} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** What a zone's document code stands for, as far as it decides what the provider takes. */
export type CodeKind = 'passport' | 'resident_permit' | 'id_card' | 'visa' | 'crew' | 'licence' | 'unfamiliar';

/**
 * Codes of cards that are no national identity card, with the states that use them so (`*` for any). Sources: ICAO Doc 9303 parts 4 to 7, 8th edition 2021
 * (P passports, V visas, A, C and I cards with a second letter of the issuer's choice, AC crew members); Council Regulation (EC) 1030/2002 with 2017/1954
 * (uniform residence permits, printed IR, AR, RP or CR by the member states); USCIS specimens (C1, C2 permanent resident, IA employment authorisation);
 * specimens in the PRADO register of the Council of the European Union. As of 20 November 2026.
 */
const permits: Readonly<Record<string, readonly string[]>> = {
  IR: ['*'], AR: ['*'], CR: ['*'], RP: ['*'], RC: ['*'], R: ['*'], RE: ['*'], IT: ['GBR'],
  C1: ['USA'], C2: ['USA'], IA: ['USA'],
};

/** Codes of national identity cards and of the passport cards that count as such: I, A or C alone, ID, and what issuers use beside them. */
const idCards: readonly string[] = ['I', 'A', 'C', 'ID', 'IC', 'II', 'IP', 'IO', 'IN', 'IE', 'CI', 'CN', 'AI', 'AN'];

/** What a document code (without fillers) of an issuing state (as printed) stands for; cards that no list names are `unfamiliar`. */
export function codeKind(code: string, issuer: string): CodeKind {
  const states = permits[code];
  if (states !== undefined && (states.includes('*') || states.includes(issuer))) return 'resident_permit';
  if (code.startsWith('P')) return 'passport';
  if (code.startsWith('V')) return 'visa';
  if (code === 'AC') return 'crew';
  // Licences of a few states carry a zone of their own kind (ISO/IEC 18013-2 leaves its code open; Switzerland prints FA, others D).
  if (code.startsWith('D') || code === 'FA') return 'licence';
  return idCards.includes(code) ? 'id_card' : 'unfamiliar';
}

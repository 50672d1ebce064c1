import type { DocumentSlot, IdType } from '../documents.ts';

const nouns: Readonly<Record<IdType, string>> = { passport: 'passport', drivers_license: 'licence', resident_permit: 'permit' };

/** What a slot's page is called in a sentence. */
export function noun(slot: DocumentSlot, idType: IdType): string {
  if (slot === 'proof_of_address') return 'letter';
  return slot === 'liveness_check' ? 'photo' : nouns[idType];
}

/** A share from 0 to 1 in words: 6.4%, and 0.4% rather than nothing. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value >= 10 ? Math.round(value) : Math.round(value * 10) / 10}%`;
}

/** A score of 0 to 100 in words. */
export function outOf100(score: number): string {
  return `${Math.round(score)} of 100`;
}

/** Several words as a list: a, b and c. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** A count with its noun: 1 character, 3 characters. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

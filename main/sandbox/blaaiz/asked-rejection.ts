import type { Customer } from '../model.ts';

// What each word of an e-mail like `thea+reject-glare-name@example.test` is rejected for, in a reviewer's words.
const points: Readonly<Record<string, string>> = {
  blur: 'The identity document is blurry and can not be read.',
  glare: 'Glare on the identity document.',
  dark: 'The image of the identity document is too dark.',
  crop: 'The front image is cropped.',
  covered: 'A finger covers part of the identity document.',
  copy: 'The identity document is a photocopy.',
  type: 'National ID cards are not accepted.',
  country: 'The identity document was not issued by the customer\u2019s country.',
  expired: 'The identity document has expired.',
  name: 'The name does not match the identity document.',
  birth: 'The date of birth does not match the identity document.',
  number: 'The document number does not match the identity document.',
  face: 'The face in the liveness photo is not clear.',
  back: 'The back of the document is missing.',
  address: 'The proof of address does not show the address.',
};

/** A rejection that somebody asks for by hand: how often in a row, and in what words, a line a point. */
export interface AskedRejection { readonly times: number; readonly comment: string }

/** The rejection that a person's e-mail asks for: `+reject-` and words joined by `-` before the `@`, with a number after `reject` for more than one
 *  time; null for any other. */
export function askedRejection(customer: Pick<Customer, 'fields' | 'type'>): AskedRejection | null {
  const asked = customer.type === 'individual' ? /\+reject(\d?)-([a-z-]+)@/i.exec(String(customer.fields['email'] ?? '')) : null;
  const said = (asked?.[2] ?? '').toLowerCase().split('-').flatMap((word) => points[word] ?? []);
  return said.length === 0 ? null : { times: Number(asked?.[1] || 1), comment: said.join('\n') };
}

import type { CustomerFields } from '../../../preload/contract/customers.ts';
import type { DocumentSlot } from '../../../preload/contract/documents.ts';
import { drawSpecimen } from './draw.ts';
import { facePhoto } from './face-photo.ts';
import { loadFonts } from './fonts.ts';
import { formPerson } from './form-person.ts';
import { sizeOf } from './kinds.ts';
import { layOnDesk } from './on-desk.ts';
import type { Person } from './people/person.ts';
import { specimenKindFor } from './slot-kind.ts';

/** What a specimen is drawn for; `today` is YYYY-MM-DD, the seed invents what the form leaves empty. */
export type PracticeWish = { readonly slot: DocumentSlot; readonly fields: CustomerFields; readonly today: string; readonly seed: string };

/** Draws the paper that belongs into a slot, of nobody real and marked as a specimen, as a photo of it on a desk (JPEG). */
export async function practicePaper({ slot, fields, today, seed }: PracticeWish): Promise<File> {
  await loadFonts();
  // Where the form says nothing yet, somebody from a country whose customers Blaaiz takes.
  const person = plainPerson({ ...fields, country: fields.country === '' ? 'NG' : fields.country }, today, seed);
  const kind = specimenKindFor(slot, fields.idType, person.state.alpha2);
  const photo = kind === 'portrait' ? facePhoto(person, seed) : layOnDesk(drawSpecimen({ kind, person, seed }, sizeOf(kind)[0] > 150 ? 7.2 : 13, today), seed);
  const blob = await photo.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
  return new File([blob], `specimen-${kind}.jpg`, { type: 'image/jpeg' });
}

/** Somebody whose invented names are easily typed: of both kinds, and not cut in the code lines. The same seed gives the same face, whatever is typed. */
function plainPerson(fields: CustomerFields, today: string, seed: string): Person {
  const seeds = Array.from({ length: 20 }, (_none, turn) => `${seed}/${turn}`);
  const plain = seeds.find((one) => isPlain(formPerson({ ...fields, firstName: '', lastName: '' }, today, one)));
  return formPerson(fields, today, plain ?? seed);
}

function isPlain({ given, family }: Person): boolean {
  return given !== '' && given.length + family.length < 30;
}

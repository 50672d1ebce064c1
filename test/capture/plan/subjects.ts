import type { DocumentSlot, IdType } from '../../../preload/contract/documents.ts';
import type { SpecimenKind } from '../../../renderer/capture/specimen/kinds.ts';

/** What a person puts into a slot: a paper, a portrait or (null) the bare desk. `states` limits who issues it. */
export type Subject = { readonly slot: DocumentSlot; readonly idType: IdType; readonly kind: SpecimenKind | 'portrait' | null; readonly states?: 'us' | 'others' };

/** The right thing in each slot; how often each stands here is how often it comes up. */
export const rightSubjects: readonly Subject[] = [
  { slot: 'identity', idType: 'passport', kind: 'passport' }, { slot: 'proof_of_address', idType: 'passport', kind: 'letter' },
  { slot: 'identity_back', idType: 'resident_permit', kind: 'permit-back' }, { slot: 'identity', idType: 'drivers_license', kind: 'licence-front', states: 'others' },
  { slot: 'identity', idType: 'passport', kind: 'passport' }, { slot: 'liveness_check', idType: 'passport', kind: 'portrait' },
  { slot: 'identity', idType: 'resident_permit', kind: 'permit-front' }, { slot: 'identity_back', idType: 'drivers_license', kind: 'us-licence-back', states: 'us' },
  { slot: 'identity', idType: 'passport', kind: 'passport' }, { slot: 'proof_of_address', idType: 'drivers_license', kind: 'bill' },
  { slot: 'identity', idType: 'drivers_license', kind: 'us-licence-front', states: 'us' }, { slot: 'identity_back', idType: 'resident_permit', kind: 'permit-back' },
  { slot: 'identity', idType: 'passport', kind: 'passport' }, { slot: 'identity_back', idType: 'drivers_license', kind: 'licence-back', states: 'others' },
];

/** Things in the wrong slot, and what the pre-flight has to say of each: `stop` where nothing may let it go. */
export const wrongSubjects: readonly (Subject & { readonly name: string; readonly verdict: 'stop' | 'blocked' })[] = [
  { name: 'national ID for a passport', verdict: 'stop', slot: 'identity', idType: 'passport', kind: 'id-front' },
  { name: 'national ID for a passport', verdict: 'stop', slot: 'identity', idType: 'passport', kind: 'id2-front' },
  { name: 'national ID for a permit', verdict: 'stop', slot: 'identity_back', idType: 'resident_permit', kind: 'id-back' },
  { name: 'national ID for a permit', verdict: 'stop', slot: 'identity', idType: 'resident_permit', kind: 'id2-front' },
  { name: 'national ID for a licence', verdict: 'stop', slot: 'identity', idType: 'drivers_license', kind: 'id2-front', states: 'others' },
  { name: 'passport for a licence', verdict: 'stop', slot: 'identity', idType: 'drivers_license', kind: 'passport' },
  { name: 'licence for a passport', verdict: 'stop', slot: 'identity', idType: 'passport', kind: 'licence-front', states: 'others' },
  { name: 'letter for an identity document', verdict: 'blocked', slot: 'identity', idType: 'passport', kind: 'letter' },
  { name: 'letter for an identity document', verdict: 'blocked', slot: 'identity', idType: 'drivers_license', kind: 'bill' },
  { name: 'document for a letter', verdict: 'stop', slot: 'proof_of_address', idType: 'passport', kind: 'passport' },
  { name: 'document for a face', verdict: 'stop', slot: 'liveness_check', idType: 'passport', kind: 'passport' },
  { name: 'face for a document', verdict: 'blocked', slot: 'identity', idType: 'passport', kind: 'portrait' },
  { name: 'back for a front', verdict: 'blocked', slot: 'identity', idType: 'resident_permit', kind: 'permit-back' },
  { name: 'back for a front', verdict: 'blocked', slot: 'identity', idType: 'drivers_license', kind: 'us-licence-back', states: 'us' },
  { name: 'front for a back', verdict: 'blocked', slot: 'identity_back', idType: 'resident_permit', kind: 'permit-front' },
  { name: 'front for a back', verdict: 'blocked', slot: 'identity_back', idType: 'drivers_license', kind: 'us-licence-front', states: 'us' },
  { name: 'blank page', verdict: 'blocked', slot: 'proof_of_address', idType: 'passport', kind: 'blank' },
  { name: 'blank page', verdict: 'blocked', slot: 'identity', idType: 'passport', kind: 'blank' },
  { name: 'empty desk', verdict: 'blocked', slot: 'identity', idType: 'passport', kind: null },
  { name: 'empty desk', verdict: 'blocked', slot: 'proof_of_address', idType: 'passport', kind: null },
  { name: 'no face', verdict: 'blocked', slot: 'liveness_check', idType: 'passport', kind: null },
];

const zoned: readonly Subject['kind'][] = ['passport', 'permit-back', 'id-back', 'id2-front'];
/** Whether its zone or barcode tells name, birth date, number and expiry. */
export function tellsData(kind: Subject['kind']): boolean {
  return zoned.includes(kind) || kind === 'us-licence-back';
}
/** Whether it is a page of A4. */
export function isLetter(kind: Subject['kind']): boolean {
  return kind === 'letter' || kind === 'bill' || kind === 'blank';
}

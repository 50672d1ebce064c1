import { customerFieldsSchema, type CustomerFields } from '../customers.ts';
import { documentSlots, slotsFor, type DocumentSlot, type IdType } from '../documents.ts';
import type { RefusalCause, RefusalPoint } from '../preflight.ts';

type Field = keyof CustomerFields;
/** What may be changed after a refusal; everything else stays as it was sent. */
export type Editable = { readonly slots: readonly DocumentSlot[]; readonly fields: readonly Field[] };

const every = Object.keys(customerFieldsSchema.shape) as readonly Field[];
const ofDocument: readonly Field[] = ['idType', 'idNumber', 'idIssueDate', 'idExpiryDate'];
const fieldsFor: Readonly<Record<RefusalCause, readonly Field[]>> = {
  blur: [], glare: [], dark: [], crop: [], covered: [], copy: [], face: [], back: [],
  'wrong-type': ofDocument, 'wrong-country': ['country', ...ofDocument], expired: ofDocument,
  name: ['firstName', 'lastName'], birth: ['dob'], number: ['idNumber'], address: ['street', 'city', 'state', 'zipCode'], unknown: every,
};

/** The slots and form fields a refusal is about, in their own order; everything when a point can't be told, or when there are none. */
export function editableAfter(points: readonly RefusalPoint[], idType: IdType): Editable {
  const causes = points.map((point) => point.cause);
  // Another document may have a back where the refused one had none.
  const open = causes.some((cause) => fieldsFor[cause].includes('idType'));
  const shown = open || points.length === 0 ? documentSlots : slotsFor(idType).map(({ slot }) => slot);
  if (points.length === 0 || causes.includes('unknown')) return { slots: [...shown], fields: every };
  const concerned = shown.filter((slot) => points.some((point) => point.slots.includes(slot)));
  const fields = every.filter((field) => causes.some((cause) => fieldsFor[cause].includes(field)));
  return { slots: concerned.length > 0 ? concerned : [...shown], fields };
}

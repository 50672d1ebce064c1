import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { overrideSchema } from './preflight.ts';

/** The identity documents Blaaiz takes for individuals (Blaaiz guide: Payout process). National ID cards are refused. */
export const idTypes = ['passport', 'drivers_license', 'resident_permit'] as const;
/** An identity document type. */
export type IdType = (typeof idTypes)[number];

/** Words for each document type; `id_card` is named so that its refusal can be explained. */
export const idTypeLabels: Readonly<Record<IdType | 'id_card', string>> = {
  passport: 'Passport', drivers_license: 'Driving licence', resident_permit: 'Resident permit', id_card: 'National ID',
};

/** The upload slots of an individual (Blaaiz API reference: Get presigned URL, `file_category`). */
export const documentSlots = ['identity', 'identity_back', 'proof_of_address', 'liveness_check'] as const;
/** An upload slot. */
export type DocumentSlot = (typeof documentSlots)[number];

/** Whether a document type has a second side that must be uploaded too. */
export function hasBack(idType: IdType): boolean {
  return idType !== 'passport';
}

/** The slots shown for a document type, and which of them must be filled before submitting. */
export function slotsFor(idType: IdType): readonly { readonly slot: DocumentSlot; readonly required: boolean }[] {
  const back = hasBack(idType) ? [{ slot: 'identity_back', required: true } as const] : [];
  return [
    { slot: 'identity', required: true }, ...back,
    { slot: 'proof_of_address', required: false }, { slot: 'liveness_check', required: false },
  ];
}

/** The slot in the person's words; the identity slot carries the document's name. */
export function slotLabel(slot: DocumentSlot, idType: IdType): string {
  if (slot === 'identity') return idType === 'passport' ? 'Passport page' : `${idTypeLabels[idType]}, front`;
  if (slot === 'identity_back') return `${idTypeLabels[idType]}, back`;
  return slot === 'proof_of_address' ? 'Proof of address' : 'Liveness photo';
}

/** File types a slot takes, by what the bytes say. */
export const documentMimes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
/** A file type a slot takes. */
export type DocumentMime = (typeof documentMimes)[number];

/** Largest file in bytes (Blaaiz guide: KYB onboarding, 25 MB; assumed the same for individuals). */
export const maxDocumentBytes = 25 * 1024 * 1024;
/** Most pages a PDF may have: our own limit, an identity document or a proof of address is never longer. */
export const maxDocumentPages = 10;

/** Reads the type from the first bytes, never from the name; null when it is none of {@link documentMimes}. */
export function sniffDocument(bytes: Uint8Array): DocumentMime | null {
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  return null;
}

/** Where one document stands between the desk and the provider. */
export const documentStates = ['kept', 'uploading', 'uploaded', 'cut', 'attached'] as const;

/** A document kept for a customer: `bytes` is its size, `sent` how many bytes have left during an upload, times are epoch ms. `evidence` is what the
 *  pixels of each page say, `overrides` the written reasons for keeping it, `captureIds` its pages with their untouched originals, in order. */
export const documentSchema = z.strictObject({
  id: z.string(),
  slot: z.enum(documentSlots),
  name: z.string(),
  mime: z.enum(documentMimes),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  state: z.enum(documentStates),
  sent: z.number().int(),
  problem: z.string().nullable(),
  addedAt: z.number(),
  evidence: z.array(evidenceSchema), overrides: z.array(overrideSchema), captureIds: z.array(z.string()),
});
/** A document kept for a customer. */
export type DocumentInfo = Readonly<z.infer<typeof documentSchema>>;

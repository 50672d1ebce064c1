import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { documentSchema, documentSlots, idTypes } from './documents.ts';
import { refusalPointSchema } from './preflight.ts';
import { timelineEntrySchema } from './timeline.ts';

const text = z.string().max(200);

/** What the individual form holds; an empty string is "not filled". Dates are YYYY-MM-DD, country is ISO 3166-1 alpha-2, phone is as typed. */
export const customerFieldsSchema = z.strictObject({
  firstName: text, lastName: text, email: text, phone: text, country: text,
  dob: text, idType: z.enum(idTypes), idNumber: text, idIssueDate: text, idExpiryDate: text,
  tin: text, street: text, city: text, state: text, zipCode: text,
});
/** What the individual form holds. */
export type CustomerFields = Readonly<z.infer<typeof customerFieldsSchema>>;

/** An empty individual form. */
export const emptyCustomerFields: CustomerFields = {
  firstName: '', lastName: '', email: '', phone: '', country: '', dob: '', idType: 'passport', idNumber: '', idIssueDate: '',
  idExpiryDate: '', tin: '', street: '', city: '', state: '', zipCode: '',
};

/** Where a customer stands. `submitting` covers create, upload and attach; `cut` is a submission that stopped and can go on. */
export const customerStates = ['draft', 'submitting', 'cut', 'pending', 'verified', 'rejected'] as const;
/** Where a customer stands. */
export type CustomerState = (typeof customerStates)[number];

/** A customer in lists. `pendingSince` (epoch ms) starts the clock: late after 2 h, escalate after 5 h. */
export const customerRowSchema = z.strictObject({
  id: z.string(), name: z.string(), email: z.string(), country: z.string(),
  state: z.enum(customerStates), extraChecks: z.boolean(),
  pendingSince: z.number().nullable(), updatedAt: z.number(),
});
/** A customer in lists. */
export type CustomerRow = Readonly<z.infer<typeof customerRowSchema>>;

/** The last refusal by the provider: the how-manieth it is, its points, which slots and form fields may be changed for it, and the refused documents, to
 *  stand beside the new ones. */
export const rejectionSchema = z.strictObject({
  count: z.number().int().min(1), at: z.number(), points: z.array(refusalPointSchema),
  slots: z.array(z.enum(documentSlots)), fields: z.array(z.string()), before: z.array(documentSchema),
});
/** The last refusal by the provider. */
export type Rejection = Readonly<z.infer<typeof rejectionSchema>>;

/** A customer whole. `locked` lists the fields that can't change since verification; `checkedAt` is the last look at the provider. */
export const customerSchema = customerRowSchema.extend({
  remoteId: z.string().nullable(),
  fields: customerFieldsSchema,
  locked: z.array(z.string()),
  verifiedAt: z.number().nullable(),
  checkedAt: z.number().nullable(),
  nextCheckAt: z.number().nullable(),
  comment: z.string().nullable(),
  problem: appErrorSchema.nullable(),
  documents: z.array(documentSchema),
  rejection: rejectionSchema.nullable(),
  timeline: z.array(timelineEntrySchema),
});
/** A customer whole. */
export type Customer = Readonly<z.infer<typeof customerSchema>>;

/** A customer that may be the same person, with what is alike in words. */
export const likelyTwinSchema = z.strictObject({ customer: customerRowSchema, fields: customerFieldsSchema, alike: z.array(z.string()), where: z.enum(['here', 'provider']) });
/** A customer that may be the same person. */
export type LikelyTwin = Readonly<z.infer<typeof likelyTwinSchema>>;

/** Verification clock: normal up to `lateAfter`, write to support at `escalateAfter` (Blaaiz guide: Payout process), in ms. */
export const verificationClock = { lateAfter: 2 * 3_600_000, escalateAfter: 5 * 3_600_000 } as const;
/** Tells where a pending customer stands on the verification clock. */
export function verificationPace(pendingSince: number, now: number): 'normal' | 'late' | 'escalate' {
  const waited = now - pendingSince;
  return waited >= verificationClock.escalateAfter ? 'escalate' : waited >= verificationClock.lateAfter ? 'late' : 'normal';
}

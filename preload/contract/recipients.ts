import { z } from 'zod';
import { appErrorSchema } from './errors.ts';

/** The rails that Kira pays out on from a virtual account (Kira guide: Payouts). */
export const recipientRails = ['wire', 'swift'] as const;
/** A rail of a recipient. */
export type RecipientRail = (typeof recipientRails)[number];

const text = z.string().max(200);
/** Everything asked for a recipient, as typed; what a rail doesn't ask for is ''. Countries are alpha-2. `accountNumber` holds the IBAN
 *  where the bank uses one (Kira guide: Recipients has no field of its own for it). `userId` is the Kira user who pays. */
export const recipientFieldsSchema = z.strictObject({
  userId: z.string().max(100), rail: z.enum(recipientRails), kind: z.enum(['individual', 'business']),
  firstName: text, lastName: text, companyName: text, email: text, phone: text,
  street: text, city: text, state: text, postalCode: text, country: text,
  accountNumber: text, routingNumber: text, bic: text, intermediaryRouting: text, accountType: z.enum(['', 'checking', 'savings']),
  bankName: text, bankStreet: text, bankCity: text, bankState: text, bankPostalCode: text, bankCountry: text,
  docType: z.enum(['', 'id', 'dni', 'passport', 'ein']), docNumber: text, docCountry: text,
});
/** Everything asked for a recipient. */
export type RecipientFields = Readonly<z.infer<typeof recipientFieldsSchema>>;
/** The name of one field of a recipient. */
export type RecipientFieldKey = keyof RecipientFields;

/** An empty recipient form. */
export const emptyRecipientFields: RecipientFields = {
  userId: '', rail: 'wire', kind: 'business', firstName: '', lastName: '', companyName: '', email: '', phone: '',
  street: '', city: '', state: '', postalCode: '', country: '', accountNumber: '', routingNumber: '', bic: '', intermediaryRouting: '',
  accountType: '', bankName: '', bankStreet: '', bankCity: '', bankState: '', bankPostalCode: '', bankCountry: '',
  docType: '', docNumber: '', docCountry: '',
};

/** Where a recipient stands: only here, being made at Kira, not known whether it was made, there, or refused. */
export const recipientStates = ['draft', 'sending', 'unknown', 'there', 'refused'] as const;

/** A recipient of the book: one account on one rail. Kira can't change or delete one, so what is there is only hidden here; times epoch ms. */
export const recipientSchema = z.strictObject({
  id: z.string(), remoteId: z.string().nullable(), state: z.enum(recipientStates), name: z.string(), tail: z.string(), fields: recipientFieldsSchema,
  problem: appErrorSchema.nullable(), lastPaidAt: z.number().nullable(), createdAt: z.number(), updatedAt: z.number(),
});
/** A recipient of the book. */
export type Recipient = Readonly<z.infer<typeof recipientSchema>>;

/** The holder's name of a recipient as the bank gets it. */
export function recipientName({ kind, firstName, lastName, companyName }: RecipientFields): string {
  return kind === 'business' ? companyName.trim() : `${firstName.trim()} ${lastName.trim()}`.trim();
}

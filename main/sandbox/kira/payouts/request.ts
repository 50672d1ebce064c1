import { z } from 'zod';
import type { KiraProfile } from '../model.ts';
import { documentLimits, type KeptDocument, readDocument } from './documents.ts';
import type { Markup } from './fees.ts';
import { amountField, type Complaint, complaintsOf, instructionsField, type Instructions, markupField, textUpTo } from './fields.ts';

/** A payout request that passed the schema; amounts in US cents. */
export interface PayoutRequest {
  readonly amount: number;
  readonly recipient_id: string;
  readonly instructions: Instructions | null;
  readonly documents: readonly KeptDocument[];
  readonly markup: Markup | null;
  readonly extra_info: Readonly<Record<string, unknown>>;
  readonly quote_id: string | null;
}

/** A preview request that passed the schema; `amount` in US cents, what the recipient should get when `inverse`. */
export interface PreviewRequest {
  readonly amount: number;
  /** Null only where an account type stands in for it. */
  readonly recipient_id: string | null;
  readonly account_type: string | null;
  readonly instructions: Instructions | null;
  readonly markup: Markup | null;
  readonly inverse: boolean;
  readonly create_quote: boolean;
}

/** A parsed request, or every complaint about it. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly complaints: readonly Complaint[] };

const document = z.object({ type: z.enum(['invoice', 'other']), file: z.string(), description: textUpTo(255).optional() })
  .transform((given, context) => {
    const read = readDocument(given.type, given.file, given.description ?? null);
    if (typeof read !== 'string') return read;
    context.addIssue({ code: 'custom', path: ['file'], message: read });
    return z.NEVER;
  });
const tooMany = { message: `Array must contain at most ${documentLimits.count} element(s)` };
const documents = z.array(z.unknown()).max(documentLimits.count, tooMany).pipe(z.array(document));
const purposes = ['vendor', 'pobo', 'first_party', 'spot_3p', 'spot_1p', 'related_entities', 'other'] as const;
const rails = ['WIRE', 'SWIFT', 'ACH', 'INSTANT_PAY', 'WALLET'] as const;

/** Checks the body of a payout (Kira guide: Payouts, Create payout); keys that the version doesn't know are dropped. */
export function parsePayout(profile: KiraProfile, body: unknown): Parsed<PayoutRequest> {
  const extra = z.object({
    memo: textUpTo(profile === 'G3' ? 255 : 500).optional(), invoice_number: textUpTo(100).optional(), internal_notes: textUpTo(1000).optional(),
  });
  const schema = z.object({
    amount: amountField(profile), recipient_id: z.uuid(), payment_instructions: instructionsField.optional(),
    supporting_documents: documents.optional(), client_markup: markupField(profile).optional(), extra_info: extra.optional(),
    ...(profile === 'G1' ? {} : { quote_id: z.string().min(1).optional() }),
    ...(profile === 'G3' ? { nature_of_payment: z.enum(purposes).optional() } : {}),
  }).refine((given) => given['quote_id'] === undefined || given.client_markup === undefined, {
    path: ['client_markup'], message: 'client_markup cannot be combined with quote_id',
  });
  return read(schema, body, (given) => ({
    amount: given.amount, recipient_id: given.recipient_id, instructions: given.payment_instructions ?? null,
    documents: given.supporting_documents ?? [], markup: given.client_markup ?? null,
    extra_info: { ...given.extra_info, ...(given['nature_of_payment'] === undefined ? {} : { nature_of_payment: given['nature_of_payment'] }) },
    quote_id: typeof given['quote_id'] === 'string' ? given['quote_id'] : null,
  }));
}

/** Checks the body of a preview; the account type, quotes and the inverse calculation came with version 2026-04-14. */
export function parsePreview(profile: KiraProfile, body: unknown): Parsed<PreviewRequest> {
  const common = z.object({
    amount: amountField(profile), payment_instructions: instructionsField.optional(), client_markup: markupField(profile).optional(),
  });
  if (profile === 'G1') {
    return read(common.extend({ recipient_id: z.uuid() }), body, (given) => ({ ...shared(given), recipient_id: given.recipient_id, ...plainPreview }));
  }
  const later = common.extend({
    recipient_id: z.uuid().optional(), account_type: z.enum(rails).optional(), inverse_calculation: z.boolean().default(false),
    create_quote: z.boolean().default(false),
  }).refine((given) => given.recipient_id !== undefined || given.account_type !== undefined, {
    path: ['recipient_id'], message: 'Either recipient_id or account_type must be provided',
  });
  return read(later, body, (given) => ({
    ...shared(given), recipient_id: given.recipient_id ?? null, account_type: given.account_type ?? null,
    inverse: given.inverse_calculation, create_quote: given.create_quote,
  }));
}

const plainPreview = { account_type: null, inverse: false, create_quote: false } as const;

interface Shared {
  readonly amount: number;
  readonly payment_instructions?: Instructions | undefined;
  readonly client_markup?: Markup | undefined;
}

function shared(given: Shared): Pick<PreviewRequest, 'amount' | 'instructions' | 'markup'> {
  return { amount: given.amount, instructions: given.payment_instructions ?? null, markup: given.client_markup ?? null };
}

function read<T extends z.ZodType, R>(schema: T, body: unknown, shape: (given: z.infer<T>) => R): Parsed<R> {
  const parsed = schema.safeParse(body);
  return parsed.success ? { ok: true, value: shape(parsed.data) } : { ok: false, complaints: complaintsOf(parsed.error, body) };
}

import { z } from 'zod';
import { currencyCodes, type CurrencyCode } from './currency.ts';
import { accountModes } from './accounts.ts';
import { depositFactsSchema, depositNetworks, depositTokens, payoutDocumentSchema } from './deposit.ts';
import { appErrorSchema } from './errors.ts';
import { keptFiguresSchema } from './kept-figures.ts';
import { moneySchema } from './money.ts';
import { payeeDetailsSchema, payoutMethods } from './payee-fields.ts';
import { providerIds } from './provider.ts';
import { timelineEntrySchema } from './timeline.ts';

/** An id that the provider made: it becomes a part of an address there, so it can be nothing but a name. */
const remoteId = z.string().max(100).regex(/^\w[\w.:-]*$/);
const currency = z.enum(currencyCodes as unknown as [CurrencyCode, ...CurrencyCode[]]);

/** Every state of a payout: ours up to the provider's answer, then the provider's own life. */
export const payoutStates = [
  'draft', 'ready', 'queued', 'sending', 'accepted', 'refused', 'unknown', 'awaiting_deposit', 'deposit_expired', 'processing', 'completed', 'failed', 'returned',
] as const;
/** A state of a payout. */
export type PayoutState = (typeof payoutStates)[number];

/** The purposes offered for a payout; kept with the payout and shown at review, not sent to Blaaiz. */
export const payoutPurposes = ['Goods and materials', 'Services', 'Salary', 'Rent', 'Loan or investment', 'Family support', 'Other'] as const;

/** What a Kira payout holds beside the common draft. `mode` is the account's own. `markup` replaces the profile's mark-up whole: a fixed part in
 *  US cents and a percentage as typed ("2" is 2 %); null leaves the profile's. Network and token are null for fiat. */
export const kiraDraftSchema = z.strictObject({
  mode: z.enum(accountModes), markup: z.strictObject({ fixedMinor: z.number().int().min(0).nullable(), percent: z.string().max(12) }).nullable(),
  network: z.enum(depositNetworks).nullable(), token: z.enum(depositTokens).nullable(),
  invoiceNumber: z.string().max(100), internalNotes: z.string().max(900),
});
/** What a Kira payout holds beside the common draft. */
export type KiraDraft = Readonly<z.infer<typeof kiraDraftSchema>>;

/** What a payout draft holds. `amount` is as the person gave it: minor units of the wallet's currency when `side` is 'send', of the
 *  destination's when 'receive'; null when not set. `amountText` keeps what is being typed. `reference` is what the payee sees. For Kira,
 *  `walletId` is the virtual account, `payeeId` the recipient of the book, `kira` holds the rest, and there is no customer. */
export const payoutDraftSchema = z.strictObject({
  customerId: z.string().nullable(),
  walletId: remoteId.nullable(),
  fromCurrency: currency.nullable(),
  payeeId: z.string().nullable(),
  payeeName: z.string().max(140),
  toCurrency: currency.nullable(),
  method: z.enum(payoutMethods).nullable(),
  details: payeeDetailsSchema,
  holderName: z.string().max(200).nullable(),
  holderAccepted: z.boolean(),
  side: z.enum(['send', 'receive']),
  amountMinor: z.number().int().nullable(),
  amountText: z.string().max(60),
  reference: z.string().max(255),
  purpose: z.string().max(60),
  kira: kiraDraftSchema.nullable(),
});
/** What a payout draft holds. */
export type PayoutDraft = Readonly<z.infer<typeof payoutDraftSchema>>;

/** An empty draft. */
export const emptyPayoutDraft: PayoutDraft = {
  customerId: null, walletId: null, fromCurrency: null, payeeId: null, payeeName: '', toCurrency: null, method: null, details: {},
  holderName: null, holderAccepted: false, side: 'send', amountMinor: null, amountText: '', reference: '', purpose: '', kira: null,
};

/** A price as the provider gives it: nothing is recomputed. `gap` is what is missing when send − fees ≠ converted, null when it adds up;
 *  `quote` is there when the provider holds the price until `expiresAt` (epoch ms); `note` says what of it couldn't be read line by line. */
export const priceSchema = z.strictObject({
  send: moneySchema, fees: z.array(z.strictObject({ label: z.string(), amount: moneySchema })), totalFees: moneySchema,
  converted: moneySchema, rate: z.string(), receive: moneySchema, gap: moneySchema.nullable(), readAt: z.number(),
  quote: z.strictObject({ id: z.string(), expiresAt: z.number() }).optional(), note: z.string().optional(),
});
/** A price as the provider gives it. */
export type Price = Readonly<z.infer<typeof priceSchema>>;

/** One condition that must hold before sending: met, unmet with its remedy, or not knowable now (offline, not filled yet). */
export const prerequisiteSchema = z.strictObject({
  id: z.enum(['customer', 'wallet', 'amount', 'pair', 'payee', 'holder', 'complete', 'price', 'account', 'mode', 'recipient', 'documents', 'funding', 'code']),
  state: z.enum(['met', 'unmet', 'open']),
  label: z.string(), remedy: z.string().nullable(),
});
/** One condition that must hold before sending. */
export type Prerequisite = Readonly<z.infer<typeof prerequisiteSchema>>;

/** A payout in lists. */
export const payoutRowSchema = z.strictObject({
  id: z.string(), state: z.enum(payoutStates), needsPerson: z.boolean(), payeeName: z.string(), accountTail: z.string(),
  customerName: z.string(), reference: z.string(), send: moneySchema.nullable(), receive: moneySchema.nullable(),
  fromCurrency: currency.nullable(), toCurrency: currency.nullable(), provider: z.enum(providerIds), method: z.enum(payoutMethods).nullable(),
  updatedAt: z.number(),
});
/** A payout in lists. */
export type PayoutRow = Readonly<z.infer<typeof payoutRowSchema>>;

/** What left this computer in the last attempt; `fingerprint` is the SHA-256 of the bytes, times are epoch ms. */
export const sentFactsSchema = z.strictObject({
  merchantReference: z.string(), fingerprint: z.string(), writtenAt: z.number(), firstByteAt: z.number().nullable(),
  answeredAt: z.number().nullable(), timesSent: z.number().int(), walletBefore: moneySchema.nullable(), walletReadAt: z.number().nullable(),
});

/** One look-up of an unknown payout at the provider; `answered` is false when the look-up itself got no answer, which says nothing about the
 *  payout. */
export const lookupSchema = z.strictObject({ at: z.number(), found: z.boolean(), answered: z.boolean(), detail: z.string() });

/** How an unknown payout is being found out: past look-ups, the next one, and from when a person may decide. `replayUntil` is until when the
 *  provider still knows the attempt's key, so that the same bytes may safely go again; null where there are no keys. */
export const unknownFactsSchema = z.strictObject({
  since: z.number(), cause: z.string(), lookups: z.array(lookupSchema), nextLookAt: z.number().nullable(), decideFrom: z.number(),
  replayUntil: z.number().nullable(),
  walletNow: moneySchema.nullable(), walletNowAt: z.number().nullable(),
});

/** A payout whole. `revision` grows with each save and guards against a stale window; `transactionId` is the provider's. */
export const payoutSchema = payoutRowSchema.extend({
  draft: payoutDraftSchema, revision: z.number().int(), price: priceSchema.nullable(), finalPrice: priceSchema.nullable(),
  transactionId: z.string().nullable(), providerReference: z.string().nullable(), providerStatus: z.string().nullable(),
  clonedFrom: z.string().nullable(), clonedTo: z.string().nullable(),
  leavesAt: z.number().nullable(), checkedAt: z.number().nullable(), nextCheckAt: z.number().nullable(), watchedUntil: z.number().nullable(),
  problem: appErrorSchema.nullable(), sent: sentFactsSchema.nullable(), unknown: unknownFactsSchema.nullable(),
  documents: z.array(payoutDocumentSchema), deposit: depositFactsSchema.nullable(), uetr: z.string().nullable(),
  timeline: z.array(timelineEntrySchema), createdAt: z.number(),
  /** What was quoted at release, what the provider answered when it took it, and what it says arrived; all three are kept. */
  figures: z.strictObject({ quoted: keptFiguresSchema.nullable(), answered: keptFiguresSchema.nullable(), arrived: keptFiguresSchema.nullable() }),
  /** It comes from a restored backup and may have left since that was made: it is looked up before anything is sent. */
  restoredAt: z.number().nullable(),
});
/** A payout whole. */
export type Payout = Readonly<z.infer<typeof payoutSchema>>;

/** The list's tabs. */
export const payoutViews = ['all', 'needs-you', 'drafts', 'on-the-way', 'done'] as const;
/** A tab of the list. */
export type PayoutView = (typeof payoutViews)[number];

/** The states that ask for a person, in the order they are listed. */
export const needsPersonStates = ['unknown', 'deposit_expired', 'refused', 'failed', 'returned'] as const satisfies readonly PayoutState[];
/** The states of each tab. */
export const statesOfView: Readonly<Record<PayoutView, readonly PayoutState[]>> = {
  all: payoutStates, 'needs-you': needsPersonStates, drafts: ['draft', 'ready'],
  'on-the-way': ['queued', 'sending', 'awaiting_deposit', 'accepted', 'processing'], done: ['completed'],
};

/** Someone who has been paid or is about to be: kept locally, found again in the editor. */
export const payeeSchema = z.strictObject({
  id: z.string(), name: z.string(), currency, method: z.enum(payoutMethods), details: payeeDetailsSchema,
  holderName: z.string().nullable(), lastPaidAt: z.number().nullable(),
});
/** A payee of the local payee book. */
export type Payee = Readonly<z.infer<typeof payeeSchema>>;

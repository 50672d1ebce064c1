import { z } from 'zod';

/** The networks a stablecoin payout can be funded on (Kira guide: Payouts, crypto mode). */
export const depositNetworks = ['solana', 'polygon'] as const;
/** A network for funding. */
export type DepositNetwork = (typeof depositNetworks)[number];
/** The stablecoins a payout can be funded with (Kira guide: Payouts, crypto mode). */
export const depositTokens = ['USDC', 'USDT'] as const;
/** A stablecoin for funding. */
export type DepositToken = (typeof depositTokens)[number];

/** What people call each network. */
export const networkNames: Readonly<Record<DepositNetwork, string>> = { solana: 'Solana', polygon: 'Polygon' };

/** Where the stablecoin for one payout goes: an address made for it alone. `amount` is a decimal text of whole tokens ("5000.00"): one token
 *  is one US dollar. `expiresAt` is the server's time; `serverAhead` is how many ms the server's clock is ahead of this computer's, so time left is
 *  `expiresAt - (now + serverAhead)`. `transactionHash` is what a person noted after sending. */
export const depositFactsSchema = z.strictObject({
  network: z.string(), token: z.string(), address: z.string(), amount: z.string(), expiresAt: z.number(), serverAhead: z.number(),
  receivedAt: z.number(), transactionHash: z.string().nullable(),
});
/** Where the stablecoin for one payout goes. */
export type DepositFacts = Readonly<z.infer<typeof depositFactsSchema>>;

/** The types of supporting documents (Kira guide: Payouts). */
export const payoutDocumentKinds = ['invoice', 'other'] as const;
/** The file types a supporting document may have (Kira guide: Payouts). */
export const payoutDocumentMimes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
/** The most supporting documents of one payout, and the most bytes of one file before encoding (Kira API, version 2026-06-01; earlier ones name no limit). */
export const payoutDocumentLimits = { count: 2, bytes: 3 * 1024 * 1024 } as const;

/** A file kept with a payout. `size` is bytes on disk, `encodedSize` bytes as they travel (base64 with its data-URI head). */
export const payoutDocumentSchema = z.strictObject({
  id: z.string(), name: z.string(), mime: z.enum(payoutDocumentMimes), size: z.number().int(), encodedSize: z.number().int(), sha256: z.string(),
  kind: z.enum(payoutDocumentKinds), description: z.string(), addedAt: z.number(),
});
/** A file kept with a payout. */
export type PayoutDocument = Readonly<z.infer<typeof payoutDocumentSchema>>;

import { createHash } from 'node:crypto';

/** The merchant reference of a payout's nth attempt (1 for the first): anybody who has the payout, be it from a backup, can look up what left under it. At
 *  most 255 characters (Blaaiz guide: Payouts). */
export function merchantReferenceOf(payoutId: string, number: number): string {
  return `bursar-${payoutId}-${number}`;
}

/** The idempotency key of a payout's nth attempt, shaped as the UUID v4 that Kira asks for (Kira guide: Idempotency). */
export function idempotencyKeyOf(payoutId: string, number: number): string {
  return uuidFrom(`attempt:${payoutId}:${number}`);
}

/** The id of a payout's nth copy, as a UUID v4: the same copy made again from a restored backup has the same references. */
export function copyIdOf(payoutId: string, number: number): string {
  return uuidFrom(`copy:${payoutId}:${number}`);
}

/** The first 16 bytes of a text's SHA-256, with the version and variant of a random UUID (RFC 9562). */
function uuidFrom(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = 0x40 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

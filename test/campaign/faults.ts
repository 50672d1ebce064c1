/** What is driven: a Blaaiz payout, a Kira payout with a code, or a Kira payout by stablecoin with a document. */
export const lanes = ['blaaiz', 'kira-fiat', 'kira-crypto'] as const;
/** What is driven. */
export type Lane = (typeof lanes)[number];

/** Spoilt answers that the sandbox gives to a call about money, be it the sending or the look-up. */
const spoilt = [
  'commit-then-timeout', 'timeout-before-commit', 'reset', 'reset-after-headers', 'truncated', 'malformed', 'empty', 'html', 'non-json-200', '500', '500-after-commit',
  '403-xml', '429', '429-retry-after', '401-twice', 'slow-drip', 'latency', 'old-answer', 'odd-status', 'string-amounts',
] as const;
const envelopes = [
  'envelope-E1', 'envelope-E2', 'envelope-E3', 'envelope-E4', 'envelope-E5', 'envelope-E6', 'envelope-E7', 'envelope-E8', 'envelope-E9', 'envelope-E10', 'envelope-E11',
] as const;
/** What the line between app and provider does. */
const ofLine = ['no-name', 'bad-certificate', 'nobody-listens'] as const;
/** What the computer itself does. */
const ofMachine = ['disk-full', 'clock-ahead', 'clock-behind', 'sleep'] as const;

const everywhere = [...spoilt, ...envelopes, ...ofLine, ...ofMachine, 'token-expired'] as const;

/** What can go wrong while a payout is sent. A scope that is missing is 'envelope-E1', a plain 403. 'code-burnt' is a code that the provider doesn't take any more;
 *  'code-checker-down' is Kira's own amount ending in .07, as .08 and .09 are '500-after-commit' and 'commit-then-timeout' there. */
export const sendFaults = [
  'none', ...everywhere, 'reset-after-commit', 'commit-late', 'wallet-short', 'fee-over-amount', 'rate-moved', 'customer-rejected', 'code-burnt', 'code-checker-down',
] as const;
/** What can go wrong while a payout is sent. */
export type SendFault = (typeof sendFaults)[number];

/** What can go wrong while it is looked up. 'not-there-yet' is a provider that made the payout and doesn't find it for a while, so that sending it again
 *  is refused for its reference. */
export const lookFaults = ['none', ...everywhere, 'not-there-yet'] as const;
/** What can go wrong while a payout is looked up. */
export type LookFault = (typeof lookFaults)[number];

const bound: Readonly<Partial<Record<SendFault, readonly Lane[]>>> = {
  'wallet-short': ['blaaiz', 'kira-fiat'], 'code-burnt': ['kira-fiat'], 'code-checker-down': ['kira-fiat'],
};

/** What becomes of a Kira payout that was made, by its cents: held and approved, held and rejected, failed, returned, never moved; a deposit by halves, in
 *  the wrong token, too late, on time. It goes on beside whatever goes wrong on the way. */
export const fates: Readonly<Record<Lane, readonly number[]>> = { blaaiz: [], 'kira-fiat': [2, 3, 4, 5, 6], 'kira-crypto': [51, 52, 53, 54] };

/** Where a fault can happen. */
export function lanesOf(fault: SendFault): readonly Lane[] {
  return bound[fault] ?? lanes;
}

import type { LikelySame, LikenessCode } from '../../preload/contract/radar.ts';
import { providerNames, type ProviderId } from '../../preload/contract/provider.ts';
import type { Likeness } from './radar-score.ts';

/** The reasons of a likeness in words, the weightiest first; `provider` is the other payout's. */
export function reasonsOf({ codes, days, exact, numbered }: Likeness, provider: ProviderId, waiting: boolean): LikelySame['reasons'] {
  const words: Readonly<Record<LikenessCode, string>> = {
    'invoice-file': 'Same invoice file', 'invoice-number': numbered ? 'Same number' : 'Same reference', account: 'Same account', payee: 'Same payee',
    amount: exact ? 'Same amount' : 'Nearly the same amount', near: waiting ? 'Waiting to be sent' : daysWords(days),
    'file-seen': 'Same file', 'other-provider': `Sent through ${providerNames[provider]}`,
  };
  return order.filter((code) => codes.includes(code)).map((code) => ({ code, words: words[code] }));
}

const order: readonly LikenessCode[] = ['invoice-file', 'invoice-number', 'account', 'payee', 'amount', 'near', 'file-seen', 'other-provider'];

function daysWords(days: number): string {
  const whole = Math.floor(days);
  if (whole === 0) return 'Less than a day apart';
  return whole === 1 ? 'One day apart' : `${whole} days apart`;
}

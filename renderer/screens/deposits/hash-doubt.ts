import { t } from '../../text.ts';

const shapes: Readonly<Record<string, RegExp>> = { polygon: /^0x[0-9a-fA-F]{64}$/, solana: /^[1-9A-HJ-NP-Za-km-z]{86,88}$/ };

/** What a transaction hash of a network looks like, in a few words. */
export function hashWords(network: string): string {
  return network === 'solana' ? t('86 to 88 letters and digits') : t('0x and 64 characters');
}

/** What is odd about a transaction hash on a network; null when nothing is, or while none is typed. It warns and stops nothing: exchanges
 *  show hashes in their own ways, and an odd one still helps support. */
export function hashDoubt(hash: string, network: string, address: string): string | null {
  const given = hash.trim();
  const shape = shapes[network];
  if (given === '' || shape === undefined || shape.test(given)) return null;
  if (given === address) return t('This is the address you sent to. The hash is the number of the transfer itself.');
  if (/^https?:/i.test(given)) return t('This is a link. Copy only the hash out of it.');
  const other = Object.entries(shapes).some(([name, one]) => name !== network && one.test(given));
  if (other) return t('This looks like a transaction on another network. If it was sent there, say so under Something went wrong.');
  return t('A hash here is usually {words}. Keep it anyway if your exchange shows it so.', { words: hashWords(network) });
}

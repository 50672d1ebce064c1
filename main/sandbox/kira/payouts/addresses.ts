import { keccak_256 } from '@noble/hashes/sha3.js';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** An address of the network made of `bytes`: 20 for Polygon (with its checksum of capitals), 32 for Solana. */
export function addressOf(network: string, bytes: Uint8Array): string {
  return network === 'solana' ? toBase58(bytes) : checksummed(Buffer.from(bytes).toString('hex'));
}

/** How many random bytes an address of the network takes. */
export function addressBytes(network: string): number {
  return network === 'solana' ? 32 : 20;
}

// EIP-55: a letter is a capital where the digest of the lower-case digits has a high bit.
function checksummed(hex: string): string {
  const digest = Buffer.from(keccak_256(Buffer.from(hex))).toString('hex');
  const letters = Array.from(hex, (letter, index) => (Number.parseInt(digest.charAt(index), 16) > 7 ? letter.toUpperCase() : letter));
  return `0x${letters.join('')}`;
}

function toBase58(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = base58.charAt(Number(rest % 58n)) + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros < 0 ? bytes.length : zeros) + text;
}

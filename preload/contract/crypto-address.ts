import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

/** The address families of the networks that Blaaiz pays out on (Blaaiz API reference: Create payout, `wallet_network`). */
const families: Readonly<Record<string, 'evm' | 'tron'>> = {
  BSC_MAINNET: 'evm', ETHEREUM_MAINNET: 'evm', MATIC_MAINNET: 'evm', TRON_MAINNET: 'tron',
};
const networkNames: Readonly<Record<string, string>> = {
  BSC_MAINNET: 'BNB Smart Chain', ETHEREUM_MAINNET: 'Ethereum', MATIC_MAINNET: 'Polygon', TRON_MAINNET: 'Tron',
};
const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const looksTron = (address: string): boolean => /^T[1-9A-HJ-NP-Za-km-z]{33}$/.test(address);
const looksEvm = (address: string): boolean => /^0x[0-9a-fA-F]{40}$/.test(address);

/** What is wrong with a wallet address on a network: the network's family, length, checksum; null when nothing is. */
export function walletAddressProblem(address: string, network: string): string | null {
  const family = families[network];
  if (family === undefined) return 'Choose the network first: it decides what an address looks like.';
  return family === 'evm' ? evmProblem(address, network) : tronProblem(address);
}

function evmProblem(address: string, network: string): string | null {
  if (looksTron(address)) return `This is a Tron address, the network is ${networkNames[network]}. Money sent so would be lost.`;
  if (!looksEvm(address)) return `An address on ${networkNames[network]} is 0x and 40 characters from 0\u20139 and a\u2013f.`;
  if (/^0x0{40}$/.test(address)) return 'This is the zero address: money sent there is lost.';
  return hasMixedCase(address) && checksummed(address) !== address ? 'One character is wrong: the address fails its check.' : null;
}

function tronProblem(address: string): string | null {
  if (looksEvm(address)) return 'This address begins with 0x, a Tron address begins with T. Money sent so would be lost.';
  if (!looksTron(address)) return 'A Tron address begins with T and has 34 characters, never 0, O, I or l.';
  const bytes = decodeBase58(address);
  if (bytes?.[0] !== 0x41) return 'This is not a Tron address.';
  const check = sha256(sha256(bytes.slice(0, 21)));
  return bytes.slice(21).every((byte, index) => byte === check[index]) ? null : 'One character is wrong: the address fails its check.';
}

/** A doubt about an address that is right in shape: no checksum in it, or a token that its network hardly knows. Null when there is none. */
export function walletAddressDoubt(address: string, network: string): string | null {
  if (families[network] !== 'evm' || !looksEvm(address) || hasMixedCase(address)) return null;
  return 'This address carries no check of its own: compare it character by character.';
}

/** A doubt about a token on a network; null when there is none. Circle stopped issuing USDC on Tron in 2024. */
export function tokenDoubt(token: string, network: string): string | null {
  return token === 'USDC' && network === 'TRON_MAINNET' ? 'USDC is no longer issued on Tron and few wallets take it there. Choose USDT or another network.' : null;
}

function hasMixedCase(address: string): boolean {
  const hex = address.slice(2);
  return hex !== hex.toLowerCase() && hex !== hex.toUpperCase();
}

/** The address with the upper-case letters that EIP-55 gives it. */
function checksummed(address: string): string {
  const hex = address.slice(2).toLowerCase();
  const hash = keccak_256(ascii(hex));
  const nibble = (index: number) => ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 0xf;
  return `0x${Array.from(hex, (letter, index) => (nibble(index) >= 8 ? letter.toUpperCase() : letter)).join('')}`;
}

/** 25 bytes of a base58 text, or null when it holds another length. */
function decodeBase58(text: string): Uint8Array | null {
  let value = 0n;
  for (const letter of text) value = value * 58n + BigInt(base58.indexOf(letter));
  const hex = value.toString(16).padStart(50, '0');
  return hex.length === 50 ? Uint8Array.from({ length: 25 }, (_, index) => Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)) : null;
}

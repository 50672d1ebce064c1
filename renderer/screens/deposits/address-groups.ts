/** An address as it is read by eye: what stands before it ("0x"), then groups of four, the last one shorter where it doesn't come out even. */
export type AddressGroups = { readonly prefix: string; readonly groups: readonly string[] };

/** An address in groups of four; not a character of it is changed. Only `0x` stands apart: it says nothing, and grouped along it would shift
 *  the first and last four, which people compare. */
export function addressGroups(address: string): AddressGroups {
  const prefix = /^0x[0-9a-fA-F]{40}$/.test(address) ? '0x' : '';
  return { prefix, groups: address.slice(prefix.length).match(/.{1,4}/gsu) ?? [] };
}

/** The last four characters of an address, which people compare and support asks for. */
export function addressTail(address: string): string {
  return address.slice(-4);
}

/** How a typed end compares with the address: not all typed yet, right, the same letters in other case, or another end. */
export type ReadBack = 'open' | 'right' | 'case' | 'wrong';

/** Compares what was typed with the last four characters. Case counts: a checksum (EIP-55) or another address (base58) hides in it. */
export function readBack(typed: string, address: string): ReadBack {
  const [given, tail] = [typed.trim(), addressTail(address)];
  if (given === tail) return 'right';
  if (given.length < tail.length) return 'open';
  return given.toLowerCase() === tail.toLowerCase() ? 'case' : 'wrong';
}

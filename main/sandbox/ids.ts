import type { SandboxClock } from './clock.ts';

/** Makes the identifiers and secrets of the sandbox. */
export interface Ids {
  /** A UUID of version 7: sortable by the sandbox's clock. */
  uuid(): string;
  /** A url-safe secret of `size` random bytes. */
  secret(size: number): string;
  /** A fraction from 0 up to (not including) 1. */
  fraction(): number;
  /** A whole number from 0 up to (not including) `limit`. */
  below(limit: number): number;
}

/** Builds the identifier source from a clock and a source of random bytes. */
export function createIds(clock: SandboxClock, random: (size: number) => Uint8Array): Ids {
  const fraction = (): number => Buffer.from(random(4)).readUInt32BE(0) / 2 ** 32;
  return {
    uuid: () => uuidV7(clock.now(), Buffer.from(random(10))),
    secret: (size) => Buffer.from(random(size)).toString('base64url'),
    fraction,
    below: (limit) => Math.floor(fraction() * limit),
  };
}

function uuidV7(ms: number, noise: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(ms, 0, 6);
  noise.copy(bytes, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

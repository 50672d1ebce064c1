/** Reads numbers and names out of untrusted bytes; what lies beyond the end reads as 0. */
export const at = {
  u8: (bytes: Uint8Array, from: number): number => bytes[from] ?? 0,
  u16: (bytes: Uint8Array, from: number): number => ((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0),
  u16le: (bytes: Uint8Array, from: number): number => (bytes[from] ?? 0) | ((bytes[from + 1] ?? 0) << 8),
  u24le: (bytes: Uint8Array, from: number): number => at.u16le(bytes, from) | ((bytes[from + 2] ?? 0) << 16),
  u32: (bytes: Uint8Array, from: number): number => at.u16(bytes, from) * 65_536 + at.u16(bytes, from + 2),
  u32le: (bytes: Uint8Array, from: number): number => at.u16le(bytes, from) + at.u16le(bytes, from + 2) * 65_536,
  text: (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length)),
};

/** Pieces of bytes as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let to = 0;
  for (const part of parts) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}

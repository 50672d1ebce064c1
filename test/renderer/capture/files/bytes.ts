/** Letters as bytes. */
export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);

/** Pieces as one. */
export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A number in so many bytes, the highest first or the lowest. */
export function number(value: number, size: number, little = false): readonly number[] {
  const bytes = Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** (size - 1 - index)) % 256);
  return little ? bytes.toReversed() : bytes;
}

/** Puts bytes into a copy of others. */
export function inserted(bytes: Uint8Array, at: number, part: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes.length + part.length);
  whole.set(bytes.subarray(0, at));
  whole.set(part, at);
  whole.set(bytes.subarray(at), at + part.length);
  return whole;
}

/** Whether bytes hold a text. */
export function holds(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes).includes(Buffer.from(text, 'latin1'));
}

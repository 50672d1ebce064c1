import { joined } from '../decode/bytes.ts';
import type { Chunk } from '../decode/png-header.ts';

/** The chunks that make the pixels (PNG, sections 11.2 and 11.3.1). */
const picture: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** The same PNG, dot for dot, with the chunks that make its pixels and those named, and nothing after its end. */
export function onlyPicture(bytes: Uint8Array, chunks: readonly Chunk[], also: readonly string[] = []): Uint8Array<ArrayBuffer> {
  return joined([bytes.subarray(0, 8), ...chunks.filter(({ name }) => picture.has(name) || also.includes(name)).map(({ from, to }) => bytes.subarray(from, to))]);
}

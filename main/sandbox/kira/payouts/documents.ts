import { createHash } from 'node:crypto';
import type { KiraPayout } from '../model.ts';

/** A supporting document as the payout keeps it: facts about the bytes, not the bytes. */
export type KeptDocument = KiraPayout['documents'][number];

/** The most documents of one payout, and the most bytes of one before encoding. */
export const documentLimits = { count: 2, bytes: 3 * 1024 * 1024 } as const;

const beginnings: Readonly<Record<string, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
};

/** A document out of its base64 data URI, or what is wrong with it as a sentence (Kira guide: Payouts, supporting_documents). */
export function readDocument(type: string, uri: string, description: string | null): KeptDocument | string {
  const comma = uri.indexOf(',');
  const mime = /^data:([a-z]+\/[a-z]+);base64$/.exec(uri.slice(0, Math.max(comma, 0)))?.[1];
  if (mime === undefined) return 'file must be a base64 data URI';
  const beginning = beginnings[mime];
  if (!beginning) return `file type ${mime} is not supported`;
  const bytes = decode(uri.slice(comma + 1));
  if (!bytes) return 'file is not valid base64';
  if (bytes.length > documentLimits.bytes) return 'file must not be larger than 3 MB';
  if (!beginning.every((byte, index) => bytes[index] === byte)) return `file content does not match ${mime}`;
  return { type, mime, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), description };
}

function decode(text: string): Buffer | undefined {
  if (text.length === 0 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}

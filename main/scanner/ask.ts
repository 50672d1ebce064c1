import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Line } from './line.ts';
import { LineBroken, type LineFailure, type LineReply } from './line-types.ts';
import { parseXml, xmlLimits, type XmlNode } from './xml.ts';

/** Reads a reply to its end; null when it is longer than `most` bytes. */
export async function readWhole(reply: LineReply, most: number): Promise<Result<Uint8Array | null, LineFailure>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of reply.bytes) {
      size += part.byteLength;
      if (size > most) return ok(null);
      parts.push(part);
    }
    return ok(Buffer.concat(parts));
  } catch (error) {
    if (error instanceof LineBroken) return fail(error.failure);
    throw error;
  } finally {
    reply.drop();
  }
}

/** What one read of XML gave: its status, the document (null when it is none), where it points, and the certificate there. */
export type XmlAnswer = { readonly status: number; readonly root: XmlNode | null; readonly server: string | null; readonly location: string | null; readonly fingerprint: string | null };

/** Reads one XML document from a scanner. */
export async function askXml(line: Line, url: URL, fingerprint: string | null, signal: AbortSignal): Promise<Result<XmlAnswer, LineFailure>> {
  const reply = await line({ method: 'GET', url, fingerprint, signal });
  if (!reply.ok) return reply;
  const { status, header } = reply.value;
  const bytes = await readWhole(reply.value, xmlLimits.bytes);
  if (!bytes.ok) return bytes;
  const root = bytes.value === null ? null : parseXml(bytes.value);
  return ok({ status, root, server: header('server'), location: header('location'), fingerprint: reply.value.fingerprint });
}

/** A part of a scanner's address, below its own path. */
export function below(base: string, part: string): URL {
  return new URL(`${base.replace(/\/+$/, '')}/${part}`);
}

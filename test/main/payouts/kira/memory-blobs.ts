import { createHash } from 'node:crypto';
import { appError } from '../../../../preload/contract/errors.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import type { Blobs } from '../../../../main/store/blobs.ts';

/** Files kept in memory under the hash of their content, so that time can stand still around them. */
export type MemoryBlobs = Blobs & { readonly kept: Map<string, Buffer> };

/** Makes a {@link MemoryBlobs}. */
export function memoryBlobs(): MemoryBlobs {
  const kept = new Map<string, Buffer>();
  let last: Promise<unknown> = Promise.resolve();
  const missing = fail(appError('not-found', 'This document is not stored here.'));
  const stage: Blobs['stage'] = async (content) => {
    const parts: Uint8Array[] = [];
    if (content instanceof Uint8Array) parts.push(content);
    else for await (const part of content) parts.push(part);
    const bytes = Buffer.concat(parts);
    const ref = { hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
    const keep = async () => {
      kept.set(ref.hash, bytes);
      return ok(ref);
    };
    return ok({ ref, keep, drop: async () => undefined });
  };
  return {
    kept, stage,
    put: async (content) => {
      const staged = await stage(content);
      return staged.ok ? staged.value.keep() : staged;
    },
    open: async (hash) => {
      const bytes = kept.get(hash);
      return bytes === undefined ? missing : ok((async function* pieces() { yield bytes; })());
    },
    read: async (hash) => {
      const bytes = kept.get(hash);
      return bytes === undefined ? missing : ok(bytes);
    },
    has: async (hash) => kept.has(hash),
    remove: async (hash) => {
      kept.delete(hash);
      return ok(undefined);
    },
    inTurn: (step) => {
      const turn = last.then(step, step);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

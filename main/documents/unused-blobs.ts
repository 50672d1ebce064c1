import type { Blobs } from '../store/blobs.ts';
import type { DocumentRows } from '../store/documents.ts';

/** Removes files that no document of a customer or payout refers to any more, in turn with other file work. One that can't be removed stays, sealed. */
export async function removeUnused(
  deps: { readonly blobs: Blobs; readonly documents: Pick<DocumentRows, 'refersTo'>; readonly inTurn: (work: () => Promise<void>) => Promise<void> }, hashes: readonly string[],
): Promise<void> {
  await deps.inTurn(async () => {
    for (const hash of new Set(hashes)) if (!deps.documents.refersTo(hash)) await deps.blobs.remove(hash);
  });
}

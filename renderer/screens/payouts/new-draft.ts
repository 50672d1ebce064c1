import type { PayoutEditor } from '../../state/payout-editor.ts';

let last: string | null = null;

/** While the page of a new payout is open, remembers which draft it became: after a lock the page comes back and goes on with it. */
export function rememberNew(editor: PayoutEditor): () => void {
  return editor.store.subscribe(({ id }) => {
    last = id;
  });
}

/** The draft that the page of a new payout had become before the lock; null when a person left it for another page. */
export function rememberedNew(): string | null {
  return last;
}

/** Forgets the draft when the page goes because the address changed; a lock leaves the address as it is. */
export function forgetNewOnLeave(): void {
  if (!window.location.hash.startsWith('#/payouts/new')) last = null;
}

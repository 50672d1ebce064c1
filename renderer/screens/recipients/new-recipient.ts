import type { RecipientEditor } from './recipient-editor.ts';

let last: string | null = null;
let stop: () => void = () => undefined;

/** Remembers which draft a new recipient becomes, also when it is first kept while the lock is closing: after a lock the page comes back and
 *  goes on with it. */
export function rememberNewRecipient(editor: RecipientEditor): void {
  stop();
  stop = editor.store.subscribe(({ id }) => {
    last = id;
  });
}

/** The draft that the page of a new recipient had become before the lock; null when a person left it for another page. */
export function rememberedNewRecipient(): string | null {
  return last;
}

/** Forgets the draft when the page goes because the address changed; a lock leaves the address as it is. */
export function forgetNewRecipientOnLeave(): void {
  if (window.location.hash.startsWith('#/recipients/new')) return;
  stop();
  last = null;
}

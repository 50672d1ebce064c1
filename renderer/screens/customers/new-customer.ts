import type { CustomerEditor } from './customer-editor.ts';

let last: string | null = null;

/** While the page of a new customer is open, remembers which draft it became: after a lock the page comes back and goes on with it. */
export function rememberNewCustomer(editor: CustomerEditor): () => void {
  return editor.store.subscribe(({ id }) => {
    last = id;
  });
}

/** The draft that the page of a new customer had become before the lock; null when a person left it for another page. */
export function rememberedNewCustomer(): string | null {
  return last;
}

/** Forgets the draft when the page goes because the address changed; a lock leaves the address as it is. */
export function forgetNewCustomerOnLeave(): void {
  if (!window.location.hash.startsWith('#/customers/new')) last = null;
}

import { create } from 'zustand';
import { onForget } from '../../flush.ts';

/** The row that the list's cursor is on; it stays while a customer is looked at, and goes with the lock. */
const useStore = create<{ readonly active: string | null }>(() => ({ active: null }));
onForget(() => useStore.setState({ active: null }));

/** The list's cursor. */
export function useCustomersCursor(): { readonly active: string | null; readonly setActive: (id: string | null) => void } {
  return { active: useStore((store) => store.active), setActive };
}

function setActive(active: string | null): void {
  useStore.setState({ active });
}

import { create } from 'zustand';
import { onForget } from '../flush.ts';

/** A thing that was done, with a way to undo it or to go there. Never an error. */
export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

let last = 0;

/** The toasts on screen, newest last. */
export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

/** Says that something was done: `toast(t('Draft thrown away'), { label: t('Undo'), run })`. Never for errors; no names, no amounts. */
export function toast(text: string, action?: Toast['action']): void {
  last += 1;
  const next: Toast = { id: last, text, ...(action ? { action } : {}) };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), next] }));
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
}

onForget(() => useToasts.setState({ toasts: [] }));

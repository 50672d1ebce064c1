import { create } from 'zustand';
import { onForget } from '../flush.ts';

/** The clipboard no longer holds the deposit address that was copied. `like` when what it holds looks like an address too. */
export type ClipboardAlarm = { readonly payoutId: string; readonly like: boolean };

/** Which payout's address is watched in the clipboard, since and until when (epoch ms), whether it was changed meanwhile, and how often it ever was. */
type ClipboardWatch = { readonly payoutId: string | null; readonly from: number; readonly until: number; readonly alarm: ClipboardAlarm | null; readonly alarms: number };

const calm = { payoutId: null, from: 0, until: 0, alarm: null };
let stop: (() => void) | null = null;

/** The watch over a copied deposit address; it goes on when its screen is left. */
export const useClipboardWatch = create<ClipboardWatch>(() => ({ ...calm, alarms: 0 }));

/** Listens for the clipboard being changed, from just before an address is copied; an alarm stays until somebody has read it. */
export function listenToClipboard(): void {
  useClipboardWatch.setState(calm);
  stop ??= window.bursar.on.clipboard((alarm) => useClipboardWatch.setState(({ alarms }) => ({ alarm, alarms: alarms + 1 })));
}

/** The address of a payout has just been copied and is watched until a moment (epoch ms). */
export function watchClipboard(payoutId: string, until: number): void {
  useClipboardWatch.setState({ payoutId, from: Date.now(), until });
}

/** Somebody has read the alarm; the watch it ended is over. */
export function calmClipboard(): void {
  useClipboardWatch.setState(calm);
}

onForget(() => {
  stop?.();
  stop = null;
  useClipboardWatch.setState(calm);
});

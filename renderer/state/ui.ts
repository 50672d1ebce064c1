import { create } from 'zustand';
import { onForget } from '../flush.ts';

/** What is open around the screens. */
export type UiState = {
  readonly palette: boolean;
  readonly keysSheet: boolean;
  readonly inspector: boolean;
};

const closed: UiState = { palette: false, keysSheet: false, inspector: true };

/** What is open around the screens: palette, list of keys, inspector. */
export const useUi = create<UiState>(() => closed);

/** Opens or closes one of them. */
export function setUi(change: Partial<UiState>): void {
  useUi.setState(change);
}

onForget(() => useUi.setState(closed));

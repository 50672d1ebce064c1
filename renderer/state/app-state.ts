import { create } from 'zustand';
import type { AppState } from '../../preload/contract/app.ts';
import { ask } from '../call.ts';
import { speak } from '../text.ts';

/** The app at a glance as main last said it; null until the first answer. */
export const useAppState = create<{ readonly state: AppState | null }>(() => ({ state: null }));

function take(state: AppState): void {
  speak(state.preferences.locale);
  useAppState.setState({ state });
}

/** Keeps the app state up to date for as long as the app runs. */
export function followAppState(): () => void {
  let heard = false;
  const stop = window.bursar.on.state((state) => {
    heard = true;
    take(state);
  });
  void ask('app.state', {}).then((answer) => {
    // An event that came while we asked is newer than the answer.
    if (answer.ok && !heard) take(answer.value);
  });
  return stop;
}

/** The app state inside the app, where it is always known; throws outside, which is a bug. */
export function useApp(): AppState {
  const state = useAppState((store) => store.state);
  if (!state) throw new Error('The app state is not known yet.');
  return state;
}

/** One preference or another derived fact, without rendering again for the rest. */
export function useAppPart<T>(pick: (state: AppState) => T): T {
  return useAppState((store) => {
    if (!store.state) throw new Error('The app state is not known yet.');
    return pick(store.state);
  });
}

import { ask } from '../call.ts';
import { useAppState } from '../state/app-state.ts';

/** The person's hands are reported at most this often, in ms. */
const every = 20_000;

/** Tells main that somebody is here, so the idle clock starts again; gives the way to stop. */
export function followActivity(): () => void {
  let last = -every;
  const seen = (event: Event) => {
    if (event.timeStamp - last < every || useAppState.getState().state?.phase !== 'ready') return;
    last = event.timeStamp;
    void ask('vault.active', {});
  };
  const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
  for (const kind of kinds) window.addEventListener(kind, seen, { capture: true, passive: true });
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, seen, { capture: true });
  };
}

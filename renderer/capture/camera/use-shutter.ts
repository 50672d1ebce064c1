import { useEffect, useRef, useState } from 'react';
import type { OpenCamera } from './camera.ts';
import { readLive } from './live.ts';
import type { Advice, Reading } from './reading.ts';
import { createShutter } from './shutter.ts';

/** What is seen now: the last reading with its advice, and how far the wait for a steady picture has come, 0 to 1. */
export type Sight = { readonly reading: Reading; readonly advice: Advice; readonly held: number };

/** Watches an open camera; `onSteady` is called when the picture has been good and still for long enough. `loose` where no document's edge is looked for. */
export function useShutter(camera: OpenCamera | null, loose: boolean, onSteady: () => void, read: typeof readLive = readLive): Sight | null {
  const [sight, setSight] = useState<Sight | null>(null);
  const latest = useRef(onSteady);
  useEffect(() => { latest.current = onSteady; });
  useEffect(() => {
    if (!camera) return;
    const shutter = createShutter(loose);
    const stop = read(camera.track, (reading) => {
      const { advice, held, shoot } = shutter.see(reading);
      setSight({ reading, advice, held });
      if (shoot) latest.current();
    });
    return () => {
      stop();
      setSight(null);
    };
  }, [camera, loose, read]);
  return sight;
}

import { useEffect, useRef, useState } from 'react';
import type { OpenCamera } from './camera.ts';
import type { Wanted } from '../preflight/port.ts';
import { readLive } from './live.ts';
import type { Advice, Reading } from './reading.ts';
import { createShutter } from './shutter.ts';

/** What is seen now: the last reading with its advice, and how far the wait for a steady picture has come, 0 to 1. */
export type Sight = { readonly reading: Reading; readonly advice: Advice; readonly held: number };

/** Watches an open camera; `onSteady` is called when the picture has been good and still for long enough. */
export function useShutter(camera: OpenCamera | null, { slot, idType }: Wanted, onSteady: () => void, read: typeof readLive = readLive): Sight | null {
  const [sight, setSight] = useState<Sight | null>(null);
  const latest = useRef(onSteady);
  useEffect(() => { latest.current = onSteady; });
  useEffect(() => {
    if (!camera) return;
    const shutter = createShutter(slot === 'liveness_check');
    const stop = read(camera.track, { slot, idType }, (reading) => {
      const { advice, held, shoot } = shutter.see(reading);
      setSight({ reading, advice, held });
      if (shoot) latest.current();
    });
    return () => {
      stop();
      setSight(null);
    };
  }, [camera, slot, idType, read]);
  return sight;
}

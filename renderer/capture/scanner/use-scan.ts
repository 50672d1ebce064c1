import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { ScanProgress, ScanSettings } from '../../../preload/contract/scanning.ts';
import { ask } from '../../call.ts';

/** A scan, as it stands: `progress` while it runs, then `pages` that came or why it ended. */
export type ScanRun = {
  readonly progress: Pick<ScanProgress, 'state' | 'pages' | 'bytes'> | null;
  readonly pages: number | null;
  readonly error: AppError | null;
  readonly start: (id: string, settings: ScanSettings) => Promise<void>;
  readonly stop: () => void;
  readonly calm: () => void;
};

type State = Pick<ScanRun, 'progress' | 'pages' | 'error'>;
const still: State = { progress: null, pages: null, error: null };

/** Runs one scan at a time; what is on screen no more doesn't scan either. `onPages` hears how many pages a scan gave, however it ended. */
export function useScan(onPages: (pages: number) => void): ScanRun {
  const [state, setState] = useState<State>(still);
  const running = useRef<{ pages: number } | null>(null);
  useEffect(() => window.bursar.on.scan((event) => {
    if (!running.current) return;
    running.current.pages = event.pages;
    setState((before) => (before.progress ? { ...before, progress: event } : before));
  }), []);
  useEffect(() => () => { if (running.current) void ask('scanners.cancel', {}); }, []);
  const start = useCallback(async (id: string, settings: ScanSettings) => {
    if (running.current) return;
    const mine = { pages: 0 };
    running.current = mine;
    setState({ ...still, progress: { state: 'starting', pages: 0, bytes: 0 } });
    const answer = await ask('scanners.scan', { id, settings });
    running.current = null;
    const pages = answer.ok ? answer.value.pages : mine.pages;
    const stopped = !answer.ok && answer.error.code === 'cancelled';
    setState({ progress: null, pages: pages > 0 || answer.ok ? pages : null, error: answer.ok || stopped ? null : answer.error });
    if (pages > 0) onPages(pages);
  }, [onPages]);
  const stop = useCallback(() => { void ask('scanners.cancel', {}); }, []);
  const calm = useCallback(() => setState((before) => (before.progress ? before : still)), []);
  return { ...state, start, stop, calm };
}

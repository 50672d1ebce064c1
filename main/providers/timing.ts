/** Waits `ms` milliseconds; comes back early when `signal` aborts. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) { resolve(); return; }
    const stop = () => { clearTimeout(timer); resolve(); };
    const timer = setTimeout(() => { signal.removeEventListener('abort', stop); resolve(); }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Runs `run` once after `ms` milliseconds, unless the function handed back is called first. */
export function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => { clearTimeout(timer); };
}

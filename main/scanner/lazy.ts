import type { Scanners } from './scanners.ts';

/** Scanners whose code is read only when somebody first scans: the start of the app doesn't wait for it. `load` is called once. */
export function lazyScanners(load: () => Promise<Scanners>): Scanners {
  let loaded: Promise<Scanners> | null = null;
  const scanners = () => (loaded ??= load());
  return {
    watch: (onChange) => {
      let stop: (() => void) | null = null;
      let over = false;
      void scanners().then(({ watch }) => { if (!over) stop = watch(onChange); });
      return () => {
        over = true;
        stop?.();
      };
    },
    open: async (...question) => (await scanners()).open(...question),
    scan: async (...question) => (await scanners()).scan(...question),
  };
}

import type { After } from './line-types.ts';
import { createLine } from './line.ts';
import { createMdns } from './mdns.ts';
import { createScanners, type Scanners } from './scanners.ts';

/** Makes the scanners of this computer's own network on the system's clock; nothing is looked for before somebody watches. */
export function createSystemScanners(after: After): Scanners {
  const clock = () => Date.now();
  const wait = (ms: number, signal: AbortSignal): Promise<void> => new Promise((resolve) => {
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = after(ms, end);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
  return createScanners({ line: createLine({ after }), clock, wait, discover: createMdns({ clock, after }) });
}

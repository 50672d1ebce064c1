import { useEffect, useState } from 'react';
import type { Scanner } from '../../../preload/contract/scanning.ts';
import { ask } from '../../call.ts';

/** The scanners to choose from, null until they are known; the network is watched for as long as this is on screen. */
export function useScanners(): readonly Scanner[] | null {
  const [scanners, setScanners] = useState<readonly Scanner[] | null>(null);
  useEffect(() => {
    let here = true;
    const leave = window.bursar.on.scanners((event) => setScanners(event.scanners));
    const begin = async () => {
      await ask('scanners.watch', { on: true });
      const known = await ask('scanners.list', {});
      if (here && known.ok) setScanners((told) => told ?? known.value);
    };
    void begin();
    return () => {
      here = false;
      leave();
      void ask('scanners.watch', { on: false });
    };
  }, []);
  return scanners;
}

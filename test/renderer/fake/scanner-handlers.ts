import { ok } from '../../../preload/contract/result.ts';
import type { Scanner, ScannerInfo } from '../../../preload/contract/scanning.ts';
import type { Handlers } from './handlers.ts';
import { say, type World } from './world.ts';

/** Scanners to choose from: one that is there, one that was used before. */
export const sampleScanners: readonly Scanner[] = [
  { id: 'scanner-1', name: 'Office LaserJet', address: 'https://192.168.1.20/eSCL', secure: true, found: true, known: false },
  { id: 'scanner-2', name: 'Front desk', address: 'http://192.168.1.31/eSCL', secure: false, found: false, known: true },
];

/** What each of them can. */
export function sampleScanner(id: string): ScannerInfo {
  const { name, address, secure } = sampleScanners.find((one) => one.id === id) ?? { name: 'Specimen 1', address: id, secure: false };
  const source = (which: ScannerInfo['sources'][number]['source']) => ({ source: which, colors: ['color', 'gray'] as ['color', 'gray'], resolutions: [150, 300, 600], maxWidth: 215.9, maxHeight: 297 });
  return { id, name, make: name, address, secure, sources: [source('platen'), source('feeder'), source('duplex')] };
}

/** scanners.* over a {@link World}: every scan gives two pages. */
export function scannerHandlers(world: World): Pick<Handlers, Extract<keyof Handlers, `scanners.${string}`>> {
  return {
    'scanners.list': () => ok([...sampleScanners]),
    'scanners.watch': () => ok(null),
    'scanners.open': ({ at }) => ok(sampleScanner('id' in at ? at.id : at.address)),
    'scanners.scan': ({ id }) => {
      say(world, 'scan', { scannerId: id, state: 'scanning', pages: 2, bytes: 0 });
      return ok({ pages: 2 });
    },
    'scanners.cancel': () => ok(null),
    'scanners.forget': () => ok(null),
  };
}

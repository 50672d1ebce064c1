import { expect, test, vi } from 'vitest';
import { createScannerBook, type ScannerMemory } from '../../../main/documents/scanner-book.ts';
import { habitsOf } from '../../../main/scanner/habits.ts';
import type { Scanners } from '../../../main/scanner/scanners.ts';
import type { FoundScanner } from '../../../main/scanner/services.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { KnownScanner, Scanner } from '../../../preload/contract/scanning.ts';
import { never } from '../scanner/rig.ts';

const known: KnownScanner = { id: 'uuid-1', name: 'Second floor', address: 'https://192.168.1.20/eSCL', fingerprint: 'AA' };
const found: FoundScanner = { id: 'Desk@192.168.1.20', name: 'Desk', address: 'https://192.168.1.20/eSCL', secure: true };
const away: Scanner = { id: 'uuid-1', name: 'Second floor', address: known.address, secure: true, found: false, known: true };

function book(memory: readonly KnownScanner[] = [known]) {
  let network: (now: readonly FoundScanner[]) => void = () => undefined;
  const open = vi.fn<Scanners['open']>(async (address, fingerprint) => ok({
    base: address, fingerprint, sources: [], habits: habitsOf('', null), info: { id: 'uuid-1', name: 'Make', make: 'Make', address, secure: true, sources: [] },
  }));
  const scanners: Scanners = { open, scan: async () => ok({ pages: 0 }), watch: (onChange) => { network = onChange; return () => undefined; } };
  const keep: ScannerMemory = { all: () => memory, remember: () => ok(undefined), forget: () => ok(undefined) };
  const told = vi.fn();
  const made = createScannerBook(scanners, keep, told);
  return { made, open, told, network: (now: readonly FoundScanner[]) => { network(now); } };
}

test('what is found where something known was is that', () => {
  const { made, network } = book();
  expect(made.list()).toEqual([away]);
  made.watch();
  network([found]);
  expect(made.list()).toEqual([{ ...found, id: 'uuid-1', found: true, known: true }]);
  made.unwatch();
  expect(made.list()).toEqual([away]);
});

test('an opened scanner isn\u2019t asked anew, unless it is elsewhere by now', async () => {
  const { made, network, open } = book();
  await made.open({ id: 'uuid-1' }, false);
  await made.opened('uuid-1', never());
  expect(open).toHaveBeenCalledOnce();
  made.watch();
  network([{ ...found, id: 'uuid-1', address: 'https://192.168.1.99/eSCL' }]);
  await made.opened('uuid-1', never());
  expect(open.mock.calls.map(([address, fingerprint]) => [address, fingerprint])).toEqual([[known.address, 'AA'], ['https://192.168.1.99/eSCL', 'AA']]);
});

test('a scanner that nobody knows isn\u2019t spoken to', async () => {
  const { made, open } = book([]);
  expect(await made.opened('other', never())).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(open).not.toHaveBeenCalled();
});

import type { Request } from '../../preload/contract/api.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { KnownScanner, Scanner, ScannerInfo } from '../../preload/contract/scanning.ts';
import type { OpenScanner } from '../scanner/open.ts';
import type { Scanners } from '../scanner/scanners.ts';
import type { FoundScanner } from '../scanner/services.ts';
import { lineWords } from '../scanner/words.ts';

/** Where scanners that were used here are remembered, the one used last first. */
export type ScannerMemory = {
  readonly all: () => readonly KnownScanner[];
  readonly remember: (scanner: KnownScanner) => Result<void, AppError>;
  readonly forget: (id: string) => Result<void, AppError>;
};

/** Which scanner is meant. */
type At = Request<'scanners.open'>['at'];
/** Where to look: at a scanner that is listed, or (id null) at an address that was typed. */
type Place = { readonly id: string | null; readonly name: string | null; readonly address: string };

/** The scanners to choose from, and those that were opened. */
export type ScannerBook = {
  readonly list: () => readonly Scanner[];
  readonly watch: () => void;
  readonly unwatch: () => void;
  readonly open: (at: At, trust: boolean) => Promise<Result<ScannerInfo, AppError>>;
  /** A scanner that can be scanned from now, asked anew where nobody has. */
  readonly opened: (id: string, signal: AbortSignal) => Promise<Result<OpenScanner, AppError>>;
  readonly forget: (id: string) => Result<null, AppError>;
};

const unknown = appError('not-found', 'This scanner is not in the network now.', { fix: 'Switch it on, or type its address.' });

/** Makes the book; `tell` hears the whole list whenever it changes. */
export function createScannerBook(scanners: Scanners, memory: ScannerMemory, tell: (scanners: Scanner[]) => void): ScannerBook {
  let found: readonly FoundScanner[] = [];
  let stop: (() => void) | null = null;
  const open = new Map<string, { readonly scanner: OpenScanner; readonly from: string }>();
  const list = () => merged(found, memory.all());
  const unwatch = () => {
    stop?.();
    stop = null;
    found = [];
  };
  const openAt = async (at: At, trust: boolean, signal: AbortSignal): Promise<Result<OpenScanner, AppError>> => {
    const place = placeOf(at, list());
    if (place === null) return fail(unknown);
    const answer = await scanners.open(place.address, trust ? null : fingerprintOf(memory, place.id), signal, place.name ?? undefined);
    if (!answer.ok) return answer;
    const scanner = called(answer.value, place, memory);
    const { id, name } = scanner.info;
    const expected = fingerprintOf(memory, id);
    // A device that says it is one we know, at another place, shows the certificate we know, or nothing of ours is told it.
    if (!trust && expected !== null && expected !== scanner.fingerprint) return fail(lineWords({ kind: 'changed', fingerprint: '' }, name));
    const kept = memory.remember({ id, name, address: scanner.base, fingerprint: scanner.fingerprint });
    if (!kept.ok) return kept;
    open.set(id, { scanner, from: place.id === null ? scanner.base : place.address });
    tell([...list()]);
    return ok(scanner);
  };
  return {
    list, unwatch,
    watch: () => {
      unwatch();
      stop = scanners.watch((now) => {
        found = now;
        tell([...list()]);
      });
    },
    open: async (at, trust) => {
      const scanner = await openAt(at, trust, new AbortController().signal);
      return scanner.ok ? ok(scanner.value.info) : scanner;
    },
    opened: async (id, signal) => {
      const before = open.get(id);
      const now = list().find((one) => one.id === id)?.address;
      // A scanner that is elsewhere by now is asked anew.
      return before && (now === undefined || now === before.from || now === before.scanner.base) ? ok(before.scanner) : openAt({ id }, false, signal);
    },
    forget: (id) => {
      open.delete(id);
      const forgotten = memory.forget(id);
      if (!forgotten.ok) return forgotten;
      tell([...list()]);
      return ok(null);
    },
  };
}

function placeOf(at: At, listed: readonly Scanner[]): Place | null {
  return 'address' in at ? { id: null, name: null, address: at.address } : listed.find(({ id }) => id === at.id) ?? null;
}

function fingerprintOf(memory: ScannerMemory, id: string | null): string | null {
  return memory.all().find((one) => one.id === id)?.fingerprint ?? null;
}

/** The scanner under the name that the person knows: as listed, as remembered, else its make. */
function called(scanner: OpenScanner, place: Place, memory: ScannerMemory): OpenScanner {
  const id = place.id ?? scanner.info.id;
  const name = place.name ?? memory.all().find((one) => one.id === id)?.name ?? scanner.info.name;
  return { ...scanner, info: { ...scanner.info, id, name } };
}

/** What was found and what is remembered as one list, by device: where it is now counts before where it was. */
function merged(found: readonly FoundScanner[], known: readonly KnownScanner[]): readonly Scanner[] {
  const here = found.map((one): Scanner => {
    const before = known.find(({ id, address }) => id === one.id || address === one.address);
    return { ...one, id: before?.id ?? one.id, found: true, known: before !== undefined };
  });
  const away = known.filter(({ id }) => here.every((one) => one.id !== id));
  return [...here, ...away.map(({ id, name, address, fingerprint }): Scanner => ({ id, name, address, secure: fingerprint !== null, found: false, known: true }))];
}

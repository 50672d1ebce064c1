import { isOwnAddress } from './own-network.ts';
import { plainWords } from './xml-read.ts';

/** A service as mDNS tells it: instance name, whether it is `_uscans._tcp` (TLS), where it listens, and its TXT pairs by lower-case key. */
export type Service = {
  readonly name: string;
  readonly secure: boolean;
  readonly addresses: readonly string[];
  readonly port: number;
  readonly txt: ReadonlyMap<string, string>;
};

/** A scanner that is in the network now. `id` is its UUID, else its name in the network; `address` leads to its capabilities. */
export type FoundScanner = { readonly id: string; readonly name: string; readonly address: string; readonly secure: boolean };

/** The most scanners that are shown. */
const maxFound = 100;

/** Turns services into scanners: one for each device, by its secure address where it has one, by name. What lies outside the own network is left out. */
export function scannersOf(services: readonly Service[]): readonly FoundScanner[] {
  const found = new Map<string, FoundScanner>();
  for (const service of services) {
    const scanner = scannerOf(service);
    const before = scanner && found.get(scanner.id);
    if (scanner && (!before || (scanner.secure && !before.secure))) found.set(scanner.id, scanner);
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id, 'en')).slice(0, maxFound);
}

function scannerOf({ name, secure, addresses, port, txt }: Service): FoundScanner | null {
  const host = usable(addresses);
  const path = pathOf(txt.get('rs') ?? 'eSCL');
  if (host === null || path === null || port < 1 || port > 65_535) return null;
  const url = URL.parse(`${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}${path}`);
  if (url === null) return null;
  const shown = plainWords(name) ?? plainWords(txt.get('ty') ?? '') ?? 'Scanner';
  const uuid = /^[0-9a-f-]{8,40}$/i.exec(txt.get('uuid') ?? '')?.[0].toLowerCase();
  return { id: uuid ?? `${shown}@${host}`, name: shown, address: url.href.replace(/\/+$/, ''), secure };
}

/** The address to use: IPv4 before IPv6; a link-local IPv6 address means nothing without its interface. */
function usable(addresses: readonly string[]): string | null {
  const own = addresses.filter((address) => isOwnAddress(address) && !/^fe[89ab]/i.test(address));
  return own.find((address) => !address.includes(':')) ?? own[0] ?? null;
}

/** The path of TXT `rs`: given with or without slashes; null when it holds anything but plain path characters. */
function pathOf(rs: string): string | null {
  const path = rs.trim().replaceAll(/^\/+|\/+$/g, '');
  if (!/^[\w.~/-]{0,200}$/.test(path) || path.split('/').some((part) => /^\.+$/.test(part))) return null;
  return path === '' ? '' : `/${path}`;
}

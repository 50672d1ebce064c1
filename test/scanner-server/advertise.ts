import multicastDns from 'multicast-dns';

/** What is told of a scanner in the network. */
export type Advert = { readonly name: string; readonly port: number; readonly secure: boolean; readonly txt: Readonly<Record<string, string>>; readonly host?: string; readonly address?: string };

/** Answers questions about a scanner by mDNS on one interface, port 5353 unless told; `sparse` leaves out what wasn't asked for. `goodbye` says that it
 *  is gone, `ready` that it listens. */
export function advertise(advert: Advert, { on = '127.0.0.1', port = 5353, sparse = false } = {}) {
  const line = multicastDns({ interface: on, bind: '0.0.0.0', port, reuseAddr: true, loopback: true });
  const type = `${advert.secure ? '_uscans' : '_uscan'}._tcp.local`;
  const instance = `${advert.name}.${type}`;
  const host = advert.host ?? 'specimen.local';
  const records = (ttl: number) => [
    { name: type, type: 'PTR', data: instance, ttl } as const,
    { name: instance, type: 'SRV', data: { target: host, port: advert.port }, ttl } as const,
    { name: instance, type: 'TXT', data: Object.entries(advert.txt).map(([key, value]) => `${key}=${value}`), ttl } as const,
    { name: host, type: 'A', data: advert.address ?? on, ttl } as const,
  ];
  line.on('query', ({ questions }) => {
    const asked = records(120).filter((record) => questions?.some(({ name, type }) => name.toLowerCase() === record.name.toLowerCase() && type === record.type));
    if (asked.length === 0) return;
    line.respond({ answers: asked, additionals: sparse ? [] : records(120).filter((record) => !asked.includes(record)) });
  });
  const ready = new Promise<void>((resolve) => { line.once('ready', () => { resolve(); }); });
  return {
    ready,
    announce: () => { line.respond({ answers: records(120) }); },
    goodbye: () => { line.respond({ answers: [{ name: type, type: 'PTR', data: instance, ttl: 0 }] }); },
    close: () => new Promise<void>((resolve) => { line.destroy(() => { resolve(); }); }),
  };
}

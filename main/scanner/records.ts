import type { ResponsePacket } from 'multicast-dns';
import type { Service } from './services.ts';

/** The service types of eSCL scanners, plain and with TLS (Mopria; Bonjour). */
export const serviceTypes = { plain: '_uscan._tcp.local', secure: '_uscans._tcp.local' } as const;

/** A record as a packet brings it. */
export type Answer = NonNullable<ResponsePacket['answers']>[number];

/** A question to the network. */
export type Question = { readonly name: string; readonly type: 'PTR' | 'SRV' | 'TXT' | 'A' | 'AAAA' };

type Kept<T> = { readonly value: T; readonly until: number };
type Entry = { secure: boolean; until: number; srv: Kept<{ readonly host: string; readonly port: number }> | null; txt: Kept<ReadonlyMap<string, string>> | null };

/** The most instances, addresses of a host, and records of one packet that are looked at: anybody in the network may talk. */
const limits = { instances: 200, addresses: 8, records: 300 } as const;

/** Remembers what the network says for as long as it says (TTL), and knows what is still to be asked. Names are matched whatever their case. */
export type Records = {
  /** Takes in the records of one packet; true when the services may have changed. */
  readonly learn: (answers: readonly Answer[], now: number) => boolean;
  readonly services: (now: number) => readonly Service[];
  /** What is missing to reach an instance that was heard of. */
  readonly missing: (now: number) => readonly Question[];
};

/** Makes an empty memory. */
export function createRecords(): Records {
  const entries = new Map<string, Entry & { readonly instance: string }>();
  const hosts = new Map<string, Map<string, number>>();
  const alive = (now: number) => [...entries.values()].filter((entry) => entry.until > now);

  const learnOne = (answer: Answer, now: number): boolean => {
    const name = lower(answer.name);
    const until = now + ('ttl' in answer && typeof answer.ttl === 'number' ? answer.ttl : 120) * 1000;
    if (answer.type === 'PTR') return learnInstance(name, answer.data, until);
    if (answer.type === 'A' || answer.type === 'AAAA') return learnAddress(name, answer.data, until);
    const entry = entries.get(name);
    if (!entry) return false;
    if (answer.type === 'SRV' && isName(answer.data.target)) entry.srv = { value: { host: lower(answer.data.target), port: answer.data.port }, until };
    if (answer.type === 'TXT') entry.txt = { value: readTxt(answer.data), until };
    return answer.type === 'SRV' || answer.type === 'TXT';
  };
  const learnInstance = (type: string, instance: unknown, until: number): boolean => {
    const secure = type === serviceTypes.secure;
    if ((!secure && type !== serviceTypes.plain) || typeof instance !== 'string' || !isName(instance) || !lower(instance).endsWith(`.${type}`)) return false;
    const before = entries.get(lower(instance));
    if (!before && entries.size >= limits.instances) return false;
    entries.set(lower(instance), { srv: null, txt: null, ...before, instance, secure, until });
    return true;
  };
  const learnAddress = (host: string, address: string, until: number): boolean => {
    const known = hosts.get(host) ?? new Map<string, number>();
    if ((known.size >= limits.addresses && !known.has(address)) || (hosts.size >= limits.instances * 2 && !hosts.has(host))) return false;
    hosts.set(host, known.set(address, until));
    return true;
  };
  const addresses = (host: string, now: number) => [...hosts.get(host) ?? []].flatMap(([address, until]) => (until > now ? [address] : []));

  return {
    learn: (answers, now) => {
      for (const [name, entry] of entries) if (entry.until <= now) entries.delete(name);
      for (const [host, known] of hosts) if ([...known.values()].every((until) => until <= now)) hosts.delete(host);
      // Instances first: a packet may name a service's port before the service.
      const some = answers.slice(0, limits.records).toSorted((a, b) => Number(b.type === 'PTR') - Number(a.type === 'PTR'));
      return some.map((answer) => learnOne(answer, now)).includes(true);
    },
    services: (now) => alive(now).flatMap(({ instance, secure, srv, txt }) => {
      if (srv === null || srv.until <= now) return [];
      const type = secure ? serviceTypes.secure : serviceTypes.plain;
      return [{ name: instance.slice(0, -type.length - 1), secure, addresses: addresses(srv.value.host, now), port: srv.value.port, txt: txt?.value ?? new Map() }];
    }),
    missing: (now) => alive(now).flatMap(({ instance, srv, txt }): readonly Question[] => {
      if (srv === null || srv.until <= now) return [{ name: instance, type: 'SRV' }, { name: instance, type: 'TXT' }];
      const { host } = srv.value;
      const address: readonly Question[] = addresses(host, now).length > 0 ? [] : [{ name: host, type: 'A' }, { name: host, type: 'AAAA' }];
      return [...address, ...(txt === null ? [{ name: instance, type: 'TXT' } as const] : [])];
    }).slice(0, 50),
  };
}

function lower(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

/** A name that can be asked for: labels of 1 to 63 bytes, 250 in all (RFC 1035). */
function isName(name: string): boolean {
  return Buffer.byteLength(name) <= 250 && lower(name).split('.').every((label) => label !== '' && Buffer.byteLength(label) <= 63);
}

/** TXT pairs `key=value` by lower-case key; the first of a key counts (RFC 6763). */
function readTxt(data: string | Uint8Array | readonly (string | Uint8Array)[]): ReadonlyMap<string, string> {
  const parts = typeof data === 'string' || data instanceof Uint8Array ? [data] : data;
  const pairs = new Map<string, string>();
  for (const part of parts.slice(0, 50)) {
    const text = typeof part === 'string' ? part : new TextDecoder().decode(part);
    const at = text.indexOf('=');
    const key = text.slice(0, at).toLowerCase();
    if (at > 0 && !pairs.has(key)) pairs.set(key, text.slice(at + 1, at + 300));
  }
  return pairs;
}

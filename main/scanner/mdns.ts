import { networkInterfaces } from 'node:os';
import multicastDns from 'multicast-dns';
import type { After } from './line-types.ts';
import { createRecords, serviceTypes, type Answer, type Question } from './records.ts';
import type { Service } from './services.ts';

/** Looks for scanners from now on and tells all of them whenever they may have changed; the function handed back ends it. */
export type Discover = (onServices: (services: readonly Service[]) => void) => () => void;

/** Speaks mDNS on one interface: questions go out, answers come in. */
export type Multicast = { readonly ask: (questions: readonly Question[]) => void; readonly close: () => void };
/** Opens mDNS on an interface, by its IPv4 address. */
export type OpenMulticast = (address: string, onAnswers: (answers: readonly Answer[]) => void) => Multicast;

/** What looking stands on: the interfaces by their IPv4 addresses, how to speak on one, time in ms. */
export type MdnsDeps = {
  readonly addresses?: () => readonly string[];
  readonly open?: OpenMulticast;
  readonly clock: () => number;
  readonly after: After;
};

/** When questions go out again, in ms since the last time: often at first, then as rarely as does (RFC 6762, 5.2). */
const askAgain: readonly number[] = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000];
const always: readonly Question[] = [{ name: serviceTypes.plain, type: 'PTR' }, { name: serviceTypes.secure, type: 'PTR' }];

/** Finds scanners by mDNS on every interface, this machine's own too (USB scanners show themselves there through ipp-usb). An interface that refuses
 *  is left out. */
export function createMdns({ addresses = ownAddresses, open = openMulticast(), clock, after }: MdnsDeps): Discover {
  return (onServices) => {
    const records = createRecords();
    let told = '[]';
    const tell = () => {
      const services = records.services(clock());
      const text = JSON.stringify(services.map((one) => [one, [...one.txt]]));
      if (text === told) return;
      told = text;
      onServices(services);
    };
    const lines = addresses().map((address) => open(address, (answers) => {
      if (!records.learn(answers, clock())) return;
      tell();
      const missing = records.missing(clock());
      if (missing.length > 0) ask(missing);
    }));
    const ask = (questions: readonly Question[]) => { for (const line of lines) line.ask(questions); };
    let cancel: () => void = () => undefined;
    const round = (number: number) => {
      ask([...always, ...records.missing(clock())]);
      cancel = after(askAgain[Math.min(number, askAgain.length - 1)] ?? 30_000, () => {
        tell();
        round(number + 1);
      });
    };
    round(0);
    return () => {
      cancel();
      for (const line of lines) line.close();
    };
  };
}

/** One IPv4 address of each interface that is up. */
function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) => addresses?.find(({ family }) => family === 'IPv4')?.address ?? []);
}

/** Speaks mDNS through the library, on the usual port or another. */
export function openMulticast(port = 5353): OpenMulticast {
  return (address, onAnswers) => {
    // Bound to every address, as multicasts are for none of ours; sent and joined on this interface alone.
    const line = multicastDns({ interface: address, bind: '0.0.0.0', port, reuseAddr: true, loopback: true });
    line.on('response', (packet) => { onAnswers([...packet.answers ?? [], ...packet.additionals ?? []]); });
    // An interface without multicast, or a port that somebody holds alone, finds nothing; the address can still be typed.
    line.on('error', () => undefined);
    return {
      ask: (questions) => { line.query([...questions]); },
      close: () => { line.destroy(); },
    };
  };
}

import { createSocket } from 'node:dgram';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createMdns, openMulticast, type OpenMulticast } from '../../../main/scanner/mdns.ts';
import { serviceTypes, type Answer, type Question } from '../../../main/scanner/records.ts';
import type { Service } from '../../../main/scanner/services.ts';
import { createScanners } from '../../../main/scanner/scanners.ts';
import { advertise, type Advert } from '../../scanner-server/advertise.ts';
import { after, client } from './rig.ts';

/** A port of nobody, so that the tests hear nobody else. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => { socket.bind(0, '127.0.0.1', resolve); });
  const { port } = socket.address();
  await new Promise<void>((resolve) => { socket.close(resolve); });
  return port;
}

const advert: Advert = { name: 'Desk v1.5', port: 8911, secure: true, txt: { rs: 'eSCL', uuid: '4509a320-00a0' } };
const scanner = { id: '4509a320-00a0', name: 'Desk v1.5', address: 'https://127.0.0.1:8911/eSCL', secure: true };

async function network(sparse = false) {
  const port = await freePort();
  const responder = advertise(advert, { port, sparse });
  onTestFinished(() => responder.close());
  await responder.ready;
  const discover = createMdns({ addresses: () => ['127.0.0.1'], open: openMulticast(port), clock: () => Date.now(), after });
  const { watch } = createScanners({ ...client().deps, discover });
  const seen = vi.fn();
  return { responder, seen, look: () => { onTestFinished(watch(seen)); } };
}

describe('on a real network', () => {
  test.each([false, true])('a scanner answers who looks, all at once or bit by bit (%s)', async (sparse) => {
    const { seen, look } = await network(sparse);
    look();
    await vi.waitFor(() => { expect(seen).toHaveBeenLastCalledWith([scanner]); });
  });

  test('one that leaves is gone from the list', async () => {
    const { seen, look, responder } = await network();
    look();
    await vi.waitFor(() => { expect(seen).toHaveBeenLastCalledWith([scanner]); });
    responder.goodbye();
    await vi.waitFor(() => { expect(seen).toHaveBeenLastCalledWith([]); });
  });

  test('packets of nonsense are no matter', async () => {
    const port = await freePort();
    const seen = vi.fn();
    onTestFinished(createMdns({ addresses: () => ['127.0.0.1'], open: openMulticast(port), clock: () => Date.now(), after })(seen));
    const socket = createSocket('udp4');
    onTestFinished(() => { socket.close(); });
    for (const bytes of [[0], [0, 0, 132, 0, 0, 0, 255, 255], Array.from({ length: 300 }, (_, index) => index % 256)]) {
      await new Promise((resolve) => { socket.send(Buffer.from(bytes), port, '127.0.0.1', resolve); });
    }
    const responder = advertise(advert, { port });
    onTestFinished(() => responder.close());
    await responder.ready;
    await vi.waitFor(() => {
      responder.announce();
      expect(seen).toHaveBeenCalled();
    });
  });
});

/** A network that answers when it is told to. */
function silent() {
  const asked: Question[][] = [];
  let tell: (answers: readonly Answer[]) => void = () => undefined;
  const close = vi.fn();
  const open: OpenMulticast = (_address, onAnswers) => {
    tell = onAnswers;
    return { ask: (questions) => { asked.push([...questions]); }, close };
  };
  const timers: { readonly ms: number; readonly run: () => void }[] = [];
  const cancelled = vi.fn();
  let now = 0;
  const seen = vi.fn<(services: readonly Service[]) => void>();
  const discover = createMdns({ addresses: () => ['10.0.0.1'], open, clock: () => now, after: (ms, run) => { timers.push({ ms, run }); return cancelled; } });
  return { asked, close, seen, timers, cancelled, discover, tell: (answers: readonly Answer[]) => { tell(answers); }, at: (ms: number) => { now = ms; } };
}

describe('looking', () => {
  test('asks often at first, then rarely, and not any more when nobody looks', () => {
    const { asked, timers, discover, seen, close, cancelled } = silent();
    expect(asked).toEqual([]);
    const stop = discover(seen);
    expect(asked).toEqual([[{ name: serviceTypes.plain, type: 'PTR' }, { name: serviceTypes.secure, type: 'PTR' }]]);
    for (let round = 0; round < 7; round++) timers.at(-1)?.run();
    expect(timers.map(({ ms }) => ms)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
    stop();
    expect([close.mock.calls.length, cancelled.mock.calls.length]).toEqual([1, 1]);
  });

  test('tells only what is new, and what has run out', () => {
    const { discover, seen, tell, timers, at } = silent();
    discover(seen);
    const instance = `Desk.${serviceTypes.plain}`;
    const said: Answer[] = [
      { name: serviceTypes.plain, type: 'PTR', data: instance, ttl: 60 }, { name: instance, type: 'SRV', data: { target: 'desk.local', port: 80 }, ttl: 60 },
      { name: instance, type: 'TXT', data: 'rs=eSCL', ttl: 60 }, { name: 'desk.local', type: 'A', data: '10.0.0.9', ttl: 60 },
    ];
    tell(said);
    tell(said);
    expect(seen.mock.calls.map(([services]) => services.length)).toEqual([1]);
    at(61_000);
    timers.at(-1)?.run();
    expect(seen.mock.calls.map(([services]) => services.length)).toEqual([1, 0]);
  });
});

import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { judge } from '../../../preload/contract/judge/judge.ts';
import { verdictOf } from '../../../preload/contract/judge/verdict.ts';
import type { Verdict } from '../../../preload/contract/preflight.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { openCamera, type OpenCamera } from '../../../renderer/capture/camera/camera.ts';
import { readLive } from '../../../renderer/capture/camera/live.ts';
import type { Reading } from '../../../renderer/capture/camera/reading.ts';
import { openUntrusted } from '../../../renderer/capture/decode/open-file.ts';
import { closeSheet, pixelsOf, turnedCopy } from '../../../renderer/capture/decode/sheet.ts';
import { flatten } from '../../../renderer/capture/preflight/flatten.ts';
import { pageLooker } from '../../../renderer/capture/preflight/looker.ts';
import { loadMeasures } from '../../../renderer/capture/preflight/measures.ts';
import type { Wanted } from '../../../renderer/capture/preflight/port.ts';
import { seekZone } from '../../../renderer/capture/preflight/seek-zone.ts';

/** Whose document it is, and the day. */
export type Form = { readonly fields: CustomerFields; readonly today: string };
/** A picture from the moment it was asked for to its verdict; the parts in ms. */
export type Judgement = { readonly verdict: Verdict; readonly shooting: number; readonly looking: number; readonly width: number };
/** What the live meter said of a stream that was watched for a while. */
export type Watched = { readonly width: number; readonly height: number; readonly readings: readonly Reading[] };
/** A zone as the pre-flight reads it. */
export type ZoneRead = { readonly lines: readonly string[]; readonly certain: boolean; readonly took: number };

/** What Node asks this page for; files are addresses on the bench's server. */
export type CaptureBenchPage = {
  /** One whole look at a file that nobody opened before. */
  readonly look: (address: string, wanted: Wanted, form: Form) => Promise<Judgement>;
  /** So many shots by one open camera, each opened, looked at and judged. */
  readonly shoot: (wanted: Wanted, form: Form, times: number) => Promise<readonly Judgement[]>;
  readonly watch: (wanted: Wanted, ms: number) => Promise<Watched>;
  readonly zone: (address: string, wanted: Wanted) => Promise<ZoneRead>;
};

const looker = pageLooker();

function must<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const bytesAt = async (address: string) => new Uint8Array(await (await fetch(address)).arrayBuffer());

async function judged(bytes: Uint8Array, wanted: Wanted, { fields, today }: Form): Promise<Omit<Judgement, 'shooting'>> {
  const began = performance.now();
  must(await looker.open({ name: 'photo.jpg', bytes }));
  const { evidence } = must(await looker.look({ name: 'photo.jpg', bytes, page: 1 }, wanted, null));
  const findings = judge({ idType: wanted.idType, fields, today, documents: { [wanted.slot]: [evidence] }, refused: null })[wanted.slot] ?? [];
  return { verdict: verdictOf(findings), looking: performance.now() - began, width: evidence.width };
}

async function withCamera<T>(work: (camera: OpenCamera) => Promise<T>): Promise<T> {
  const camera = must(await openCamera(navigator.mediaDevices, null, Date.now));
  // The picture is on the screen, as it is in the app.
  const screen = Object.assign(document.createElement('video'), { srcObject: camera.stream, muted: true, width: 960 });
  document.body.append(screen);
  try {
    await screen.play();
    return await work(camera);
  } finally {
    screen.remove();
    camera.close();
  }
}

const page: CaptureBenchPage = {
  look: async (address, wanted, form) => ({ shooting: 0, ...await judged(await bytesAt(address), wanted, form) }),
  shoot: (wanted, form, times) => withCamera(async (camera) => {
    const all: Judgement[] = [];
    while (all.length < times) {
      const began = performance.now();
      const { bytes } = must(await camera.shoot());
      all.push({ shooting: performance.now() - began, ...await judged(bytes, wanted, form) });
    }
    return all;
  }),
  watch: (wanted, ms) => withCamera(async ({ track }) => {
    const readings: Reading[] = [];
    const stop = readLive(track, wanted, (reading) => { readings.push(reading); });
    // Two seconds for the worker to start.
    await new Promise((over) => { setTimeout(over, 2_000); });
    readings.length = 0;
    await new Promise((over) => { setTimeout(over, ms); });
    stop();
    const { width = 0, height = 0 } = track.getSettings();
    return { width, height, readings };
  }),
  zone: async (address, wanted) => {
    const tools = { ours: <T>(work: () => Promise<T>) => work() };
    const [measures, file] = [await loadMeasures(tools), await openUntrusted(await bytesAt(address), tools)];
    const sheet = file.ok ? await file.value.sheet(1) : file;
    if (!sheet.ok) throw new Error(sheet.error.kind);
    const picture = pixelsOf(turnedCopy(sheet.value, 0, 1_600));
    const began = performance.now();
    const read = seekZone(picture, wanted, measures, ({ quad }) => flatten(sheet.value, 0, picture, quad));
    const took = performance.now() - began;
    closeSheet(sheet.value);
    return read?.state === 'read' ? { lines: read.lines, certain: read.certain, took } : { lines: [], certain: false, took };
  },
};

Object.assign(globalThis, { bench: page });

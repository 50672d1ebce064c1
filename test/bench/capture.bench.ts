import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseZone } from '../../preload/contract/mrz.ts';
import type { Wanted } from '../../renderer/capture/preflight/port.ts';
import { openServedPage, type ServedPage } from '../renderer/capture/preflight/served-page.ts';
import { fields, film, photos, today, zonedPapers } from './capture-papers.ts';
import { quantile, timed, type Report } from './figures.ts';
import { routes } from './libraries.ts';
import type { CaptureBenchPage, Judgement } from './page/capture-page.ts';

type Page = { readonly bench: CaptureBenchPage };

const html = fileURLToPath(new URL('./page/capture.html', import.meta.url));
const passport: Wanted = { slot: 'identity', idType: 'passport' };
const form = { fields, today };
const zones = 60;
const shots = 7;
/** A slow library is asked so often; the first time counts nowhere. */
const slowTurns = 3;
/** How long the live meter is watched, in ms. */
const watching = 6_000;

/** Looking at documents in a real browser: the app's own worker, its own reading of zones, and its own camera before Chromium's fake one. */
export async function run(report: Report): Promise<void> {
  const [{ small, large }, papers, frames] = [await photos(), await zonedPapers(zones), await film()];
  const served = await openServedPage(html, 'bench', ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${frames}`]);
  try {
    const base = (await served.memory()).now;
    await looks({ served, base, name: '12mp', bytes: small, times: 9, budget: 1_000 }, report);
    await looks({ served, base, name: '48mp', bytes: large, times: 5, budget: null }, report);
    await readZones(served, papers, report);
    await shutter(served, report);
    await meter(served, report);
  } finally {
    await served.close();
    rmSync(frames, { force: true });
  }
}

type Photo = { readonly served: ServedPage; readonly base: number; readonly name: string; readonly bytes: Buffer; readonly times: number; readonly budget: number | null };

/** Whole looks, in turns with the single libraries, which do far less with the picture. */
async function looks({ served, base, name, bytes, times, budget }: Photo, report: Report): Promise<void> {
  const ours: Judgement[] = [];
  const theirs = new Map(routes.map((route) => [route.name, [] as number[]]));
  await served.memory();
  for (let turn = 0; turn <= times; turn += 1) {
    ours.push(await served.lend(bytes, (address) => served.page.evaluate((asked) => (globalThis as unknown as Page).bench.look(...asked), [address, passport, form] as const)));
    for (const route of routes.slice(0, turn < slowTurns ? 2 : 1)) theirs.get(route.name)?.push(...await timed(1, 0, () => route.sharpness(bytes)));
  }
  const { most } = await served.memory();
  const median = told(name, ours.slice(1), budget, report);
  report({ name: `look-${name}-peak-memory`, value: most - base, unit: 'bytes', budget: 512 * 1024 * 1024 });
  const references = [...theirs].map(([library, samples]) => ({ library, of: quantile(samples.slice(1), 0.5) })).toSorted((a, b) => a.of - b.of);
  for (const { library, of } of references.slice(0, 1)) report({ name: `look-${name}-to-${library}`, value: median / of, unit: 'ratio', budget: null, reference: { value: median, of, unit: 'ms' } });
  for (const { library, of } of references) report({ name: `${library}-sharpness-${name}-median`, value: of, unit: 'ms', budget: null });
}

function told(name: string, judgements: readonly Judgement[], budget: number | null, report: Report): number {
  const samples = judgements.map(({ looking }) => looking);
  const median = quantile(samples, 0.5);
  report({ name: `look-${name}-median`, value: median, unit: 'ms', budget });
  report({ name: `look-${name}-p95`, value: quantile(samples, 0.95), unit: 'ms', budget });
  report({ name: `look-${name}-passed`, value: judgements.filter(({ verdict }) => verdict === 'pass').length / judgements.length, unit: 'ratio', budget: 1, atLeast: true });
  return median;
}

/** Every zone of the plan's good papers: right to the last sign, or valid by its check digits and yet wrong. */
async function readZones(served: ServedPage, papers: Awaited<ReturnType<typeof zonedPapers>>, report: Report): Promise<void> {
  const reads = [];
  for (const { one: { slot, idType }, bytes, printed } of papers) {
    const read = await served.lend(bytes, (address) => served.page.evaluate((asked) => (globalThis as unknown as Page).bench.zone(...asked), [address, { slot, idType }] as const));
    reads.push({ ...read, right: read.lines.join() === printed.join() });
  }
  const isValid = (lines: readonly string[]) => parseZone(lines, today)?.checks.every(({ right }) => right) ?? false;
  const right = reads.filter((read) => read.right).length;
  report({ name: 'mrz-fully-right', value: right / reads.length, unit: 'ratio', budget: 0.99, atLeast: true, reference: { value: right, of: reads.length, unit: 'zones' } });
  report({ name: 'mrz-valid-but-wrong', value: reads.filter((read) => !read.right && read.certain && isValid(read.lines)).length, unit: 'zones', budget: 0, gate: true });
  const took = reads.slice(1).map((read) => read.took);
  report({ name: 'mrz-read-median', value: quantile(took, 0.5), unit: 'ms', budget: 570 });
  report({ name: 'mrz-read-p95', value: quantile(took, 0.95), unit: 'ms', budget: 739 });
}

/** From the shutter to the verdict: the camera's picture, opened, looked at and judged. */
async function shutter({ page }: ServedPage, report: Report): Promise<void> {
  const all = await page.evaluate((asked) => (globalThis as unknown as Page).bench.shoot(...asked), [passport, form, shots + 1] as const);
  const total = all.slice(1).map(({ shooting, looking }) => shooting + looking);
  report({ name: 'shutter-to-verdict-1080p-median', value: quantile(total, 0.5), unit: 'ms', budget: 1_500 });
  report({ name: 'shutter-to-verdict-1080p-p95', value: quantile(total, 0.95), unit: 'ms', budget: 1_500 });
  report({ name: 'shutter-to-picture-1080p-median', value: quantile(all.slice(1).map(({ shooting }) => shooting), 0.5), unit: 'ms', budget: null });
}

async function meter({ page }: ServedPage, report: Report): Promise<void> {
  const { width, height, readings } = await page.evaluate((asked) => (globalThis as unknown as Page).bench.watch(...asked), [passport, watching] as const);
  const span = (readings.at(-1)?.at ?? 0) - (readings[0]?.at ?? 0);
  report({ name: 'live-meter-frame-height', value: Math.min(width, height), unit: 'rows', budget: 1_080, atLeast: true, gate: true });
  report({ name: 'live-meter-frames-per-second', value: ((readings.length - 1) * 1_000) / span, unit: 'frames/s', budget: 15, atLeast: true });
  report({ name: 'live-meter-frame-median', value: quantile(readings.map(({ took }) => took), 0.5), unit: 'ms', budget: null });
  report({ name: 'live-meter-frames-with-the-document', value: readings.filter(({ area }) => area !== null).length / readings.length, unit: 'ratio', budget: 1, atLeast: true });
}

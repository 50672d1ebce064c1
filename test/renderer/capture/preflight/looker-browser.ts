import { fileURLToPath } from 'node:url';
import type { LookerPage, MadeText } from './page/looker-page.ts';
import { openServedPage, type ServedPage } from './served-page.ts';

type FileCall = Exclude<keyof LookerPage, 'merge'>;
/** What a call takes after the name and the address. */
type Rest<K extends FileCall> = Parameters<LookerPage[K]> extends [string, string, ...infer Others] ? Others : never;

/** A real browser with the app's own looker in a page, served by the app's own protocol with its content policy. */
export type LookerBrowser = Pick<ServedPage, 'memory' | 'violations' | 'close'> & {
  /** Asks the page about a file, which gets an address on its origin. */
  readonly ask: <K extends FileCall>(call: K, name: string, bytes: Uint8Array, ...rest: Rest<K>) => Promise<Awaited<ReturnType<LookerPage[K]>>>;
  readonly merge: (pictures: readonly MadeText[]) => ReturnType<LookerPage['merge']>;
  /** Has the page draw a picture as a JPEG or WebP: red, green, blue and yellow quarters, clockwise from the top left. */
  readonly drawn: (mime: string, width: number, height: number) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Builds the page, serves it on loopback and opens it. */
export async function openLookerBrowser(): Promise<LookerBrowser> {
  const { page, lend, memory, violations, close } = await openServedPage(fileURLToPath(new URL('./page/looker.html', import.meta.url)), 'desk');
  return {
    memory, violations, close,
    ask: async (call, name, bytes, ...rest) => await lend(bytes, (address) => page.evaluate(({ which, args }) => {
      const { desk } = globalThis as unknown as { desk: Record<string, (...all: readonly unknown[]) => unknown> };
      return desk[which]?.(...args);
    }, { which: call as string, args: [name, address, ...rest] as readonly unknown[] })) as never,
    merge: (pictures) => page.evaluate((all) => (globalThis as unknown as { desk: LookerPage }).desk.merge(all), pictures),
    drawn: async (mime, width, height) => Uint8Array.from(Buffer.from(await page.evaluate(draw, [mime, width, height] as const), 'base64')),
  };
}

/** Runs in the page. */
async function draw([mime, width, height]: readonly [string, number, number]): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const brush = canvas.getContext('2d');
  for (const [index, colour] of ['#e02020', '#20a020', '#2020e0', '#e0e020'].entries()) {
    if (!brush) break;
    brush.fillStyle = colour;
    brush.fillRect(index === 1 || index === 2 ? width / 2 : 0, index > 1 ? height / 2 : 0, width / 2, height / 2);
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: mime, quality: 0.9 })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

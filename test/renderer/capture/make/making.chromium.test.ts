import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noEdit, type CaptureEdit } from '../../../../preload/contract/captures.ts';
import { holds } from '../files/bytes.ts';
import { heic } from '../files/heic.ts';
import { flatJpeg, tellingJpeg } from '../files/jpeg.ts';
import { colourPdf } from '../files/pdf.ts';
import { colourPng, tellingPng } from '../files/png.ts';
import { colourPage, tiff } from '../files/tiff.ts';
import { openLookerBrowser, type LookerBrowser } from '../preflight/looker-browser.ts';
import type { MadeText } from '../preflight/page/looker-page.ts';

let browser: LookerBrowser;
let jpeg: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  browser = await openLookerBrowser();
  jpeg = await browser.drawn('image/jpeg', 640, 400);
});
afterAll(() => browser.close());

const bytesOf = ({ base64 }: MadeText) => new Uint8Array(Buffer.from(base64, 'base64'));
const edits: readonly CaptureEdit[] = [
  noEdit, { ...noEdit, turn: 90 }, { ...noEdit, even: true },
  { turn: 0, even: false, corners: [{ x: 0.1, y: 0.1 }, { x: 0.9, y: 0.15 }, { x: 0.85, y: 0.9 }, { x: 0.05, y: 0.8 }] },
];

async function made(name: string, bytes: Uint8Array, edit: CaptureEdit = noEdit): Promise<MadeText> {
  const answer = await browser.ask('make', name, bytes, 1, edit);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
/** Everything the test files tell beside their pixels. */
const told = ['GPS', 'Secret', 'Exif', 'xmp', 'Photoshop', 'http', 'Creat', 'Producer', 'Date'];

describe('a picture that is made', () => {
  it('keeps the pixels of a JPEG and a PNG dot for dot where no edit is needed', async () => {
    const kept = await made('a.jpg', tellingJpeg(jpeg));
    expect(bytesOf(kept)).toEqual(bytesOf(await made('a.jpg', jpeg)));
    expect(Buffer.from(jpeg).includes(Buffer.from(bytesOf(kept).subarray(-2_000)))).toBe(true);
    expect(kept).toMatchObject({ mime: 'image/jpeg', width: 640, height: 400 });
    const png = colourPng(60, 40);
    expect(bytesOf(await made('a.png', tellingPng(png)))).toEqual(new Uint8Array(png));
  });

  it.each([1, 6])('tells nothing but its picture, whatever the edit: a photo held as %i', async (orientation) => {
    for (const edit of edits) {
      const bytes = bytesOf(await made('a.jpg', tellingJpeg(jpeg, orientation), edit));
      expect(told.filter((word) => holds(bytes, word))).toEqual([]);
    }
  });

  it('tells nothing but its picture from any other kind either', async () => {
    for (const [name, file] of [['a.png', tellingPng(colourPng(60, 40))], ['a.tif', tiff([colourPage(30, 20)])], ['a.heic', heic()], ['a.pdf', colourPdf()]] as const) {
      for (const edit of edits) {
        const bytes = bytesOf(await made(name, file, edit));
        expect(told.filter((word) => holds(bytes, word))).toEqual([]);
      }
    }
  });

  it('is turned and cut as asked', async () => {
    expect(await made('a.jpg', jpeg, { ...noEdit, turn: 90 })).toMatchObject({ mime: 'image/jpeg', width: 400, height: 640 });
    const half = await made('a.jpg', jpeg, { turn: 0, even: false, corners: [{ x: 0, y: 0 }, { x: 0.5, y: 0 }, { x: 0.5, y: 0.5 }, { x: 0, y: 0.5 }] });
    // A little of what surrounds a document comes along.
    expect([half.width >= 318 && half.width <= 335, half.height >= 198 && half.height <= 210]).toEqual([true, true]);
    const seen = await browser.ask('show', 'half.jpg', bytesOf(half), 1, 0, 400, [[0.1, 0.1], [0.9, 0.9]]);
    expect(seen.ok && seen.value.colours.every(([red = 0, green = 0, blue = 0]) => red > 190 && green < 70 && blue < 70)).toBe(true);
  });

  it('stands upright by its pixels once the note that says how it was held is gone', async () => {
    expect(await made('a.jpg', tellingJpeg(jpeg, 6))).toMatchObject({ width: 400, height: 640 });
  });

  it('has at most about 4,000 dots on its longer side when it is made anew', async () => {
    const large = await made('48.jpg', flatJpeg(8064, 6048), { ...noEdit, turn: 90 });
    expect([large.width, large.height]).toEqual([3024, 4032]);
    expect(await made('48.jpg', flatJpeg(8064, 6048))).toMatchObject({ width: 8064, height: 6048 });
  });

  it('says how many dots an inch it has where the page does', async () => {
    const bytes = bytesOf(await made('a.pdf', colourPdf()));
    expect([...bytes.subarray(6, 18)]).toEqual([...Buffer.from('JFIF\0'), 1, 1, 1, 1, 44, 1, 44]);
  });
});

describe('pictures merged into one document', () => {
  it('are one a page, in their order, with nothing else in it, the same bytes each time', async () => {
    const pictures = [await made('a.jpg', tellingJpeg(jpeg)), await made('a.png', tellingPng(colourPng(60, 40))), await made('a.pdf', colourPdf())];
    const merged = await browser.merge(pictures);
    if (!merged.ok) throw new Error(merged.error.message);
    const bytes = new Uint8Array(Buffer.from(merged.value, 'base64'));
    expect(told.filter((word) => holds(bytes, word))).toEqual([]);
    expect(await browser.merge(pictures)).toEqual(merged);
    expect(await browser.ask('open', 'all.pdf', bytes)).toEqual({ ok: true, value: { mime: 'application/pdf', pages: 3 } });
    const spots = [[0.1, 0.1], [0.9, 0.9]] as const;
    const [first, second, third] = [await browser.ask('show', 'all.pdf', bytes, 1, 0, 800, spots), await browser.ask('show', 'all.pdf', bytes, 2, 0, 800, spots), await browser.ask('show', 'all.pdf', bytes, 3, 0, 842, spots)];
    expect(first.ok && first.value.colours[0]?.[0]).toBeGreaterThan(200);
    expect(first.ok && first.value.colours[1]?.[2]).toBeGreaterThan(200);
    expect(second.ok && second.value.colours[1]?.map((part) => part > 200)).toEqual([true, true, false]);
    // A page that says its dots an inch has its own size on paper.
    expect(third.ok && [third.value.width, third.value.height]).toEqual([595, 842]);
  });

  it('stay whole when a PDF can’t hold a picture as it is: transparent ones are made anew on white', async () => {
    const clear = { mime: 'image/png', width: 1, height: 1, base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==' } as const;
    const merged = await browser.merge([clear]);
    expect(merged.ok && await browser.ask('open', 'clear.pdf', new Uint8Array(Buffer.from(merged.value, 'base64')))).toMatchObject({ ok: true, value: { pages: 1 } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePdf } from '../../fake/sample-files.ts';
import { exif, flatJpeg, tellingJpeg } from '../files/jpeg.ts';
import { heic } from '../files/heic.ts';
import { colourPdf } from '../files/pdf.ts';
import { colourPng } from '../files/png.ts';
import { colourPage, tiff } from '../files/tiff.ts';
import { openLookerBrowser, type LookerBrowser } from './looker-browser.ts';

let browser: LookerBrowser;
let jpeg: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  browser = await openLookerBrowser();
  jpeg = await browser.drawn('image/jpeg', 320, 200);
});
afterAll(() => browser.close());

const corners = [[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.9]] as const;
type Name = 'red' | 'green' | 'blue' | 'yellow' | 'other';
/** The quarter that a colour is of. */
function named([red = 0, green = 0, blue = 0]: readonly number[]): Name {
  if (red > 180 && blue < 90) return green > 180 ? 'yellow' : green < 90 ? 'red' : 'other';
  if (red < 90 && green < 90 && blue > 180) return 'blue';
  return red < 90 && blue < 90 && green > 120 ? 'green' : 'other';
}

async function shown(name: string, bytes: Uint8Array, { page = 1, turn = 0 as 0 | 90 | 180 | 270, most = 4096 } = {}) {
  const answer = await browser.ask('show', name, bytes, page, turn, most, corners);
  if (!answer.ok) throw new Error(answer.error.message);
  return { ...answer.value, names: answer.value.colours.map(named) };
}

describe('a file that is opened', () => {
  it('is what its bytes say, whatever its name', async () => {
    expect(await browser.ask('open', 'photo.pdf', jpeg)).toEqual({ ok: true, value: { mime: 'image/jpeg', pages: 1 } });
    expect(await browser.ask('open', 'scan.jpg', tiff([colourPage(30, 20), colourPage(20, 30)]))).toEqual({ ok: true, value: { mime: 'image/tiff', pages: 2 } });
    expect(await browser.ask('open', 'letter.png', samplePdf(3))).toEqual({ ok: true, value: { mime: 'application/pdf', pages: 3 } });
    expect(await browser.ask('open', 'IMG_1.jpg', heic())).toEqual({ ok: true, value: { mime: 'image/heic', pages: 1 } });
  });

  it('shows each of its kinds in its own colours, upright and whole', async () => {
    const all = ['red', 'green', 'blue', 'yellow'];
    expect(await shown('a.jpg', jpeg)).toMatchObject({ width: 320, height: 200, names: all });
    expect(await shown('a.webp', await browser.drawn('image/webp', 320, 200))).toMatchObject({ width: 320, height: 200, names: all });
    expect((await shown('a.png', colourPng(300, 200))).colours[2]).toEqual([230, 230, 60]);
    expect((await shown('a.tif', tiff([colourPage(300, 200)]))).colours[2]).toEqual([230, 230, 60]);
  });

  it('turns a page clockwise, and makes it as small as asked', async () => {
    expect(await shown('a.jpg', jpeg, { turn: 90, most: 160 })).toMatchObject({ width: 100, height: 160, names: ['yellow', 'red', 'green', 'blue'] });
    expect((await shown('a.jpg', jpeg, { turn: 180 })).names).toEqual(['blue', 'yellow', 'red', 'green']);
    expect((await shown('a.jpg', jpeg, { turn: 270 })).names).toEqual(['green', 'blue', 'yellow', 'red']);
  });

  it.each([
    [1, ['red', 'green', 'blue', 'yellow']], [2, ['green', 'red', 'yellow', 'blue']], [3, ['blue', 'yellow', 'red', 'green']], [4, ['yellow', 'blue', 'green', 'red']],
    [5, ['red', 'yellow', 'blue', 'green']], [6, ['yellow', 'red', 'green', 'blue']], [7, ['blue', 'green', 'red', 'yellow']], [8, ['green', 'blue', 'yellow', 'red']],
  ] as const)('stands upright as the phone held it: orientation %i', async (orientation, names) => {
    const page = await shown('a.jpg', tellingJpeg(jpeg, orientation));
    expect(page.names).toEqual(names);
    expect([page.width, page.height]).toEqual(orientation > 4 ? [200, 320] : [320, 200]);
    expect(exif(orientation).length).toBeGreaterThan(0);
  });

  it('gives any page of a PDF as a picture of 300 dots an inch, and no larger than a sheet', async () => {
    const a4 = await shown('a.pdf', colourPdf());
    expect([a4.width, a4.height]).toEqual([2479, 3508]);
    expect(a4.names).toEqual(['red', 'red', 'red', 'blue']);
    const wall = await shown('wall.pdf', colourPdf(14_400, 7_200));
    expect([wall.width, wall.height]).toEqual([4096, 2048]);
    expect(await browser.ask('show', 'three.pdf', samplePdf(3), 3, 0, 500, corners)).toMatchObject({ ok: true, value: { height: 500 } });
    expect(await browser.ask('show', 'three.pdf', samplePdf(3), 4, 0, 500, corners)).toMatchObject({ ok: false, error: { code: 'file-pages', message: 'three.pdf has no page 4.' } });
  });

  it('puts the tiles of a phone’s HEIC together, and turns them as the photo says', async () => {
    const photo = await shown('a.heic', heic(3, 2));
    expect([photo.width, photo.height]).toEqual([192, 128]);
    expect(photo.colours[0]?.[0]).toBeGreaterThan(150);
    const lying = await shown('a.heic', heic(3, 2, { quarters: 1 }));
    expect([lying.width, lying.height]).toEqual([128, 192]);
  });

  it('opens a photo of 48 and one of 99 megapixels, at a part of their size', async () => {
    expect(await shown('48.jpg', flatJpeg(8064, 6048))).toMatchObject({ width: 4032, height: 3024 });
    expect(await shown('99.jpg', flatJpeg(11_500, 8_600))).toMatchObject({ width: 2875, height: 2150 });
  });

  it('breaks no rule of the content policy on the way', () => {
    expect(browser.violations).toEqual([]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filmDesk, filmPassport } from './support/camera-film.ts';
import { good, openDesk, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { startInSandbox } from './support/job.ts';
import { documentIn, person } from './support/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'bursar-film-'));
const fields = person('Thea', 'Marlowe');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A desk whose camera shows a film over and over. */
async function deskWithFilm(file: string): Promise<Desk> {
  const chromiumArgs = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${file}`];
  const desk = await openDesk({ env: { BURSAR_SANDBOX: '{"timeScale":60,"port":0}' }, chromiumArgs });
  await startInSandbox(desk.page());
  return desk;
}

async function openCamera(desk: Desk): Promise<string> {
  const { id } = good(await desk.ask('customers.save', { id: null, fields }));
  await goTo(desk.page(), `/customers/${id}`, 'Thea Marlowe');
  await desk.page().getByRole('button', { name: 'Camera' }).first().click();
  await desk.page().getByRole('dialog', { name: 'Photograph: passport page' }).waitFor();
  return id;
}

describe('a passport before the camera', () => {
  let desk: Desk;
  beforeAll(async () => {
    const file = join(folder, 'passport.mjpeg');
    await filmPassport(file, fields);
    desk = await deskWithFilm(file);
  });
  afterAll(() => desk.close());

  it('is followed by the frame, photographed by itself once it is good, and judged in its slot', async () => {
    const page = desk.page();
    const id = await openCamera(desk);
    const edge = page.locator('dialog, [role=dialog]').locator('polygon').last();
    await edge.waitFor({ state: 'attached' });
    const corners = (await edge.getAttribute('points') ?? '').split(' ').map((corner) => corner.split(',').map(Number));
    const [xs, ys] = [corners.map(([x]) => x ?? 0), corners.map(([, y]) => y ?? 0)];
    // The passport lies in the middle and takes about half of the picture’s width.
    expect([Math.min(...xs) > 5 && Math.min(...xs) < 40, Math.max(...xs) > 60 && Math.max(...xs) < 95, Math.min(...ys) > 1 && Math.max(...ys) < 99]).toEqual([true, true, true]);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Passed: every check is fine').waitFor();
    const document = await documentIn(desk, id, 'identity');
    expect(document).toMatchObject({ mime: 'image/jpeg', pages: null });
    const [taken] = good(await desk.ask('captures.list', { documentId: document?.id ?? '' }));
    expect(taken).toMatchObject({ source: 'camera', evidence: { zone: { state: 'read' } } });
  });
});

describe('an empty desk before the camera', () => {
  let desk: Desk;
  beforeAll(async () => {
    const file = join(folder, 'desk.mjpeg');
    await filmDesk(file);
    desk = await deskWithFilm(file);
  });
  afterAll(() => desk.close());

  it('is told what to do, and no picture takes itself', async () => {
    const page = desk.page();
    const id = await openCamera(desk);
    await page.getByText('Lay the document in the picture.').waitFor();
    const video = page.getByLabel('Live picture of the camera');
    const began = await video.evaluate((one: HTMLVideoElement) => one.currentTime);
    await video.evaluate((one: HTMLVideoElement, from) => new Promise<void>((done) => {
      one.addEventListener('timeupdate', () => { if (one.currentTime > from + 3) done(); });
    }), began);
    expect(await page.getByText('Lay the document in the picture.').isVisible()).toBe(true);
    expect([await documentIn(desk, id, 'identity'), good(await desk.ask('captures.list', { documentId: null }))]).toEqual([null, []]);
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

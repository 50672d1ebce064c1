import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFixture, seen } from './fixtures/launch.ts';
import type { LaunchedApp } from './harness.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await launchFixture({ chromiumArgs: ['--use-fake-device-for-media-stream'] });
});
afterAll(() => app.close());

const media = (constraints: string): Promise<unknown> =>
  app.page.evaluate(`navigator.mediaDevices.getUserMedia(${constraints}).then(
    (stream) => stream.getTracks().map((track) => (track.stop(), track.kind)), (error) => error.name)`);

test('a page that goes round the question finds the camera refused', async () => {
  // The frame's own copy of the function is the browser's, not the one that asks first.
  const outcome = await app.page.evaluate(`(() => {
    const { MediaDevices } = document.getElementById('own').contentWindow;
    return MediaDevices.prototype.getUserMedia.call(navigator.mediaDevices, { video: true }).then(() => 'seen', (error) => error.name);
  })()`);
  expect(outcome).toBe('NotAllowedError');
});

test('a camera that the handler grants is given', async () => {
  expect(await media('{ video: true }')).toEqual(['video']);
  expect((await seen(app.page)).permissions).toContainEqual(['media', ['video'], 'app://bursar/index.html']);
});

test('a microphone that the handler refuses is not', async () => {
  expect(await media('{ audio: true }')).toBe('NotAllowedError');
});

test('a place and notifications that the handler refuses are refused', async () => {
  const place = app.page.evaluate('new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve("found"), (error) => resolve(error.code)))');
  expect(await place).toBe(1);
  expect(await app.page.evaluate('Notification.requestPermission()')).toBe('denied');
  expect((await seen(app.page)).permissions.map(([name]) => name)).toEqual(expect.arrayContaining(['geolocation', 'notifications']));
});

test('a look at a permission is answered by the check handler', async () => {
  const state = (name: string): Promise<unknown> =>
    app.page.evaluate(`navigator.permissions.query({ name: '${name}' }).then(({ state }) => state)`);
  expect([await state('camera'), await state('geolocation')]).toEqual(['granted', 'denied']);
});

test('a text may be copied where the handler lets it, and not read back where it does not', async () => {
  expect(await app.page.evaluate('navigator.clipboard.writeText("copied").then(() => "copied", (error) => error.name)')).toBe('copied');
  expect(await app.page.evaluate('navigator.clipboard.readText().then(() => "read", (error) => error.name)')).toBe('NotAllowedError');
});

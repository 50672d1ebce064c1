import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchFixture, seen } from './fixtures/launch.ts';
import type { LaunchedApp } from './harness.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await launchFixture({ size: { width: 1000, height: 640 }, colorScheme: 'dark' });
});
afterAll(() => app.close());

const dark = (): Promise<unknown> => app.page.evaluate('matchMedia("(prefers-color-scheme: dark)").matches');

test('the window has the size and the theme that the test asked for', async () => {
  expect(await app.page.evaluate('[innerWidth, innerHeight]')).toEqual([1000, 640]);
  expect(await dark()).toBe(true);
});

test('a theme that main chooses reaches the page', async () => {
  await app.page.evaluate('fixture.theme("light")');
  await vi.waitFor(async () => expect(await dark()).toBe(false));
});

test('a resized page is a resized window', async () => {
  await app.page.setViewportSize({ width: 1100, height: 700 });
  await vi.waitFor(async () => {
    const [window] = (await app.control({ do: 'windows' })) as { bounds: { width: number; height: number } }[];
    expect([window?.bounds.width, window?.bounds.height]).toEqual([1100, 700]);
  });
  expect((await seen(app.page)).events).toContainEqual(['resize']);
});

test('a locked screen and a waking machine are told to main', async () => {
  await app.control({ do: 'lock-screen' });
  await app.control({ do: 'resume' });
  expect((await seen(app.page)).power).toEqual(['lock-screen', 'resume']);
});

test('a machine without network fails main’s requests and tells the page', async () => {
  await app.control({ do: 'online', value: false });
  expect(await app.page.evaluate('fixture.net("https://127.0.0.1:9/")')).toBe('net::ERR_INTERNET_DISCONNECTED');
  expect(await app.page.evaluate('navigator.onLine')).toBe(false);
  expect(await app.page.evaluate('fetch("/data.json").then((reply) => reply.status)')).toBe(200);
  await app.control({ do: 'online', value: true });
  expect(await app.page.evaluate('navigator.onLine')).toBe(true);
});

test('the memory of the main process can be read', async () => {
  const { rss } = (await app.control({ do: 'memory' })) as { rss: number };
  expect(rss).toBeGreaterThan(10_000_000);
});

test('an unknown command is refused', async () => {
  await expect(app.control({ do: 'nothing-known' })).rejects.toThrow('unknown command nothing-known');
});

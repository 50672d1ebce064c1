import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchFixture, seen } from './fixtures/launch.ts';
import type { LaunchedApp } from './harness.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await launchFixture();
});
afterAll(() => app.close());

const HOME = 'app://bursar/index.html';
const here = (): Promise<string> => app.page.evaluate('fixture.who().then(({ page }) => page)');
const arrived = (title: string): Promise<void> =>
  vi.waitFor(async () => expect(await app.page.evaluate('[document.title, typeof fixture]')).toEqual([title, 'object']));
const stays = async (list: 'navigate' | 'redirect' | 'open' | 'frameNavigate', url: string): Promise<void> => {
  await vi.waitFor(async () => expect((await seen(app.page))[list]).toContain(url));
  expect(await here()).toBe(HOME);
};

test('a link that leads away is put to main and goes nowhere', async () => {
  await app.page.click('#away');
  await stays('navigate', 'https://example.com/away');
});

test('an assignment of location is put to main and goes nowhere', async () => {
  await app.page.evaluate('void (location.href = "https://example.com/assigned")');
  await stays('navigate', 'https://example.com/assigned');
});

test('a form that posts away is put to main and goes nowhere', async () => {
  await app.page.evaluate('document.getElementById("form").submit()');
  await stays('navigate', 'https://example.com/form');
});

test('a refresh by meta element is put to main and goes nowhere', async () => {
  await app.page.evaluate(`(() => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = '0; url=https://example.com/refresh';
    document.head.append(meta);
  })()`);
  await stays('navigate', 'https://example.com/refresh');
});

test('a redirect of the app’s own address to elsewhere is put to main and goes nowhere', async () => {
  await app.page.evaluate('void (location.href = "/leave")');
  await stays('redirect', 'https://example.com/');
});

test('a scheme of another program is put to main and starts nothing', async () => {
  await app.page.click('#mail');
  await stays('navigate', 'mailto:help@example.com');
});

test('a frame that leads away is put to main', async () => {
  await app.page.evaluate('void (document.getElementById("own").src = "https://example.com/framed")');
  await stays('frameNavigate', 'https://example.com/framed');
});

test('a file of the machine cannot be opened by the page', async () => {
  await app.page.evaluate('void (location.href = "file:///etc/hostname")');
  expect(await here()).toBe(HOME);
});

test('window.open is put to main, opens nothing and answers null', async () => {
  expect(await app.page.evaluate('window.open("https://example.com/popup")')).toBe(null);
  await stays('open', 'https://example.com/popup');
});

test('a link to a new window opens none; main may open it outside', async () => {
  await app.page.click('#aside');
  await stays('open', 'https://docs.example.com/aside');
  await vi.waitFor(() => expect(app.page.context().pages().length).toBe(1));
  expect(await app.control({ do: 'opened-external' })).toEqual(['https://docs.example.com/aside']);
});

test('a link opened aside with the keyboard shows no second page', async () => {
  await app.page.click('#away', { modifiers: ['Control'] });
  await here();
  await vi.waitFor(() => expect(app.page.context().pages().length).toBe(1));
});

test('a link within the app is followed, and the preload is there again', async () => {
  await app.page.click('#next');
  await arrived('Next');
  expect([await here(), app.url()]).toEqual(['app://bursar/next.html', 'app://bursar/next.html']);
  // After the question is answered: its context goes with the page.
  await app.page.evaluate('void setTimeout(() => { location.href = "app://bursar/index.html"; })');
  await arrived('Fixture');
  expect(await here()).toBe(HOME);
});

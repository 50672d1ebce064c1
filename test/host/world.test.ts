import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchFixture, seen, worldsOf } from './fixtures/launch.ts';
import type { LaunchedApp } from './harness.ts';
import { BINDING, PRELOAD_WORLD, RECEIVER } from './world/scripts.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await launchFixture();
});
afterAll(() => app.close());

const WHO = JSON.stringify({ t: 'invoke', id: 1, channel: 'who', args: [] });

test('what the preload exposes is there before the first script of the page', async () => {
  expect(await app.page.evaluate('early')).toBe('object');
});

test('what the preload exposes cannot be changed by the page', async () => {
  const after = await app.page.evaluate(`(() => {
    try { fixture = 1 } catch {}
    try { delete window.fixture } catch {}
    try { fixture.echo = 1 } catch {}
    try { fixture.nested.list.push(4) } catch {}
    return [typeof fixture.echo, fixture.nested.list, Object.isFrozen(fixture.nested)];
  })()`);
  expect(after).toEqual(['function', [1, 2, 3], true]);
});

test('page scripts reach none of the preload world: no require, no binding, no globals of it', async () => {
  const names = ['require', 'module', 'ipcRenderer', 'preloadOnly', BINDING, RECEIVER];
  expect(await app.page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
});

test('a sandboxed preload gets electron and no module of Node', async () => {
  expect(await app.page.evaluate('fixture.refused')).toBe('module not found: node:fs');
});

test('a frame inside the page gets no preload', async () => {
  const inner = app.page.frameLocator('#own').locator('p');
  expect(await inner.evaluate(() => 'fixture' in globalThis)).toBe(false);
});

test('a call out of a frame inside the page arrives with that frame as its sender', async () => {
  const { session, worlds, mainFrameId } = await worldsOf(app.page);
  const world = worlds.find(({ name, auxData }) => name === PRELOAD_WORLD && auxData?.frameId !== mainFrameId);
  await session.send('Runtime.evaluate', { contextId: world?.id ?? -1, expression: `${BINDING}(${JSON.stringify(WHO)})` });
  const inner = { url: 'app://bursar/frame.html', origin: 'app://bursar', top: false, alive: true };
  await vi.waitFor(async () => expect((await seen(app.page)).senders).toContainEqual(inner));
});

test('a call forged by page script reaches nobody', async () => {
  const before = (await seen(app.page)).senders.length;
  const outcome = await app.page.evaluate(
    ([binding, message]) => {
      const own = window as unknown as Record<string, ((text: string) => void) | undefined>;
      const calls = [() => (own[binding] as (text: string) => void)(message), () => dispatchEvent(new CustomEvent('to-preload', { detail: { t: 'call', id: 1 } }))];
      return calls.map((call) => {
        try {
          call();
          return 'ran';
        } catch (error) {
          return (error as Error).name;
        }
      });
    },
    [BINDING, WHO] as const,
  );
  expect(outcome).toEqual(['TypeError', 'ran']);
  expect((await seen(app.page)).senders.length).toBe(before);
});

test('another world of the same page gets no binding', async () => {
  const { session, mainFrameId } = await worldsOf(app.page);
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: mainFrameId, worldName: 'other' });
  const { result } = await session.send('Runtime.evaluate', { contextId: executionContextId, expression: `typeof ${BINDING}` });
  expect(result.value).toBe('undefined');
});

test('a page that rewrites the browser’s own functions still talks to its preload, and hears nothing of the bridge', async () => {
  const heard = await app.page.evaluate(`(async () => {
    const heard = [];
    const native = { dispatch: EventTarget.prototype.dispatchEvent, custom: window.CustomEvent };
    EventTarget.prototype.dispatchEvent = function (event) { heard.push(event.type); return native.dispatch.call(this, event); };
    window.CustomEvent = class { constructor() { heard.push('made') } };
    const sum = fixture.add(2, 3);
    const echo = await fixture.echo('still');
    EventTarget.prototype.dispatchEvent = native.dispatch;
    window.CustomEvent = native.custom;
    return { heard, sum, echo };
  })()`);
  expect(heard).toEqual({ heard: [], sum: 5, echo: 'still' });
});

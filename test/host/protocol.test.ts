import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFixture, seen } from './fixtures/launch.ts';
import type { LaunchedApp } from './harness.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await launchFixture();
});
afterAll(() => app.close());

test('every file comes through the scheme’s handler, under the app’s own addresses', async () => {
  await app.page.evaluate('worker');
  const { served } = await seen(app.page);
  for (const file of ['index.html', 'page.js', 'frame.html', 'worker.js', 'dependency.js', 'data.json']) {
    expect(served).toContain(`GET app://bursar/${file}`);
  }
});

test('module workers, their imports and WebAssembly load', async () => {
  expect(await app.page.evaluate('worker')).toEqual({ answer: 42, data: { from: 'the handler' }, wasm: true });
});

test('a worker that a worker starts loads, too', async () => {
  await app.page.evaluate('worker');
  const start = "new Promise((resolve) => new Worker('/nested.js', { type: 'module' }).addEventListener('message', ({ data }) => resolve(data)))";
  expect(await app.page.workers()[0]?.evaluate(start)).toBe(42);
  expect((await seen(app.page)).served).toContain('GET app://bursar/nested.js');
});

test('the policy in the handler’s answer holds: inline script does not run, eval does not either', async () => {
  // evaluate() itself stands above the policy, so the attempts are made by elements and timers of the page.
  const ran = await app.page.evaluate(`(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const blocked = new Promise((resolve) => addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI)));
    const image = document.createElement('img');
    image.src = 'https://example.com/pixel.png';
    document.body.append(image);
    return { inline: window.inlineRan, injected: window.injected, blocked: await blocked };
  })()`);
  expect(ran).toEqual({ blocked: 'inline' });
});

test('the page is a secure context with an origin of its own', async () => {
  expect(await app.page.evaluate('[isSecureContext, typeof crypto.subtle, origin !== "null"]')).toEqual([true, 'object', true]);
});

test('a body and a status reach and leave the handler', async () => {
  const post = await app.page.evaluate('fetch("/post", { method: "POST", body: "ü".repeat(3) }).then((reply) => reply.text())');
  const missing = await app.page.evaluate('fetch("/nowhere").then((reply) => reply.status)');
  expect([post, missing]).toEqual(['üüü', 404]);
});

test('requests to the network are put to the session’s listener and stopped when it says so', async () => {
  const outcome = await app.page.evaluate('fetch("https://example.com/x").then(() => "out", (error) => error.name)');
  expect(outcome).toBe('TypeError');
  expect((await seen(app.page)).requests).toContain('https://example.com/x');
});

test('no WebSocket leaves the page or its workers while a listener keeps them off the network', async () => {
  let calls = 0;
  const server = createServer((socket) => {
    calls += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const dial = `(port) => new Promise((resolve) => {
    const socket = new WebSocket('wss://127.0.0.1:' + port + '/');
    socket.addEventListener('open', () => resolve('open'));
    socket.addEventListener('error', () => resolve('refused'));
  })`;
  expect(await app.page.evaluate(`(${dial})(${port})`)).toBe('refused');
  await app.page.evaluate('worker');
  expect(await app.page.workers()[0]?.evaluate(`(${dial})(${port})`)).toBe('refused');
  server.close();
  expect(calls).toBe(0);
});

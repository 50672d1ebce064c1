import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFixture, seen } from './fixtures/launch.ts';
import type { LaunchedApp } from './harness.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await launchFixture();
});
afterAll(() => app.close());

test('values cross to main and back as a structured clone would carry them', async () => {
  const same = await app.page.evaluate(`(async () => {
    const value = { text: 'é', none: null, gone: undefined, when: new Date(5), big: 10n, odd: [NaN, -0, Infinity],
      map: new Map([['a', new Set([1])]]), $: 'kept', bytes: new Uint8Array([0, 255]), words: new Uint16Array([1, 65535]) };
    const back = await fixture.echo(value);
    return [back.text === 'é', back.none === null, 'gone' in back && back.gone === undefined, back.when.getTime() === 5,
      back.big === 10n, Object.is(back.odd[0], NaN) && Object.is(back.odd[1], -0), back.map.get('a').has(1), back.$ === 'kept',
      back.bytes instanceof Uint8Array && back.bytes[1] === 255, back.words instanceof Uint16Array && back.words[1] === 65535];
  })()`);
  expect(same).toEqual(Array(10).fill(true));
});

test('a file of five megabytes crosses both ways unchanged', async () => {
  const same = await app.page.evaluate(`(async () => {
    const bytes = new Uint8Array(5_000_000).map((_, at) => (at * 31) & 255);
    const back = await fixture.echo({ bytes });
    return back.bytes.length === bytes.length && back.bytes.every((byte, at) => byte === bytes[at]);
  })()`);
  expect(same).toBe(true);
});

test('a handler that throws rejects the call in Electron’s words, without a stack', async () => {
  const error = await app.page.evaluate(`fixture.fail().catch(({ name, message }) => ({ name, message }))`);
  expect(error).toEqual({ name: 'Error', message: "Error invoking remote method 'fail': TypeError: no such payee" });
});

test('a call of a channel that nobody handles is rejected', async () => {
  const text = await app.page.evaluate('fixture.missing().catch((error) => error.message)');
  expect(text).toBe("Error invoking remote method 'missing': Error: No handler registered for 'missing'");
});

test('what cannot be cloned is refused in the page', async () => {
  const text = await app.page.evaluate('fixture.echo({ run() {} }).then(() => "sent", (error) => error.message)');
  expect(text).toBe('An object could not be cloned.');
});

test('functions cross the bridge both ways and answer at once', async () => {
  expect(await app.page.evaluate('[fixture.add(1, 2), fixture.twice((value) => value + 10)]')).toEqual([3, 21]);
});

test('an error thrown in the preload is thrown in the page', async () => {
  const text = await app.page.evaluate('(() => { try { fixture.throws() } catch (error) { return error.message } })()');
  expect(text).toBe('thrown in the preload');
});

test('a subscription hears each message in order until it is ended', async () => {
  const heard = await app.page.evaluate(`(async () => {
    const steps = [];
    const three = Promise.withResolvers();
    const stop = fixture.onProgress(({ at, bytes }) => { steps.push(at + bytes[0]); if (steps.length === 3) three.resolve(); });
    fixture.start(3);
    await three.promise;
    stop();
    fixture.start(2);
    await fixture.echo('after');
    return steps;
  })()`);
  expect(heard).toEqual([2, 4, 6]);
});

test('main sees the page’s own frame, address and origin as the app’s, and knows its window', async () => {
  expect(await app.page.evaluate('fixture.who()')).toEqual({
    url: 'app://bursar/index.html',
    origin: 'app://bursar',
    top: true,
    alive: true,
    same: true,
    known: true,
    page: 'app://bursar/index.html',
  });
});

test('the sender of a call whose document is gone is null', async () => {
  await app.page.evaluate('void fixture.late()');
  await app.page.reload();
  expect((await seen(app.page)).events).toContainEqual(['late', null]);
});

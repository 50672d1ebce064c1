import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { ReadyMessage } from '../../../main/sandbox/worker.ts';
import { signIn } from './client.ts';

const file = new URL('../../../main/sandbox/worker.ts', import.meta.url);

test('runs in a worker with its parent’s options, and ends when told', async () => {
  const worker = new Worker(file, { workerData: { seed: { client_id: 'app' }, timeScale: 10 } });
  onTestFinished(async () => { await worker.terminate(); });
  const [ready] = (await once(worker, 'message')) as [ReadyMessage];
  expect(ready).toMatchObject({ type: 'ready', ca_cert: null, blaaiz: { client_id: 'app' }, kira: { url: expect.stringMatching(/^http:/) } });
  const mailbox = await fetch(`${ready.kira.url}/__sandbox/kira/mailbox`, { headers: { 'x-sandbox-mailbox': ready.mailbox_token } });
  expect(await mailbox.json()).toEqual({ mails: [] });
  const client = await signIn(ready.url, ready.blaaiz);
  expect((await client.call('GET', '/wallet')).body).toHaveLength(5);
  worker.postMessage({ type: 'close' });
  expect(await once(worker, 'exit')).toEqual([0]);
});

test('ends without a ready message when it cannot start', async () => {
  const worker = new Worker(file, { workerData: { stateFile: '/' }, stderr: true });
  onTestFinished(async () => { await worker.terminate(); });
  const messages: unknown[] = [];
  worker.on('message', (message) => messages.push(message));
  expect(await once(worker, 'exit')).toEqual([1]);
  expect(messages).toEqual([]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createSandboxRunner } from '../../../main/session/sandbox-runner.ts';

const answering = `const { parentPort, workerData, threadId } = require('node:worker_threads');
parentPort.on('message', ({ type }) => { if (type === 'close') parentPort.close(); });
parentPort.postMessage({ type: 'ready', url: 'http://127.0.0.1/' + threadId, blaaiz: { client_id: workerData.id, client_secret: 's' },
  kira: { url: 'http://127.0.0.1/k', client_id: 'k', password: 'p', api_key: 'a' }, mailbox_token: 't' });`;

function setUp(code: string, options: () => Promise<Readonly<Record<string, unknown>>> = async () => ({ id: 'i' })) {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-runner-'));
  const file = join(folder, 'worker.cjs');
  writeFileSync(file, code);
  const asked = vi.fn(options);
  const runner = createSandboxRunner(file, asked);
  onTestFinished(async () => {
    await runner.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { runner, asked, rewrite: (next: string) => { writeFileSync(file, next); } };
}

describe('the built-in sandbox’s worker', () => {
  it('runs once for everybody who starts it, with its options', async () => {
    const { runner, asked } = setUp(answering);
    const [first, second] = await Promise.all([runner.start(), runner.start()]);
    expect(first).toEqual({ ok: true, value: {
      blaaiz: { url: expect.stringMatching(/^http:\/\/127/), clientId: 'i', clientSecret: 's' }, kira: { url: 'http://127.0.0.1/k', clientId: 'k', password: 'p', apiKey: 'a' },
      mailbox: { url: 'http://127.0.0.1/k/__sandbox/kira/mailbox', token: 't' },
    } });
    expect(second).toEqual(first);
    expect(asked).toHaveBeenCalledOnce();
  });

  it('begins anew after it was stopped, with options asked again', async () => {
    const { runner, asked } = setUp(answering);
    const first = await runner.start();
    await runner.stop();
    await runner.stop();
    const second = await runner.start();
    expect(second.ok).toBe(true);
    expect(second).not.toEqual(first);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it.each([['ends before it is ready', 'process.exit(1)'], ['throws', 'throw new Error("no")']])('says so when it %s, and can be started again', async (_what, code) => {
    const { runner, rewrite } = setUp(code);
    expect(await runner.start()).toMatchObject({ ok: false, error: { code: 'internal' } });
    rewrite(answering);
    await vi.waitFor(async () => { expect((await runner.start()).ok).toBe(true); });
  });

  it('can be started again after its options could not be had', async () => {
    let fails = true;
    const { runner } = setUp(answering, async () => {
      if (fails) throw new Error('no options');
      return { id: 'i' };
    });
    await expect(runner.start()).rejects.toThrow('no options');
    fails = false;
    expect((await runner.start()).ok).toBe(true);
  });

  it('has nothing to stop before it was started', async () => {
    const { runner, asked } = setUp(answering);
    await runner.stop();
    expect(asked).not.toHaveBeenCalled();
  });
});

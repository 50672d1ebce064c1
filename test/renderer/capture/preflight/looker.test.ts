import { describe, expect, it } from 'vitest';
import { captureLimits } from '../../../../preload/contract/captures.ts';
import { ok, type Result } from '../../../../preload/contract/result.ts';
import type { Trouble } from '../../../../renderer/capture/decode/trouble.ts';
import type { Timers } from '../../../../renderer/capture/preflight/clock.ts';
import type { WorkerLike } from '../../../../renderer/capture/preflight/line.ts';
import { createLooker } from '../../../../renderer/capture/preflight/looker.ts';
import type { Message, Question } from '../../../../renderer/capture/preflight/messages.ts';
import { times } from '../../../../renderer/capture/preflight/times.ts';

/** Time that goes on when it is told to. */
function handTimers(): Timers & { readonly pass: (ms: number) => Promise<void> } {
  let time = 0;
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => time,
    after: (ms, run) => {
      const timer = { at: time + ms, run };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    pass: async (ms) => {
      time += ms;
      for (const timer of waiting) if (timer.at <= time && waiting.delete(timer)) timer.run();
      await settled();
    },
  };
}

/** Lets everything that is due happen. */
const settled = () => new Promise<void>((done) => { setTimeout(done, 0); });

/** A worker that a test answers for. */
class HandWorker implements WorkerLike {
  readonly asked: Question[] = [];
  ended = false;
  private readonly listeners = new Map<string, (event: Event) => void>();

  addEventListener(type: string, listener: (event: Event) => void): void { this.listeners.set(type, listener); }
  postMessage(question: Question): void { this.asked.push(question); }
  terminate(): void { this.ended = true; }

  async says(message: Message): Promise<void> {
    this.listeners.get('message')?.(new MessageEvent('message', { data: message }));
    await settled();
  }
  async answers(result: Result<never, Trouble> | Result<unknown, Trouble>): Promise<void> {
    await this.says({ kind: 'done', id: this.asked.at(-1)?.id ?? 0, result } as Message);
  }
  async fails(): Promise<void> {
    this.listeners.get('error')?.(new Event('error'));
    await settled();
  }
}

async function rig() {
  const timers = handTimers();
  const workers: HandWorker[] = [];
  const looker = createLooker(() => {
    const worker = new HandWorker();
    workers.push(worker);
    return worker;
  }, timers);
  const worker = (index = 0) => workers[index] ?? new HandWorker();
  return { timers, workers, looker, worker };
}

const file = (...bytes: readonly number[]) => ({ name: 'scan.jpg', bytes: Uint8Array.from(bytes) });
const opened = ok({ mime: 'image/jpeg', pages: 1 });

describe('a looker', () => {
  it('begins with the first question, and asks one after the other in their order', async () => {
    const { looker, workers, worker } = await rig();
    expect(workers).toHaveLength(0);
    const [first, second] = [looker.open(file(1)), looker.show({ ...file(2), page: 1 }, 90, 300)];
    await settled();
    expect(worker().asked).toHaveLength(0);
    await worker().says({ kind: 'ready' });
    expect(worker().asked.map(({ ask }) => ask.kind)).toEqual(['open']);
    await worker().answers(opened);
    expect(await first).toEqual(opened);
    expect(worker().asked.at(-1)).toMatchObject({ ask: { kind: 'show', page: 1, turn: 90, most: 300 } });
    await worker().answers({ ok: false, error: { kind: 'cut' } });
    expect(await second).toEqual({ ok: false, error: { code: 'file-damaged', message: 'scan.jpg ends in the middle: a part of it is missing.', fix: 'Copy it again from where it came, or scan it anew.' } });
    expect(workers).toHaveLength(1);
  });

  it('hands a file over once, while it is asked about again and again', async () => {
    const { looker, worker } = await rig();
    const [one, other] = [file(1), file(1)];
    void looker.open(one);
    void looker.corners({ ...one, page: 1 }, 0);
    void looker.corners({ ...other, page: 1 }, 0);
    await settled();
    await worker().says({ kind: 'ready' });
    await worker().answers(opened);
    await worker().answers(ok(null));
    expect(worker().asked.map(({ bytes }) => bytes !== null)).toEqual([true, false, true]);
  });

  it('throws a worker away that takes too long, says so, and goes on with a new one', async () => {
    const { looker, timers, workers, worker } = await rig();
    const [slow, next] = [looker.open(file(1)), looker.open(file(2))];
    await settled();
    await worker().says({ kind: 'ready' });
    await timers.pass(times.open - 1);
    expect(worker().ended).toBe(false);
    await timers.pass(1);
    expect(worker().ended).toBe(true);
    expect(await slow).toMatchObject({ ok: false, error: { code: 'file-hostile', message: expect.stringMatching(/^scan\.jpg took too long/) } });
    await worker(1).says({ kind: 'ready' });
    await worker(1).answers(opened);
    expect(await next).toEqual(opened);
    expect(workers).toHaveLength(2);
  });

  it('doesn’t count starting, nor what the worker says is ours; but for ever it waits for nothing', async () => {
    const { looker, timers, worker } = await rig();
    const answer = looker.open(file(1));
    await settled();
    await timers.pass(times.ours - 1);
    await worker().says({ kind: 'ready' });
    const [{ id } = { id: 0 }] = worker().asked;
    await timers.pass(times.open - 1);
    await worker().says({ kind: 'clock', id, runs: false });
    await timers.pass(times.ours - 1);
    expect(worker().ended).toBe(false);
    await worker().says({ kind: 'clock', id, runs: true });
    await worker().says({ kind: 'clock', id, runs: false });
    await timers.pass(1);
    expect(worker().ended).toBe(true);
    expect(await answer).toMatchObject({ error: { code: 'file-hostile' } });
  });

  it('gives HEIC, which decodes slowly, more time', async () => {
    const { looker, timers, worker } = await rig();
    void looker.show({ name: 'a.heic', page: 1, bytes: Uint8Array.from([0, 0, 0, 24, ...Buffer.from('ftypheic')]) }, 0, 100);
    await settled();
    await worker().says({ kind: 'ready' });
    await timers.pass(times.heic - 1);
    expect(worker().ended).toBe(false);
    await timers.pass(1);
    expect(worker().ended).toBe(true);
  });

  it('doesn’t give a file that brought a worker down to a second one', async () => {
    const { looker, workers, worker } = await rig();
    const bad = file(1);
    const [first, again] = [looker.open(bad), looker.show({ ...bad, page: 1 }, 0, 10)];
    await settled();
    await worker().says({ kind: 'ready' });
    await worker().fails();
    expect(await first).toMatchObject({ error: { code: 'file-hostile', message: 'scan.jpg brought down what looks at files, so it was given up.' } });
    expect(await again).toEqual(await first);
    expect(workers).toHaveLength(1);
  });

  it('blames no file for a worker that never came up', async () => {
    const { looker, workers, worker } = await rig();
    const bytes = file(1);
    const first = looker.open(bytes);
    await settled();
    await worker().fails();
    expect(await first).toMatchObject({ error: { code: 'internal' } });
    void looker.open(bytes);
    await settled();
    expect(workers).toHaveLength(2);
  });

  it('hands nothing over that is larger than it takes', async () => {
    const { looker, workers } = await rig();
    const answer = await looker.open({ name: 'film.jpg', bytes: new Uint8Array(captureLimits.bytes + 1) });
    expect(answer).toMatchObject({ error: { code: 'file-size', message: 'film.jpg has 201 MB; at most 200 MB are opened.' } });
    expect(workers).toHaveLength(0);
  });

  it('ends everything when it is closed: the call under way, those that wait, and those to come', async () => {
    const { looker, workers, worker } = await rig();
    const calls = [looker.open(file(1)), looker.open(file(2))];
    await settled();
    await worker().says({ kind: 'ready' });
    looker.close();
    for (const call of [...calls, looker.open(file(3))]) expect(await call).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect([workers.length, worker().ended]).toEqual([1, true]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { makeAutosave, type SaveState } from '../../../renderer/state/autosave.ts';
import { fakeTimers } from './fake-timers.ts';

type Answer = Result<unknown, AppError>;

function setUp(answers: readonly Answer[] = []) {
  const timers = fakeTimers();
  const left = [...answers];
  const states: SaveState['kind'][] = [];
  const savedAt: number[] = [];
  const save = vi.fn(async (): Promise<Answer> => {
    savedAt.push(timers.now());
    return left.shift() ?? ok(null);
  });
  const auto = makeAutosave({ save, timers, onState: (state) => states.push(state.kind) });
  return { auto, timers, save, states, savedAt };
}

const full: Answer = fail({ code: 'storage', message: 'The disk is full.' });

describe('saving what is typed', () => {
  it('saves once, 200 ms after the last change', async () => {
    const { auto, timers, save, states } = setUp();
    auto.touch();
    await timers.pass(199);
    expect(save).not.toHaveBeenCalled();
    await timers.pass(1);
    expect(save).toHaveBeenCalledTimes(1);
    expect(states).toEqual(['waiting', 'saving', 'saved']);
  });

  it('never leaves a change unsaved for 300 ms, even while typing goes on', async () => {
    const { auto, timers, savedAt } = setUp();
    const start = timers.now();
    for (let key = 0; key < 20; key += 1) {
      auto.touch();
      await timers.pass(60);
    }
    const gaps = savedAt.map((at, index) => at - (savedAt[index - 1] ?? start));
    expect(savedAt.length).toBeGreaterThan(3);
    expect(Math.max(...gaps)).toBeLessThan(350);
    expect((savedAt[0] ?? 0) - start).toBeLessThan(300);
  });

  it('saves one at a time, and what changed meanwhile after it', async () => {
    const timers = fakeTimers();
    const gates: ((answer: Answer) => void)[] = [];
    const save = vi.fn(() => new Promise<Answer>((resolve) => gates.push(resolve)));
    const auto = makeAutosave({ save, timers, onState: () => {} });
    auto.touch();
    await timers.pass(200);
    auto.touch();
    await timers.pass(1_000);
    expect(save).toHaveBeenCalledTimes(1);
    gates[0]?.(ok(null));
    await timers.pass(0);
    expect(save).toHaveBeenCalledTimes(2);
    expect(auto.dirty()).toBe(false);
  });

  it('says that it is not saved, and tries again by itself', async () => {
    const { auto, timers, save, states } = setUp([full, full]);
    auto.touch();
    await timers.pass(200);
    expect(states.at(-1)).toBe('failed');
    expect(auto.dirty()).toBe(true);
    await timers.pass(1_000);
    expect(save).toHaveBeenCalledTimes(2);
    await timers.pass(2_000);
    expect(save).toHaveBeenCalledTimes(3);
    expect(states.at(-1)).toBe('saved');
    expect(auto.dirty()).toBe(false);
  });

  it('leaves a conflict to a person', async () => {
    const { auto, timers, save } = setUp([fail({ code: 'conflict', message: 'Changed elsewhere.' })]);
    auto.touch();
    await timers.pass(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(auto.dirty()).toBe(true);
  });

  it('flushes at once and says whether everything is safe', async () => {
    const { auto, save } = setUp([full]);
    expect(await auto.flush()).toBe(true);
    expect(save).not.toHaveBeenCalled();
    auto.touch();
    expect(await auto.flush()).toBe(false);
    expect(await auto.flush()).toBe(true);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('saves nothing after it was stopped', async () => {
    const { auto, timers, save } = setUp();
    auto.touch();
    auto.stop();
    await timers.pass(1_000);
    expect(save).not.toHaveBeenCalled();
  });
});

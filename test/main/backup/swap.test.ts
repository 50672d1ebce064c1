import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decideSwap, finishSwap, type SwapPlan } from '../../../main/backup/swap.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

const aside = 'before-restore-now';
const plan: SwapPlan = {
  aside,
  steps: [{ part: 'bursar.db-wal', staged: false }, { part: 'bursar.db', staged: true }, { part: 'files', staged: true }, { part: 'vault.json', staged: true }],
};

/** A data folder with an old state in it and a new one made ready beside it. */
function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bursar-swap-'));
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }); });
  for (const [where, words] of [['.', 'old'], ['restore-work', 'new']] as const) {
    mkdirSync(join(dir, where, 'files'), { recursive: true });
    writeFileSync(join(dir, where, 'files', 'paper'), words);
    for (const name of ['bursar.db', 'vault.json']) writeFileSync(join(dir, where, name), words);
  }
  writeFileSync(join(dir, 'bursar.db-wal'), 'old');
  writeFileSync(join(dir, 'restore-work', 'profiles.json'), '["acme"]');
  return dir;
}

const state = (dir: string) => ['bursar.db', 'vault.json', join('files', 'paper')].map((name) => readFileSync(join(dir, name), 'utf8'));

async function finish(dir: string): Promise<unknown[]> {
  const put: unknown[] = [];
  expect(await finishSwap(dir, (plain) => { put.push(plain); return ok(null); })).toEqual(ok(null));
  return put;
}

describe('changing places', () => {
  it('has not begun before it is decided', async () => {
    const dir = folder();
    expect(existsSync(join(dir, 'restoring'))).toBe(false);
    expect(state(dir)).toEqual(['old', 'old', 'old']);
  });

  it('puts the new in the place of the old, keeps the old aside and gives the profiles on', async () => {
    const dir = folder();
    expect(await decideSwap(dir, plan)).toEqual(ok(null));
    expect(await finish(dir)).toEqual([['acme']]);
    expect([state(dir), state(join(dir, aside))]).toEqual([['new', 'new', 'new'], ['old', 'old', 'old']]);
    expect(readdirSync(dir).toSorted()).toEqual([aside, 'bursar.db', 'files', 'vault.json']);
    expect(readdirSync(join(dir, aside))).toContain('bursar.db-wal');
  });

  it('comes to the same end wherever it was cut off', async () => {
    // Each move that the swap makes, in its order; the cut comes after so many of them.
    const moves = (dir: string): readonly (readonly [string, string])[] => plan.steps.flatMap(({ part, staged }) => [
      [join(dir, part), join(dir, aside, part)] as const, ...(staged ? [[join(dir, 'restoring', part), join(dir, part)] as const] : []),
    ]);
    for (let done = 0; done <= 7; done += 1) {
      const dir = folder();
      await decideSwap(dir, plan);
      mkdirSync(join(dir, aside));
      for (const [from, to] of moves(dir).slice(0, done)) renameSync(from, to);
      await finish(dir);
      await finish(dir);
      expect([done, state(dir), state(join(dir, aside)), existsSync(join(dir, 'restoring'))]).toEqual([done, ['new', 'new', 'new'], ['old', 'old', 'old'], false]);
    }
  });

  it('stays open while the profiles can’t be taken over, and is ended the next time', async () => {
    const dir = folder();
    await decideSwap(dir, plan);
    expect(await finishSwap(dir, () => fail(appError('storage', 'Full.')))).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(existsSync(join(dir, 'restoring'))).toBe(true);
    expect(await finish(dir)).toEqual([['acme']]);
    expect(state(dir)).toEqual(['new', 'new', 'new']);
  });

  it('says so when its plan can’t be read any more, and moves nothing', async () => {
    for (const text of ['', '{', '{"aside":"../x","steps":[]}', '{"aside":"x","steps":[{"part":"../x","staged":true}]}']) {
      const dir = folder();
      await decideSwap(dir, plan);
      writeFileSync(join(dir, 'restoring', 'plan.json'), text);
      expect(await finishSwap(dir, () => ok(null))).toMatchObject({ ok: false, error: { code: 'file-damaged' } });
      expect(state(dir)).toEqual(['old', 'old', 'old']);
    }
  });

  it('is over when only its plan is gone', async () => {
    const dir = folder();
    await decideSwap(dir, plan);
    cpSync(join(dir, 'restoring'), join(dir, 'copy'), { recursive: true });
    rmSync(join(dir, 'restoring', 'plan.json'));
    expect(await finish(dir)).toEqual([]);
    expect([state(dir), existsSync(join(dir, 'restoring'))]).toEqual([['old', 'old', 'old'], false]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../e2e/support/people.ts';
import type { AppUnderFire, Rig, StartOptions } from '../under-fire.ts';
import { codeOf, good, setUp } from './asked.ts';
import { needsBullets } from './needs.ts';
import { createRig } from './rig.ts';

const home = mkdtempSync(join(tmpdir(), 'bursar-bullets-test-'));
const nobody = { clientId: 'test-client', clientSecret: 'test-client-secret-of-nobody', scopes: ['wallet:read'] };
let rig: Rig;

beforeAll(async () => { rig = await createRig(); });
afterAll(() => { rmSync(home, { recursive: true, force: true }); });

const namesIn = async (app: AppUnderFire) => good(await app.ask('customers.list', { query: '', states: [], cursor: null, limit: 100 })).rows.map((row) => row.name);
const save = async (app: AppUnderFire, name: string) => codeOf(await app.ask('customers.save', { id: null, fields: person(name, 'Shot') }));

async function prepared(name: string): Promise<string> {
  const folder = join(home, name);
  const app = await rig.start({ folder });
  await setUp(app, 'http://127.0.0.1:9', nobody);
  await app.quit();
  return folder;
}

describe('a bullet at a file-system call', () => {
  it('ends the app at that call, and what was answered before is there afterwards, whole', async (context) => {
    needsBullets(context, rig);
    const folder = await prepared('writes');
    const answered: string[] = [];
    const shots: NonNullable<StartOptions['killAt']>[] = [
      { call: 'write', nth: 1, moment: 'half' }, { call: 'write', nth: 4, moment: 'half' }, { call: 'write', nth: 7, moment: 'after' },
      { call: 'sync', nth: 1 }, { call: 'sync', nth: 1, moment: 'after' }, { call: 'any', nth: 9, moment: 'half' },
    ];
    for (const [round, killAt] of shots.entries()) {
      const app = await rig.start({ folder, killAt });
      await app.arm();
      for (let number = 1; number <= 30; number += 1) {
        const name = `Nr${round}x${number}`;
        const code = await save(app, name);
        if (code === 'gone') break;
        expect(code).toBe('ok');
        answered.push(`${name} Shot`);
      }
      expect(await app.ended).toMatchObject({ signal: 'SIGKILL' });
      expect(app.bullet()).toEqual({ counted: killAt.nth, hit: true });
    }
    const last = await rig.start({ folder });
    const found = await namesIn(last);
    expect(answered.filter((name) => !found.includes(name))).toEqual([]);
    // The one that was being saved at each shot is there or isn't; nothing else is.
    expect(found.length - answered.length).toBeLessThanOrEqual(shots.length);
    expect(new Set(found).size).toBe(found.length);
    await last.kill();
  });

  it('waits until it is armed, and can be armed from the start', async (context) => {
    needsBullets(context, rig);
    const folder = await prepared('armed');
    const waits = await rig.start({ folder, killAt: { call: 'any', nth: 1 } });
    expect(await save(waits, 'Before')).toBe('ok');
    expect(waits.bullet()).toEqual({ counted: 0, hit: false });
    await waits.kill();
    expect(waits.bullet().hit).toBe(false);
    const atOnce = await rig.start({ folder, killAt: { call: 'any', nth: 1, armed: true } });
    await save(atOnce, 'After');
    expect(await atOnce.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(atOnce.bullet().hit).toBe(true);
  });

  it('says how it works, or why it can’t', () => {
    expect(rig.bullets().how.length).toBeGreaterThan(20);
  });
});

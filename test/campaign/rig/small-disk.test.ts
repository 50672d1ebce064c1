import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../e2e/support/people.ts';
import type { AppUnderFire, Rig } from '../under-fire.ts';
import { codeOf, good, setUp } from './asked.ts';
import { smallDiskFor } from './needs.ts';
import { createRig } from './rig.ts';

let rig: Rig;
beforeAll(async () => { rig = await createRig(); });

const save = (app: AppUnderFire, name: string) => app.ask('customers.save', { id: null, fields: person(name, 'Tight') });

async function saveUntilRefused(app: AppUnderFire): Promise<Awaited<ReturnType<typeof save>>> {
  for (let number = 1; ; number += 1) {
    const answer = await save(app, `Nr${number}`);
    if (codeOf(answer) !== 'ok' || number > 200) return answer;
  }
}

describe('a small disk', () => {
  it('runs full, so that the app says so and saves again once there is room', async (context) => {
    const disk = smallDiskFor(context, rig, 16 * 1024 * 1024);
    try {
      const app = await rig.start({ folder: disk.folder });
      await setUp(app, 'http://127.0.0.1:9', { clientId: 'test-client', clientSecret: 'test-client-secret-of-nobody', scopes: ['wallet:read'] });
      disk.fill();
      expect(await saveUntilRefused(app)).toMatchObject({ ok: false, error: { code: 'storage', message: 'The disk is full, so nothing was saved.' } });
      disk.free();
      good(await save(app, 'Again'));
      await app.kill();
    } finally {
      disk.remove();
    }
    expect(existsSync(disk.folder)).toBe(false);
  });

  it('leaves a few bytes when it is filled, and no more', (context) => {
    const disk = smallDiskFor(context, rig, 1024 * 1024);
    disk.fill();
    writeFileSync(join(disk.folder, 'small'), Buffer.alloc(4_096));
    expect(() => { writeFileSync(join(disk.folder, 'large'), Buffer.alloc(65_536)); }).toThrow('ENOSPC');
    disk.remove();
  });
});

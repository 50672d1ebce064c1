import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { kiraDesk } from './desk.ts';

it('a restart forgets neither payouts nor keys, codes, wallets and what was planned', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-kira-'));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  const stateFile = join(folder, 'state.json');
  const before = await kiraDesk({ stateFile });
  const key = randomUUID();
  const first = await before.pay('250.50', {}, { key });
  const funded = await before.payCrypto('500.00');
  const code = await before.freshCode();
  await before.sandbox.close();

  const after = await kiraDesk({ stateFile });
  expect((await after.pay('250.50', {}, { key, code: null })).text).toBe(first.text);
  expect((await after.pay('100.00', {}, { code })).status).toBe(201);
  await after.skip(15);
  const status = async (id: unknown): Promise<unknown> => (await after.call('GET', `/v1/payouts/${String(id)}`)).body['status'];
  expect([await status(first.body['id']), await status(funded.body['id'])]).toEqual(['COMPLETED', 'CREATED']);
  await after.skip(86_400);
  expect(await status(funded.body['id'])).toBe('FAILED');
  expect(await after.balance()).toBe(25_000_00 - 250_50 - 100_00);
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../main/sandbox/server.ts';
import { bench, nairaPayout, signIn } from './client.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
  onTestFinished(() => { rmSync(path, { recursive: true, force: true }); });
  return path;
}

test('with a state file everything survives a restart, even what was still to come', async () => {
  const stateFile = join(folder(), 'state.json');
  const first = await bench({ stateFile });
  await first.client.call('POST', '/payout', await nairaPayout(first.client, { merchant_reference: 'KEEP' }));
  const before = first.sandbox.ledger();
  await first.sandbox.close();
  const second = await bench({ stateFile });
  expect(second.sandbox.blaaiz).toEqual(first.sandbox.blaaiz);
  expect(second.sandbox.ledger()).toEqual(before);
  await second.skip(45);
  expect((await second.client.call('GET', '/transaction/KEEP')).body['data']?.['status']).toBe('SUCCESSFUL');
  expect((await second.client.call('POST', '/payout', await nairaPayout(second.client, { merchant_reference: 'KEEP' }))).status).toBe(422);
});

test('a file of before Kira’s part gets a fresh one and keeps all the rest', async () => {
  const stateFile = join(folder(), 'state.json');
  const first = await startSandbox({ stateFile });
  await first.close();
  const { kira: _kira, ...older } = JSON.parse(readFileSync(stateFile, 'utf8')) as Record<string, unknown>;
  writeFileSync(stateFile, JSON.stringify(older));
  const second = await startSandbox({ stateFile, kiraProfile: 'G3' });
  onTestFinished(() => second.close());
  expect([second.blaaiz, second.ledger()]).toEqual([first.blaaiz, first.ledger()]);
  expect(second.kira.client_id).not.toBe(first.kira.client_id);
  expect(second.kiraLedger()).toHaveLength(1);
});

test('Kira’s part survives a restart, tokens and all, under an address of its own', async () => {
  const stateFile = join(folder(), 'state.json');
  const first = await startSandbox({ stateFile });
  await first.close();
  const second = await startSandbox({ stateFile });
  onTestFinished(() => second.close());
  expect({ ...second.kira, url: '' }).toEqual({ ...first.kira, url: '' });
  expect(second.kiraLedger()).toEqual(first.kiraLedger());
});

test('what was answered is already on disk, and no temporary file stays', async () => {
  const path = folder();
  const stateFile = join(path, 'state.json');
  const running = await bench({ stateFile });
  await running.client.call('POST', '/payout', await nairaPayout(running.client, { merchant_reference: 'CRASH' }));
  // A second sandbox reads the file while the first still runs, as after a crash.
  const after = await startSandbox({ stateFile });
  onTestFinished(() => after.close());
  expect(after.ledger().filter((entry) => entry.merchant_reference === 'CRASH')).toHaveLength(1);
  expect(readdirSync(path)).toEqual(['state.json']);
});

test('a file that is no state is refused instead of overwritten', async () => {
  const stateFile = join(folder(), 'state.json');
  writeFileSync(stateFile, '{"version":9}');
  await expect(startSandbox({ stateFile })).rejects.toThrow('not a sandbox state');
});

test('fixed credentials are taken over, others are different every time', async () => {
  const seed = { client_id: 'app', client_secret: 'app-secret' };
  const { sandbox } = await bench({ seed });
  expect(sandbox.blaaiz).toMatchObject(seed);
  expect((await (await signIn(sandbox.url, sandbox.blaaiz)).call('GET', '/wallet')).status).toBe(200);
  const other = await bench();
  expect(other.sandbox.blaaiz.client_secret).not.toBe((await bench()).sandbox.blaaiz.client_secret);
});

test('a sealed state is of use only with its key', async () => {
  const stateFile = join(folder(), 'state.sealed');
  const stateKey = new Uint8Array(32).fill(7);
  const running = await startSandbox({ stateFile, stateKey });
  await running.close();
  expect(readFileSync(stateFile, 'latin1')).not.toMatch(/Nwosu|version|business/);
  const again = await startSandbox({ stateFile, stateKey });
  expect(again.blaaiz.client_id).toBe(running.blaaiz.client_id);
  await again.close();
  const other = await startSandbox({ stateFile, stateKey: new Uint8Array(32).fill(8) });
  expect(other.blaaiz.client_id).not.toBe(running.blaaiz.client_id);
  await other.close();
  expect(existsSync(`${stateFile}.unreadable`)).toBe(true);
});

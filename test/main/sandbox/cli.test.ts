import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readArguments } from '../../../main/sandbox/cli.ts';
import type { Credential, KiraCredential } from '../../../main/sandbox/options.ts';
import { signIn } from './client.ts';

const cli = fileURLToPath(new URL('../../../main/sandbox/cli.ts', import.meta.url));

interface Ready {
  readonly url: string;
  readonly blaaiz: Credential;
  readonly kira: KiraCredential;
  readonly ca_cert: string | null;
}

function run(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no stdout');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return line;
}

test.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])('prints one line when ready and ends cleanly on %s', async (signal) => {
  const child = run('--port', '0');
  const ready = JSON.parse(await firstLine(child)) as Ready;
  expect(Object.keys(ready)).toEqual(['url', 'blaaiz', 'kira', 'ca_cert']);
  expect(Object.keys(ready.blaaiz)).toEqual(['client_id', 'client_secret', 'scope', 'api_key', 'wallet_id']);
  expect(Object.keys(ready.kira)).toEqual([
    'url', 'client_id', 'password', 'api_key', 'virtual_account_fiat', 'virtual_account_crypto', 'recipient_wire', 'recipient_swift',
  ]);
  expect(ready.kira.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${ready.kira.url}/health`)).status).toBe(200);
  expect(ready.ca_cert).toBeNull();
  const client = await signIn(ready.url, ready.blaaiz);
  expect((await client.call('GET', `/wallet/${ready.blaaiz.wallet_id}`)).body['currency']).toBe('NGN');
  let more = '';
  child.stdout?.on('data', (text: Buffer) => { more += text.toString(); });
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(more).toBe('');
});

test('with TLS uploads it names a certificate file and removes it at the end', async () => {
  const child = run('--https-upload');
  const { ca_cert: file } = JSON.parse(await firstLine(child)) as Ready;
  expect(existsSync(String(file))).toBe(true);
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(existsSync(String(file))).toBe(false);
});

test('an unknown flag is explained on stderr and ends with 2', async () => {
  const child = run('--prot', '1');
  let said = '';
  child.stderr?.on('data', (text: Buffer) => { said += text.toString(); });
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(2);
  expect(said).toContain('--prot');
});

test.each([
  ['--port', '70000'], ['--port', 'x'], ['--time-scale', '0'], ['--time-scale', 'fast'], ['--kira-profile', 'G4'], ['extra'],
])('does not understand %s %s', (...args) => {
  expect(readArguments(args)).toBeTypeOf('string');
});

test('understands every flag', () => {
  const args = ['--port', '0', '--https-upload', '--legacy-key', '--strict-uploads', '--time-scale', '60', '--controls', '--state', 'f.json', '--kira-profile', 'G2'];
  expect(readArguments(args)).toEqual({
    port: 0, httpsUpload: true, legacyKey: true, strictUploads: true, timeScale: 60, controls: true, stateFile: 'f.json', kiraProfile: 'G2',
  });
});

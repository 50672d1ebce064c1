import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import keytar from 'keytar';
import { serviceName } from '../../../main/vault/secret-store.ts';

const run = promisify(execFile);

/** One entry of ours as the keychain keeps it. */
export type KeychainEntry = { readonly account: string; readonly password: string };

/**
 * Everything the test's Secret Service keeps for the app. It asks for one entry after the other: keytar's own `findCredentials` ends the whole
 * process when an entry is removed while it reads (it copies the text of a secret that isn't there), and other tests share the keychain.
 */
export async function keychainEntries(): Promise<readonly KeychainEntry[]> {
  const found = await ask('/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.SearchItems', `{'service': '${serviceName}'}`);
  const paths = Array.from(found.matchAll(/'(\/org\/freedesktop\/secrets\/[^']+)'/g), ([, path = '']) => path);
  const entries = await Promise.all(paths.map(entryAt));
  return entries.filter((entry) => entry !== null);
}

async function entryAt(path: string): Promise<KeychainEntry | null> {
  // An entry may go between the search and this question; then there is nothing to look for.
  const attributes = await ask(path, 'org.freedesktop.DBus.Properties.Get', 'org.freedesktop.Secret.Item', 'Attributes').catch(() => '');
  const account = /'account': '([^']+)'/.exec(attributes)?.[1];
  const password = account === undefined ? null : await keytar.getPassword(serviceName, account);
  return account === undefined || password === null ? null : { account, password };
}

async function ask(path: string, method: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run('gdbus', ['call', '--session', '--dest', 'org.freedesktop.secrets', '--object-path', path, '--method', method, ...args]);
  return stdout;
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../../test/host/chromium.ts';
import { hasProgram } from './command.ts';

/** Something of the system that the stand-in host or the keychain tests need, and the Debian packages that bring it. */
type Need = { readonly name: string; readonly isThere: () => boolean; readonly packages: readonly string[] };

const chromium: Need = { name: 'Chromium (or Chrome, or Edge)', isThere: () => findChromium() !== null, packages: ['chromium'] };
const secretService: Need = {
  name: 'a Secret Service (gnome-keyring) with D-Bus and libsecret',
  isThere: () => process.platform !== 'linux' || (hasProgram('gnome-keyring-daemon') && hasProgram('dbus-run-session') && hasProgram('gdbus') && hasLibsecret()),
  packages: ['gnome-keyring', 'dbus', 'libsecret-1-0', 'libglib2.0-bin'],
};

/** Wished for, not needed: without it the app is killed at random moments instead of at chosen file-system calls. */
const compiler: Need = {
  name: 'a C compiler, for kills at file-system calls', isThere: () => process.platform !== 'linux' || hasProgram('cc'), packages: ['gcc', 'libc6-dev'],
};

/** What each task needs of the system. */
export const needs = { chromium, secretService, compiler } as const;

function hasLibsecret(): boolean {
  const listed = spawnSync('ldconfig', ['-p'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.includes('libsecret-1.so.0');
  return ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'].some((folder) => existsSync(`${folder}/libsecret-1.so.0`));
}

/** Makes sure the needs are met: takes what is installed, else installs it where that needs no question (root on Debian), else
 *  names in one line what to install. Gives the names of what is still missing. */
export function ensureSystem(wanted: readonly Need[]): readonly string[] {
  const missing = wanted.filter((need) => !need.isThere());
  if (missing.length === 0) return [];
  const packages = missing.flatMap((need) => need.packages);
  if (mayInstall()) installDebian(packages);
  const still = missing.filter((need) => !need.isThere());
  for (const need of still) console.error(`Missing: ${need.name}. Install it, for example: apt-get install ${need.packages.join(' ')}`);
  return still.map((need) => need.name);
}

function mayInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && hasProgram('apt-get');
}

function installDebian(packages: readonly string[]): void {
  console.error(`Installing ${packages.join(', ')} with apt-get.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 'ignore', 2] as ['ignore', 'ignore', number], env };
  const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options).status === 0;
  if (install()) return;
  spawnSync('apt-get', ['update'], options);
  install();
}

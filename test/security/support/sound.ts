import { expect } from 'vitest';
import { api } from '../../../preload/contract/api.ts';
import { channels, type Channel } from '../../../preload/contract/channels.ts';
import { appErrorSchema } from '../../../preload/contract/errors.ts';
import type { Answer, TestDoor } from './door.ts';

/** The channels that hostile content may be poured into without locking the door that is tested. */
export const quiet = channels.filter((channel) => !channel.startsWith('vault.') && channel !== 'profiles.useSandbox');
/** What must not be in the log after hostile content went through. */
export const traces = ['DROP TABLE', 'onerror', '/etc/passwd', 'Set-Cookie', 'rm -rf', 'evil.example'] as const;

/** What no answer may be: a bug, an answer outside the contract, a path, a stack, or a changed language. */
export function expectSound(door: TestDoor, channel: Channel, answer: Answer): void {
  expect(door.reports.splice(0)).toEqual([]);
  if (answer.ok) expect(api[channel].result.safeParse(answer.value).error?.issues ?? []).toEqual([]);
  else expect(appErrorSchema.safeParse(answer.error).success && answer.error?.code !== 'internal' ? 'sound' : answer.error).toBe('sound');
  const text = JSON.stringify(answer, (_key, value: unknown) => (value instanceof Uint8Array ? '' : value));
  expect(text).not.toContain(door.folder);
  expect(text).not.toMatch(/node_modules|\.ts:\d+|SQLITE_|SqliteError|ENOENT| {4}at /);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}

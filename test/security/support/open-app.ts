import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Reply, Request } from '../../../preload/contract/api.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../../host/harness.ts';
import { passphrase } from './passphrase.ts';

/** The built main bundle. */
export const mainBundle = fileURLToPath(new URL('../../../out/main/main.cjs', import.meta.url));
export { passphrase };

/** The real app, its data folder, and the page's own api. */
export type OpenApp = LaunchedApp & {
  readonly folder: string;
  /** Asks as the page would, through `window.bursar`. */
  call<C extends Channel>(channel: C, request: Request<C>): Promise<Result<Reply<C>, AppError>>;
  /** The same, for a call that must succeed. */
  must<C extends Channel>(channel: C, request: Request<C>): Promise<Reply<C>>;
};

/** Starts the built app on a folder; a folder made here goes when the app is closed. */
export async function openApp(options: Partial<LaunchOptions> = {}): Promise<OpenApp> {
  const folder = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'bursar-security-'));
  const app = await launchApp({ mainBundle, ...options, userDataDir: folder, env: { BURSAR_SANDBOX: '{"timeScale":60,"controls":true}', ...options.env } });
  await app.page.waitForFunction('window.bursar !== undefined');
  const call: OpenApp['call'] = (channel, request) => ask(app.page, channel, request);
  return {
    ...app, folder, call,
    must: async (channel, request) => {
      const result = await call(channel, request);
      if (!result.ok) throw new Error(`${channel}: ${result.error.code}: ${result.error.message}`);
      return result.value;
    },
    close: async () => {
      await app.close();
      if (!options.userDataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the app and brings it to the practice profile, under a passphrase. */
export async function openPractice(options: Partial<LaunchOptions> = {}): Promise<OpenApp> {
  const app = await openApp(options);
  await app.must('vault.setUp', { mode: 'passphrase', passphrase });
  await app.must('profiles.useSandbox', { provider: 'blaaiz' });
  return app;
}

type Window = { bursar: Record<string, Record<string, (request: unknown) => Promise<unknown>>> };

/** Bytes can't go through the browser's protocol as they are, so they go as base64 and become bytes on the page. */
function ask<C extends Channel>(page: Page, channel: C, request: Request<C>): Promise<Result<Reply<C>, AppError>> {
  const packed = JSON.stringify(request, (_key, value: unknown) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value));
  const answer = page.evaluate(([name, text]) => {
    const [group = '', verb = ''] = name.split('.');
    const given: unknown = JSON.parse(text, (_key, value: unknown) => {
      const base64 = (value as { base64?: string } | null)?.base64;
      return base64 === undefined ? value : Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
    });
    const { bursar } = globalThis as unknown as Window;
    return bursar[group]?.[verb]?.(given);
  }, [channel, packed] as const);
  return answer as Promise<Result<Reply<C>, AppError>>;
}

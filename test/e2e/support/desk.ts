import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { Reply, Request } from '../../../preload/contract/api.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { launchApp, type LaunchedApp } from '../../host/harness.ts';
import type { TestProvider } from './provider.ts';

/** The built app; BURSAR_OUT names another folder than out/, so that a build under way doesn't pull it away. */
export const mainBundle = resolve(process.env['BURSAR_OUT'] ?? fileURLToPath(new URL('../../../out', import.meta.url)), 'main', 'main.cjs');

/** How a desk is set up. */
export type DeskOptions = { readonly size?: { readonly width: number; readonly height: number }; readonly colorScheme?: 'light' | 'dark'; readonly env?: Readonly<Record<string, string>>; readonly chromiumArgs?: readonly string[] };

/** A person's desk: the app in a folder of its own, that can be killed and started again. */
export type Desk = {
  readonly app: () => LaunchedApp;
  readonly page: () => Page;
  readonly folder: string;
  /** Asks main directly, through the same door as the screen. */
  readonly ask: <C extends Channel>(channel: C, request: Request<C>) => Promise<Result<Reply<C>, AppError>>;
  /** Starts the app again on the same folder after a kill or a quit. */
  readonly startAgain: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the app on a fresh folder. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-desk-'));
  const launch = () => launchApp({ mainBundle, userDataDir: folder, size: { width: 1280, height: 800 }, colorScheme: 'light', ...options });
  let app = await launch();
  return {
    folder, app: () => app, page: () => app.page,
    ask: (channel, request) => askMain(app.page, channel, request),
    startAgain: async () => { app = await launch(); },
    close: async () => {
      await app.close().catch(() => app.kill());
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function askMain<C extends Channel>(page: Page, channel: C, request: Request<C>): Promise<Result<Reply<C>, AppError>> {
  const answer: unknown = await page.evaluate(async ([name, argument]) => {
    const [group = '', verb = ''] = name.split('.');
    const api = (window as unknown as { bursar: Record<string, Record<string, (request: unknown) => Promise<unknown>>> }).bursar;
    return api[group]?.[verb]?.(argument);
  }, [channel as string, request as unknown] as const);
  return answer as Result<Reply<C>, AppError>;
}

/** The value of a result that must be good. */
export function good<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message} ${JSON.stringify(result.error.fields ?? [])}`);
  return result.value;
}

/** Sets the desk up with a keychain vault and a profile on a test's own provider, without clicking through it. */
export async function connectDesk(desk: Desk, provider: TestProvider): Promise<void> {
  good(await desk.ask('vault.setUp', { mode: 'keychain' }));
  const profile = good(await desk.ask('profiles.add', {
    provider: 'blaaiz', name: 'Test bench', env: 'sandbox', baseUrl: provider.url, clientId: provider.clientId, clientSecret: provider.clientSecret, scopes: [...provider.scopes],
  }));
  good(await desk.ask('profiles.choose', { id: profile.id }));
}

/** The same, with a Kira profile; `prefix` is the stage's path. */
export async function connectKira(desk: Desk, { kira }: TestProvider, prefix = '/sandbox'): Promise<void> {
  good(await desk.ask('vault.setUp', { mode: 'keychain' }));
  const profile = good(await desk.ask('profiles.add', {
    provider: 'kira', name: 'Test bench Kira', env: 'sandbox', baseUrl: `${kira.url}${prefix}`, clientId: kira.clientId, password: kira.password, apiKey: kira.apiKey,
    kira: { codeMailbox: 'payments@northfield.example', codeNeeded: true, apiVersion: null },
  }));
  good(await desk.ask('profiles.choose', { id: profile.id }));
}

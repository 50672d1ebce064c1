import type { ChildProcess } from 'node:child_process';
import type { Page } from 'playwright-core';
import type { Command } from './control.ts';
import { launchOnElectron } from './harness-electron.ts';
import { launchOnHost } from './harness-host.ts';

/** How a test starts the app. */
export type LaunchOptions = {
  /** The built main bundle, e.g. out/main/main.cjs. */
  readonly mainBundle: string;
  /** The app's user-data folder; a second launch with the same one finds what the first left. */
  readonly userDataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The size of the page in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Arguments of the app. */
  readonly args?: readonly string[];
  /** Further flags for Chromium, e.g. a fake camera. */
  readonly chromiumArgs?: readonly string[];
};

/** A running app as a test sees it, whichever host runs it. */
export type LaunchedApp = {
  readonly page: Page;
  /** The page's address in the app's terms (app://…), which page.url() gives on Electron alone. */
  url(): string;
  /** The app's main process. */
  readonly child: ChildProcess;
  /** Ends the main process at once, as a power cut would, and cleans up after it. */
  kill(): Promise<void>;
  /** Quits the app as a user would and waits until it is gone. */
  close(): Promise<void>;
  /** Steers what surrounds the app; rejects when the command fails. See control.ts for the commands. */
  control(command: Command): Promise<unknown>;
  /** What the main process wrote so far. */
  logs(): string;
};

/** Starts the app, waits until its window is shown and loaded. BURSAR_HOST=electron chooses Electron itself. */
export function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  return process.env['BURSAR_HOST'] === 'electron' ? launchOnElectron(options) : launchOnHost(options);
}

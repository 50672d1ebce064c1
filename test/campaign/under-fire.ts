import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';

/** Calls to the file system at which the app can be killed. */
export type FileCall = 'write' | 'sync' | 'rename' | 'any';

/** How an app process is started: on a data folder, with a clock that is off, and with a bullet that waits for the `nth` call of a kind. */
export type StartOptions = {
  readonly folder: string;
  /** Milliseconds the app's clock is ahead of the machine's; negative is behind. */
  readonly clockAhead?: number;
  /** SIGKILL at the nth call (from 1) of this kind on files of the data folder (logs aside), counted from {@link AppUnderFire.arm}, or from the start
   *  when it is `armed` already. `moment` is where in the call: before it (the default), after half of a write's bytes, or after it. */
  readonly killAt?: { readonly call: FileCall; readonly nth: number; readonly moment?: 'before' | 'half' | 'after'; readonly armed?: boolean };
  /** More certificates that the app trusts (PEM file): {@link Line.trusted}. */
  readonly trusted?: string;
  /** What the app finds in its environment beside the machine's. */
  readonly env?: Readonly<Record<string, string>>;
};

/** What became of a bullet: how many calls of its kind were counted since it was armed, and whether it was what ended the process. */
export type BulletReport = { readonly counted: number; readonly hit: boolean };

/** The app's main process on the host, without a window's browser: asked through the same door, killed without warning. A start resolves once
 *  the app says more than that it is starting, or its process has ended (then every question is answered by {@link Gone}). */
export type AppUnderFire = {
  readonly pid: number;
  readonly ask: <C extends Channel>(channel: C, request: Request<C>) => Promise<Result<Reply<C>, AppError> | Gone>;
  /** Lets the bullet of {@link StartOptions.killAt} count from now on. */
  readonly arm: () => Promise<void>;
  /** Moves the app's clock: milliseconds ahead of the machine's. Timers that became due fire. */
  readonly setClock: (aheadMs: number) => Promise<void>;
  readonly bullet: () => BulletReport;
  /** Stops the process, moves its clock on by `ms`, and lets it go on, as a lid that was closed: the app hears of it before and after, and as
   *  on any computer it locks itself when it hears that the machine goes to sleep (`vault.unlock` opens it). */
  readonly sleep: (ms: number) => Promise<void>;
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** Quits as a person would; resolves when the process is gone. What is being sent is waited for. */
  readonly quit: () => Promise<void>;
  /** Resolves when the process has ended, however it did. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly stderr: string }>;
};

/** The process ended before it answered. */
export type Gone = { readonly gone: true };

/** A line between app and provider that can be cut in ways a provider can't: no name found, a certificate nobody trusts, nobody listening. */
export type Line = {
  /** Where the app finds the provider, https. */
  readonly url: string;
  readonly trusted: string;
  readonly set: (mode: LineMode) => void;
  readonly close: () => Promise<void>;
};
/** How a line is. */
export type LineMode = 'open' | 'no-name' | 'bad-certificate' | 'refused';

/** A small disk for a data folder that can run full. */
export type SmallDisk = { readonly folder: string; readonly fill: () => void; readonly free: () => void; readonly remove: () => void };

/** What the campaign drives with; made by the rig. */
export type Rig = {
  readonly start: (options: StartOptions) => Promise<AppUnderFire>;
  /** A line to a provider's address (http on loopback). */
  readonly openLine: (target: string) => Promise<Line>;
  /** A disk of this many bytes; null where the machine doesn't let us mount one (the caller says so in its result). */
  readonly smallDisk: (bytes: number) => SmallDisk | null;
  /** Whether {@link StartOptions.killAt} works on this machine, and how. */
  readonly bullets: () => { readonly possible: boolean; readonly how: string };
};

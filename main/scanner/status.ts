import type { XmlNode } from './xml.ts';
import { childOf, childrenOf, wordsOf } from './xml-read.ts';

/** What stands in the way of a page. */
export type Trouble = 'jam' | 'cover' | 'empty' | 'stopped';
/** Where a job stands, as far as the scanner tells. */
export type JobState = 'running' | 'completed' | 'cancelled' | 'aborted' | 'unknown';
/** What ScannerStatus says: the device, its feeder, and its jobs by the path of their address. */
export type ScannerStatus = { readonly busy: boolean; readonly stopped: boolean; readonly feeder: Trouble | null; readonly jobs: readonly { readonly path: string; readonly state: JobState }[] };

const jobStates: Readonly<Record<string, JobState>> = { Pending: 'running', Processing: 'running', Completed: 'completed', Canceled: 'cancelled', Cancelled: 'cancelled', Aborted: 'aborted' };

/** Reads ScannerStatus; null when it is something else. */
export function readStatus(root: XmlNode | null): ScannerStatus | null {
  if (root?.name !== 'ScannerStatus') return null;
  const state = wordsOf(root, 'State');
  const jobs = childrenOf(childOf(root, 'Jobs'), 'JobInfo').map((job) => ({
    path: pathOf(wordsOf(job, 'JobUri') ?? ''), state: jobStates[wordsOf(job, 'JobState') ?? ''] ?? 'unknown',
  }));
  return { busy: state === 'Processing' || state === 'Testing', stopped: state === 'Stopped' || state === 'Down', feeder: feederTrouble(wordsOf(root, 'AdfState') ?? ''), jobs };
}

/** Devices name the same trouble differently: ScannerAdfHatchOpen, ScannerAdfDoorOpen, ScannerAdfCoverOpen; mispicks count as jams. */
function feederTrouble(state: string): Trouble | null {
  if (/open/i.test(state)) return 'cover';
  if (/jam|mispick|multipick|toolong|tooshort|overload/i.test(state)) return 'jam';
  if (/fail/i.test(state)) return 'stopped';
  return /empty/i.test(state) ? 'empty' : null;
}

/** The path of a job's address, without a slash at its end; hosts in it are often wrong and never looked at. */
export function pathOf(address: string): string {
  const parsed = URL.parse(address, 'https://scanner.invalid/');
  return parsed === null ? '' : parsed.pathname.replace(/\/+$/, '');
}

/** Where a job stands; unknown when the scanner doesn't list it. */
export function jobState(status: ScannerStatus | null, path: string): JobState {
  return status?.jobs.find((job) => job.path === path)?.state ?? 'unknown';
}

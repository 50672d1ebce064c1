import type { JobState, Trouble } from './status.ts';

/** What was seen when a page was asked for and none came: the HTTP status, the pages so far, and what the scanner says of the job and itself. */
export type Seen = { readonly status: number; readonly pages: number; readonly job: JobState; readonly trouble: Trouble | null };

/** Decides what no page means: ask again, the end of the stack, cancelled at the device, ended without a reason, or the trouble that the device names.
 *  404 ends a feeder as well as a jam does (eSCL), so the status alone says little. */
export function verdictOn({ status, pages, job, trouble }: Seen): 'again' | 'end' | 'cancelled' | 'ended' | Trouble {
  if (job === 'completed' && pages > 0) return 'end';
  if (trouble !== null && trouble !== 'empty') return trouble;
  if (job === 'cancelled' || (status === 410 && job !== 'running')) return 'cancelled';
  if (status === 503) return waiting(pages, job, trouble);
  if (job === 'aborted') return trouble ?? 'ended';
  return pages > 0 && (trouble === 'empty' || status === 404) ? 'end' : trouble ?? 'ended';
}

/** Not ready yet; a feeder that is empty under a job nobody knows won't be. */
function waiting(pages: number, job: JobState, trouble: Trouble | null): 'again' | 'end' | 'ended' | Trouble {
  if (job === 'running' || (job === 'unknown' && trouble === null)) return 'again';
  if (job === 'aborted') return trouble ?? 'ended';
  return pages > 0 ? 'end' : trouble ?? 'ended';
}

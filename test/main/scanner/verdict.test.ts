import { expect, test } from 'vitest';
import { verdictOn, type Seen } from '../../../main/scanner/verdict.ts';

const seen: Seen = { status: 404, pages: 0, job: 'unknown', trouble: null };

test.each<[string, Partial<Seen>, string]>([
  ['404 after pages ends a stack', { pages: 3 }, 'end'],
  ['404 after pages with an empty feeder ends a stack', { pages: 3, trouble: 'empty' }, 'end'],
  ['404 after pages with a jam is a jam', { pages: 3, trouble: 'jam' }, 'jam'],
  ['404 with an open cover is the cover', { pages: 1, trouble: 'cover' }, 'cover'],
  ['a job that is completed is over, though the cover is open by now', { pages: 3, job: 'completed', trouble: 'cover' }, 'end'],
  ['404 before any page with an empty feeder is an empty feeder', { trouble: 'empty' }, 'empty'],
  ['404 before any page without a reason is no scan', {}, 'ended'],
  ['an aborted job is no end', { pages: 2, job: 'aborted' }, 'ended'],
  ['an aborted job under an empty feeder is an empty feeder', { job: 'aborted', trouble: 'empty' }, 'empty'],
  ['410 is cancelled at the device', { status: 410, pages: 1 }, 'cancelled'],
  ['410 of a completed job is its end', { status: 410, pages: 1, job: 'completed' }, 'end'],
  ['a cancelled job is cancelled, whatever the status', { status: 500, job: 'cancelled' }, 'cancelled'],
  ['503 is not ready', { status: 503 }, 'again'],
  ['503 of a running job is not ready, the last sheet being on its way', { status: 503, job: 'running', trouble: 'empty' }, 'again'],
  ['503 with a jam is a jam', { status: 503, job: 'running', trouble: 'jam' }, 'jam'],
  ['503 of an unknown job under an empty feeder is an empty feeder', { status: 503, trouble: 'empty' }, 'empty'],
  ['503 of an unknown job under an empty feeder after pages is the end', { status: 503, pages: 2, trouble: 'empty' }, 'end'],
  ['503 of an aborted job is no scan', { status: 503, job: 'aborted' }, 'ended'],
  ['500 is no scan', { status: 500, pages: 2 }, 'ended'],
  ['500 of a stopped scanner is the scanner', { status: 500, trouble: 'stopped' }, 'stopped'],
])('%s', (_what, change, verdict) => {
  expect(verdictOn({ ...seen, ...change })).toBe(verdict);
});

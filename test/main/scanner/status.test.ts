import { expect, test } from 'vitest';
import { jobState, pathOf, readStatus } from '../../../main/scanner/status.ts';
import { parseXml } from '../../../main/scanner/xml.ts';

const read = (inner: string) => readStatus(parseXml(Buffer.from(`<scan:ScannerStatus>${inner}</scan:ScannerStatus>`)));
const job = (uri: string, state: string) => `<scan:Jobs><scan:JobInfo><pwg:JobUri>${uri}</pwg:JobUri><pwg:JobState>${state}</pwg:JobState></scan:JobInfo></scan:Jobs>`;

test.each([
  ['ScannerAdfLoaded', null], ['ScannerAdfProcessing', null], ['ScannerAdfEmpty', 'empty'], ['ScannerAdfJam', 'jam'], ['ScannerAdfMispick', 'jam'],
  ['ScannerAdfMultipickDetected', 'jam'], ['ScannerAdfHatchOpen', 'cover'], ['ScannerAdfDoorOpen', 'cover'], ['ScannerAdfCoverOpen', 'cover'],
  ['ScannerAdfInputTrayFailed', 'stopped'], ['ScannerAdfDuplexPageTooLong', 'jam'], ['Anything', null],
])('takes the feeder state %s for %s', (state, trouble) => {
  expect(read(`<scan:AdfState>${state}</scan:AdfState>`)?.feeder).toBe(trouble);
});

test.each([['Idle', false, false], ['Processing', true, false], ['Testing', true, false], ['Stopped', false, true], ['Down', false, true]])('knows the state %s', (state, busy, stopped) => {
  expect(read(`<pwg:State>${state}</pwg:State>`)).toMatchObject({ busy, stopped });
});

test.each([['Processing', 'running'], ['Pending', 'running'], ['Completed', 'completed'], ['Canceled', 'cancelled'], ['Aborted', 'aborted'], ['Odd', 'unknown']])('knows the job state %s', (state, expected) => {
  expect(jobState(read(job('/eSCL/ScanJobs/1', state)), '/eSCL/ScanJobs/1')).toBe(expected);
});

test('finds a job by the path of its address, whatever host is in it', () => {
  expect(jobState(read(job('http://localhost:1/eSCL/ScanJobs/1/', 'Completed')), '/eSCL/ScanJobs/1')).toBe('completed');
  expect(jobState(read(job('/eSCL/ScanJobs/2', 'Completed')), '/eSCL/ScanJobs/1')).toBe('unknown');
  expect([jobState(null, '/x'), pathOf('http://[')]).toEqual(['unknown', '']);
});

test('takes nothing else for a status', () => {
  expect([readStatus(null), readStatus(parseXml(Buffer.from('<html/>')))]).toEqual([null, null]);
});

import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../../main/providers/failure.ts';
import { explainFailure, lostCause } from '../../../main/providers/failure-words.ts';
import { appErrorSchema } from '../../../preload/contract/errors.ts';

const kinds = ['offline', 'timeout', 'tls', 'reset', 'aborted', 'too-large', 'redirect', 'insecure'] satisfies readonly FailureKind[];
const at = { name: 'Acme', lookFirst: 'Look there first.' };
const act = { failed: 'Not done' };

describe('a request without a reply', () => {
  it.each(kinds)('is explained for %s, with what to do', (kind) => {
    const error = explainFailure(at, { kind, code: 'X' }, act, 'read');
    expect(appErrorSchema.safeParse(error).success).toBe(true);
    expect(error.message).toMatch(/^Not done: .+\.$/);
    expect(error.fix).toMatch(/\.$/);
  });

  it('names the provider where it is the one that is out of reach', () => {
    expect(explainFailure(at, { kind: 'offline', code: 'X' }, act, 'read').message).toBe('Not done: this computer can\u2019t reach Acme.');
    expect(explainFailure(at, { kind: 'timeout', code: 'X' }, act, 'read').message).toBe('Not done: Acme did not answer in time.');
  });

  it.each(kinds)('leaves a doubt after a write only when the line broke on the way (%s)', (kind) => {
    const isOpen = kind === 'timeout' || kind === 'reset';
    expect(explainFailure(at, { kind, code: 'X' }, act, 'write').code === 'outcome-unknown').toBe(isOpen);
    expect(explainFailure(at, { kind, code: 'X' }, act, 'read').code).not.toBe('outcome-unknown');
    if (isOpen) expect(explainFailure(at, { kind, code: 'X' }, act, 'write')).toMatchObject({ message: expect.stringContaining('Not done for certain') as string, fix: 'Look there first.' });
  });
});

it('tells the story of a payout what was lost', () => {
  expect(kinds.map((kind) => lostCause({ kind, code: 'X' }))).toEqual([
    'no connection while sending (X)', 'no answer in time', 'the secure connection failed while sending (X)', 'the line dropped while sending (X)',
    ...Array.from({ length: 4 }, () => 'the answer can\u2019t be read (X)'),
  ]);
});

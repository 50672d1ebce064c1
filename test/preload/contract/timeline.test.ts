import { describe, expect, it } from 'vitest';
import { timelineEntrySchema, timelineSources } from '../../../preload/contract/timeline.ts';

const entry = { id: 'e-1', at: 1_800_000_000_000, source: 'you', actor: 'Thea', what: 'Sent', detail: null, state: 'sent', count: 1 };

describe('an entry of a story', () => {
  it('passes as it is, with nulls where nothing is known', () => {
    expect(timelineEntrySchema.parse(entry)).toEqual(entry);
    for (const source of timelineSources) expect(timelineEntrySchema.safeParse({ ...entry, source, actor: null, state: null }).success).toBe(true);
  });
  it.each([
    ['from nobody known', { source: 'bank' }], ['folded to nothing', { count: 0 }], ['folded to a fraction', { count: 1.5 }], ['without a moment', { at: null }],
    ['at no number', { at: Number.NaN }], ['without an actor said or unsaid', { actor: undefined }], ['with more than it may carry', { secret: 'x' }],
  ])('is refused %s', (_how, change) => { expect(timelineEntrySchema.safeParse({ ...entry, ...change }).success).toBe(false); });
});

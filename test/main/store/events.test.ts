import { describe, expect, it } from 'vitest';
import { createEvents, type NewEvent } from '../../../main/store/events.ts';
import { countingIds, memoryStore } from './open.ts';

const look: NewEvent = { kind: 'customer', subjectId: 'c', at: 10, source: 'bursar', what: 'Looked, nothing new', folds: true };

describe('a story', () => {
  it('is told newest first and folds look-ups that say the same', () => {
    const events = createEvents(memoryStore(), 'p', countingIds());
    events.append({ kind: 'customer', subjectId: 'c', at: 5, source: 'you', actor: 'Femke', what: 'Created', state: 'pending' });
    events.append(look);
    events.append({ ...look, at: 20 });
    events.append({ ...look, at: 30, detail: 'offline' });
    events.append({ ...look, at: 40 });
    expect(events.list('customer', 'c').map(({ what, at, count, detail }) => [what, at, count, detail])).toEqual([
      ['Looked, nothing new', 40, 1, null], ['Looked, nothing new', 30, 1, 'offline'], ['Looked, nothing new', 20, 2, null], ['Created', 5, 1, null],
    ]);
  });

  it('keeps subjects, kinds and profiles apart', () => {
    const db = memoryStore();
    const ids = countingIds();
    const [mine, other] = [createEvents(db, 'p', ids), createEvents(db, 'q', ids)];
    mine.append(look);
    mine.append({ ...look, subjectId: 'd' });
    mine.append({ ...look, kind: 'payout' });
    expect(other.list('customer', 'c')).toEqual([]);
    expect(mine.list('customer', 'c')).toHaveLength(1);
    expect(mine.list('payout', 'c')).toHaveLength(1);
  });

  it('gives as many entries as asked for', () => {
    const events = createEvents(memoryStore(), 'p', countingIds());
    for (let at = 0; at < 5; at += 1) events.append({ ...look, at, folds: false });
    expect(events.list('customer', 'c', 2).map(({ at }) => at)).toEqual([4, 3]);
  });
});

import { expect, it } from 'vitest';
import { createContext } from '../../../main/recipients/context.ts';
import { recover } from '../../../main/recipients/recover.ts';
import type { RecipientRecord } from '../../../main/store/recipients.ts';
import { wireForm } from '../../preload/contract/recipient-forms.ts';
import { countingIds, memoryStore } from '../store/open.ts';

it('after a start only what was being sent is unknown, once, and nothing is asked', () => {
  const changed: (string | null)[] = [];
  const context = createContext({
    store: memoryStore(), profileId: 'p', provider: () => { throw new Error('asked'); }, accounts: { users: () => [] }, clock: () => 9, ids: countingIds(), actor: () => 'Femke',
    notify: (_topic, id) => { changed.push(id); },
  });
  const attempt = (key: string) => ({ key, body: Buffer.from('{}'), bodySha256: 'h', firstSentAt: 1 });
  const records = (['draft', 'sending', 'unknown', 'there', 'refused'] as const).map((state): RecipientRecord => ({
    id: state, remoteId: state === 'there' ? 'r' : null, state, fields: wireForm, attempt: state === 'draft' ? null : attempt(state), problem: null, hiddenAt: null, lastPaidAt: null, createdAt: 1, updatedAt: 1,
  }));
  for (const record of records) context.rows.put(record);
  expect([recover(context), recover(context), changed]).toEqual([1, 0, ['sending']]);
  expect(context.rows.get('sending')).toMatchObject({ state: 'unknown', attempt: attempt('sending'), problem: { code: 'outcome-unknown' } });
  for (const record of records.filter(({ id }) => id !== 'sending')) expect(context.rows.get(record.id)).toEqual(record);
});

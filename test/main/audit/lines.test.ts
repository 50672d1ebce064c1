import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { actWords, toLine } from '../../../main/audit/lines.ts';
import { payoutEvents } from '../../../main/payouts/machine.ts';

const main = fileURLToPath(new URL('../../../main', import.meta.url));
const sources = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(main, name), 'utf8'));
const row = { profileId: 'p', number: 3, at: 5, actor: 'Femke', subjectKind: 'payout', subjectId: 'x', previousHash: '', hash: 'h' };

it('has words for every act that is written down under a code', () => {
  const written = sources.flatMap((source) => [...source.matchAll(/\bwhat: '([a-z]+\.[A-Za-z]+)'/g)].map(([, code]) => code ?? ''));
  expect(written).toContain('payout.start');
  expect([...written, ...payoutEvents.map((event) => `payout.${event}`)].filter((code) => !Object.hasOwn(actWords, code))).toEqual([]);
});

it('shows acts and facts as words, those that it has none for too', () => {
  const line = toLine({ ...row, what: 'customer changed at provider', detail: '{"bodySha256":"ab","found":null,"minor":5,"sent":true}' });
  expect(line).toEqual({
    number: 3, at: 5, actor: 'Femke', what: 'customer changed at provider', words: 'Customer changed at provider', subjectKind: 'payout', subjectId: 'x', hash: 'h',
    facts: [{ name: 'Body sha256', value: 'ab' }, { name: 'Minor', value: '5' }, { name: 'Sent', value: 'true' }],
  });
  expect(toLine({ ...row, what: 'x', detail: '{"tampered":{"toString":1}}' })).toMatchObject({ facts: [{ name: 'Tampered', value: '{"toString":1}' }] });
  expect(toLine({ ...row, what: 'thing.newAct', detail: 'no JSON' })).toMatchObject({ words: 'Thing: New act', facts: [] });
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createRequestLog } from '../../../main/sandbox/request-log.ts';

const request = { method: 'POST', path: '/x', query: {}, credential: null, headers: [] } as const;
const bodyOf = (body: string): unknown => createRequestLog(() => 0).add({ ...request, body }).body;

test('masks secrets at every depth, in JSON and in forms', () => {
  const secret = { client_secret: 's', list: [{ cvc: 123, card_number: '4242' }], fine: 'x' };
  expect(bodyOf(JSON.stringify(secret))).toEqual({ client_secret: '***', list: [{ cvc: '***', card_number: '***' }], fine: 'x' });
  expect(bodyOf('grant_type=client_credentials&client_secret=a%26b')).toEqual({ grant_type: 'client_credentials', client_secret: '***' });
});

test('keeps the hash of the bytes as they came, before anything is masked', () => {
  const add = (body: string) => createRequestLog(() => 0).add({ ...request, body }).body_sha256;
  expect(add('{"password": "x"}')).toBe(createHash('sha256').update('{"password": "x"}').digest('hex'));
  expect(add('')).toBeNull();
});

test('shows bodies as they can be read', () => {
  expect([bodyOf(''), bodyOf('[1,"a"]'), bodyOf('null'), bodyOf('{"half":')]).toEqual([null, [1, 'a'], null, { '{"half":': '' }]);
});

test('writes the moment down and leaves the status open until there is one', () => {
  const log = createRequestLog(() => Date.UTC(2026, 4, 4, 9, 30, 0, 5));
  const entry = log.add({ ...request, body: '' });
  expect(log.seen).toMatchObject([{ at: '2026-05-04T09:30:00.005000Z', status: null, path: '/x' }]);
  entry.status = 200;
  expect(log.seen[0]?.status).toBe(200);
});

test('keeps the last 2000, oldest first, until it is cleared', () => {
  const log = createRequestLog(() => 0);
  for (let index = 0; index <= 2000; index += 1) log.add({ ...request, path: `/${index}`, body: '' });
  expect([log.seen.length, log.seen[0]?.path, log.seen.at(-1)?.path]).toEqual([2000, '/1', '/2000']);
  log.clear();
  expect(log.seen).toEqual([]);
});

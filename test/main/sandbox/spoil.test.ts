import type { HttpBindings } from '@hono/node-server';
import { expect, test } from 'vitest';
import type { Fault, FaultKind } from '../../../main/sandbox/faults.ts';
import { spoil } from '../../../main/sandbox/spoil.ts';

const node = {} as HttpBindings;
const fault = (kind: FaultKind, retryAfter: number | null = null): Fault => ({ kind, method: '*', path: '/', times: 1, skip: 0, commit: false, retryAfter, dripMs: 0 });
const seen = async (reply: Response): Promise<unknown[]> => [reply.status, reply.headers.get('content-type'), await reply.text()];

test.each<[FaultKind, number, string]>([['401', 401, 'application/json'], ['500', 500, 'application/json'], ['429', 429, 'application/json'], ['403-xml', 403, 'application/xml'], ['html', 200, 'text/html']])(
  '%s answers %i as %s whatever the real reply was', async (kind, status, type) => {
    const real = new Response('{"real":true}', { status: 201 });
    expect(await seen(await spoil(fault(kind), node, real))).toEqual([status, type, expect.not.stringContaining('real')]);
    expect((await spoil(fault(kind), node, undefined)).status).toBe(status);
  },
);

test('a reply made unreadable keeps its status, so that only its body lies', async () => {
  const malformed = await (await spoil(fault('malformed'), node, new Response('{}', { status: 201 }))).text();
  expect(() => { JSON.parse(malformed); }).toThrow(SyntaxError);
  expect(await seen(await spoil(fault('empty'), node, new Response('{}', { status: 422 })))).toEqual([422, 'application/json', '']);
  expect((await spoil(fault('empty'), node, undefined)).status).toBe(200);
});

test('429 says how long to wait only when told, even when that is no time at all', async () => {
  expect((await spoil(fault('429', 0), node, undefined)).headers.get('retry-after')).toBe('0');
  expect((await spoil(fault('429'), node, undefined)).headers.has('retry-after')).toBe(false);
});

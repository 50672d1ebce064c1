import type { HttpBindings } from '@hono/node-server';
import { expect, test, vi } from 'vitest';
import { buildWorld } from '../../../main/sandbox/assemble.ts';
import { createFaults, type FaultKind } from '../../../main/sandbox/faults.ts';
import { pipeline } from '../../../main/sandbox/pipeline.ts';
import { createRequestLog } from '../../../main/sandbox/request-log.ts';

const node = {} as HttpBindings;

function rig(now = { ms: 0 }) {
  const { world } = buildWorld({ clock: () => now.ms });
  const parts = { world, faults: createFaults(), requests: createRequestLog(() => 0), save: vi.fn<() => void>() };
  const answer = vi.fn<(request: Request, node: HttpBindings, raw: string) => Response>(() => new Response('{"real":true}', { status: 201 }));
  const plan = (kind: FaultKind, commit: boolean): void => { parts.faults.plan({ kind, method: '*', path: '/api', times: 1, skip: 0, commit, retryAfter: null, dripMs: 0 }); };
  return { ...parts, answer, plan, run: (init: RequestInit = {}, path = '/api/x', reads = true) => pipeline(parts, reads, answer)(new Request(`http://x${path}`, init), node) };
}

test('hands the body over, notes the request with its answer, and saves what was no mere reading', async () => {
  const { run, answer, requests, save } = rig();
  const reply = await run({ method: 'POST', body: '{"a":1}', headers: { Authorization: 'Bearer t', 'X-Own': 'y' } }, '/api/x?b=2&X-Amz-Signature=s');
  expect([reply.status, answer.mock.calls[0]?.[2]]).toEqual([201, '{"a":1}']);
  expect(requests.seen).toMatchObject([{ method: 'POST', path: '/api/x', query: { b: '2' }, credential: 'Bearer', body: { a: 1 }, status: 201 }]);
  expect(JSON.stringify(requests.seen)).not.toContain('Bearer t');
  expect(requests.seen[0]?.headers).toContain('x-own');
  expect(save).toHaveBeenCalledTimes(1);
  await run();
  expect(save).toHaveBeenCalledTimes(1);
});

test('leaves the body of an upload to whoever takes it', async () => {
  const { run, answer } = rig();
  answer.mockImplementation((request) => new Response(String(request.bodyUsed)));
  expect(await (await run({ method: 'PUT', body: 'bytes' }, '/upload/x', false)).text()).toBe('false');
  expect(answer.mock.calls[0]?.[2]).toBe('');
});

test('a fault before carrying out keeps the endpoint from ever running', async () => {
  const { run, answer, plan, save, requests } = rig();
  plan('500', false);
  expect((await run({ method: 'POST', body: '{}' })).status).toBe(500);
  expect(answer).not.toHaveBeenCalled();
  expect(save).not.toHaveBeenCalled();
  expect(requests.seen[0]?.status).toBe(500);
});

test('a fault after carrying out spoils only the reply', async () => {
  const { run, answer, plan, save } = rig();
  plan('malformed', true);
  const reply = await run({ method: 'POST', body: '{}' });
  expect([reply.status, await reply.text()]).toEqual([201, expect.not.stringContaining('real')]);
  expect(answer).toHaveBeenCalledTimes(1);
  expect(save).toHaveBeenCalledTimes(1);
});

test('controls are neither noted nor spoilt', async () => {
  const { run, faults, requests } = rig();
  faults.plan({ kind: '500', method: '*', path: '/', times: 1, skip: 0, commit: false, retryAfter: null, dripMs: 0 });
  expect((await run({ method: 'POST' }, '/__sandbox/reset')).status).toBe(201);
  expect([requests.seen.length, faults.planned.length]).toEqual([0, 1]);
});

test('what is due happens first, and is saved', async () => {
  const now = { ms: 0 };
  const { run, world, save } = rig(now);
  const pending = world.state.customers.find((one) => one.status === 'PENDING');
  world.scheduler.plan('decide-customer', pending?.id ?? '', 1000);
  await run();
  expect([pending?.status, save.mock.calls.length]).toEqual(['PENDING', 0]);
  now.ms = 1000;
  await run();
  expect([pending?.status, save.mock.calls.length]).toEqual(['VERIFIED', 1]);
});

import { expect, it, vi } from 'vitest';
import { withOwnLength } from '../../../main/providers/host-fetch.ts';

it('takes the length away for a host that counts by itself, and nothing else', async () => {
  const inner = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() => Promise.resolve(new Response('ok')));
  await withOwnLength(inner)('https://a.test', { method: 'PUT', headers: { 'Content-Length': '3', 'Content-Type': 'image/png' } });
  const init = inner.mock.calls[0]?.[1];
  expect(init?.method).toBe('PUT');
  expect([...new Headers(init?.headers)]).toEqual([['content-type', 'image/png']]);
});

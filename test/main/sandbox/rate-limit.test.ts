import { expect, test } from 'vitest';
import { bench } from './client.ts';

test('counts a business down within a minute, says so in headers, and then answers 429', async () => {
  const { client, control } = await bench();
  await control('POST', 'settings', { rate_limit: 2 });
  const first = await client.call('GET', '/wallet');
  expect(first.headers.get('x-ratelimit-limit')).toBe('2');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
  expect(Number(first.headers.get('x-ratelimit-reset'))).toBe(Date.UTC(2026, 4, 4, 9, 31) / 1000);
  await client.call('GET', '/wallet');
  expect(await client.call('GET', '/wallet')).toMatchObject({ status: 429, body: { message: 'Too Many Attempts.' } });
});

test('a new minute starts a new count', async () => {
  const { client, control, skip } = await bench();
  await control('POST', 'settings', { rate_limit: 1 });
  await client.call('GET', '/wallet');
  expect((await client.call('GET', '/wallet')).status).toBe(429);
  await skip(60);
  expect((await client.call('GET', '/wallet')).status).toBe(200);
});

test('the limit is judged before the body', async () => {
  const { client, control } = await bench();
  await control('POST', 'settings', { rate_limit: 0 });
  expect((await client.call('POST', '/customer', {})).status).toBe(429);
});

import { expect, test } from 'vitest';
import { kiraDesk } from './payouts/desk.ts';

const read = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> => fetch(`${url}/__sandbox/kira/mailbox`, { method, headers });

test('trap 7: codes arrive in the mailbox, newest first, and the token of this start opens it', async () => {
  const desk = await kiraDesk();
  const { url, client_id } = desk.sandbox.kira;
  await desk.call('POST', '/verification/send', { client_uuid: client_id });
  await desk.skip(60);
  await desk.call('POST', '/verification/send', { client_uuid: client_id });
  const { mails } = await (await read(url, { 'x-sandbox-mailbox': desk.sandbox.mailboxToken })).json() as { mails: Record<string, string>[] };
  expect(mails.map((one) => one['at'])).toEqual(['2026-05-04T09:31:00.000Z', '2026-05-04T09:30:00.000Z']);
  expect(mails[0]).toEqual({ id: expect.any(String), at: expect.any(String), to: 'payments@northfield.example', subject: expect.any(String), code: expect.stringMatching(/^\d{6}$/) });
});

test('without controls only the token opens it', async () => {
  const { sandbox } = await kiraDesk({ controls: false });
  const { url } = sandbox.kira;
  const token = { 'x-sandbox-mailbox': sandbox.mailboxToken };
  expect([(await read(url)).status, (await read(url, { 'x-sandbox-mailbox': 'guess' })).status, (await read(url, token)).status]).toEqual([404, 404, 200]);
  expect((await read(url, token, 'POST')).status).toBe(404);
});

test('with controls it is open to programs, to no page in a browser, and not to a wrong token', async () => {
  const { sandbox } = await kiraDesk();
  const { url } = sandbox.kira;
  expect([(await read(url)).status, (await read(url, { Origin: 'https://evil.test' })).status, (await read(url, { 'x-sandbox-mailbox': 'guess' })).status]).toEqual([200, 403, 404]);
});

test('the token is another at every start, and no other control answers there', async () => {
  const [one, two] = [await kiraDesk(), await kiraDesk()];
  expect(one.sandbox.mailboxToken).not.toBe(two.sandbox.mailboxToken);
  expect((await fetch(`${one.sandbox.kira.url}/__sandbox/kira/settings`)).status).toBe(403);
});

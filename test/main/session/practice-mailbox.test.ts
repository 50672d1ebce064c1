import { describe, expect, it, vi } from 'vitest';
import { readPracticeMailbox } from '../../../main/session/practice-mailbox.ts';
import type { SandboxRunner } from '../../../main/session/sandbox-runner.ts';
import { ok } from '../../../preload/contract/result.ts';

const address = {
  blaaiz: { url: 'http://127.0.0.1:1', clientId: 'b', clientSecret: 's' }, kira: { url: 'http://127.0.0.1:2', clientId: 'k', password: 'p', apiKey: 'a' },
  mailbox: { url: 'http://127.0.0.1:2/__sandbox/kira/mailbox', token: 'open-sesame' },
};
const sandbox: SandboxRunner = { start: async () => ok(address), stop: async () => undefined };
const mail = { id: 'm1', to: 'payments@northfield.example', subject: 'Your code', code: '481902' };

describe('the practice mailbox', () => {
  it('is read with the token of this very sandbox', async () => {
    const fetch = vi.fn(async () => Response.json({ mails: [{ ...mail, at: '2026-06-01T12:00:00.000Z' }, { ...mail, at: 5 }] }));
    expect(await readPracticeMailbox(sandbox, fetch)).toEqual(ok([{ ...mail, at: Date.parse('2026-06-01T12:00:00Z') }, { ...mail, at: 5 }]));
    expect(fetch).toHaveBeenCalledWith(address.mailbox.url, { headers: { 'x-sandbox-mailbox': 'open-sesame' } });
  });

  it.each([
    ['the sandbox is gone', async () => { throw new TypeError('fetch failed'); }],
    ['it answers something else', async () => Response.json({ message: 'Forbidden' }, { status: 403 })],
  ])('says what to do when %s', async (_what, fetch) => {
    expect(await readPracticeMailbox(sandbox, fetch as typeof globalThis.fetch)).toMatchObject({ ok: false, error: { code: 'internal', fix: expect.stringContaining('new code') } });
  });
});

import { z } from 'zod';
import type { PracticeMail } from '../../preload/contract/accounts.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { SandboxRunner } from './sandbox-runner.ts';

const mailsSchema = z.object({
  mails: z.array(z.object({ id: z.string(), at: z.union([z.number(), z.string()]), to: z.string(), subject: z.string(), code: z.string() })),
});

/** Reads the mailbox of the built-in sandbox, newest first: its one-time codes go nowhere else. Error internal when the sandbox doesn't answer. */
export async function readPracticeMailbox(sandbox: SandboxRunner, fetch: typeof globalThis.fetch): Promise<Result<readonly PracticeMail[], AppError>> {
  const started = await sandbox.start();
  if (!started.ok) return started;
  const { url, token } = started.value.mailbox;
  try {
    const answer = await fetch(url, { headers: { 'x-sandbox-mailbox': token } });
    const { mails } = mailsSchema.parse(await answer.json());
    return ok(mails.map((mail) => ({ ...mail, at: typeof mail.at === 'number' ? mail.at : Date.parse(mail.at) })));
  } catch {
    return fail(noMailbox);
  }
}

const noMailbox = appError('internal', 'The practice mailbox can\u2019t be read.', { fix: 'Switch to another profile and back, then ask for a new code.' });

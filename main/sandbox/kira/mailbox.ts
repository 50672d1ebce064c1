import { sameSecret } from '../auth.ts';
import type { World } from '../world.ts';

/** Where the mails that the sandbox would have sent are read. */
export const MAILBOX_PATH = '/__sandbox/kira/mailbox';

/** A mail as it is read. */
export interface MailView {
  readonly id: string;
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly code: string;
}

/** The mails, newest first. */
export function mailbox(world: World): { readonly mails: readonly MailView[] } {
  const mails = world.state.kira.mails.map(({ id, at_ms: at, to, subject, code }) => ({ id, at: new Date(at).toISOString(), to, subject, code }));
  return { mails: mails.toReversed() };
}

/** Answers for the mailbox: to whoever holds this start's token, to anybody while controls are open, to no browser. */
export function mailboxReply(world: World, request: Request): Response {
  if (request.headers.has('origin')) return Response.json({ message: 'No browsers here.' }, { status: 403 });
  const token = request.headers.get('x-sandbox-mailbox');
  const allowed = token === null ? world.controls : sameSecret(token, world.mailboxToken);
  return allowed && request.method === 'GET' ? Response.json(mailbox(world)) : Response.json({ message: 'No such control.' }, { status: 404 });
}

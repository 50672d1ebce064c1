import type { HttpBindings } from '@hono/node-server';
import { pipeline, type PipelineParts } from '../pipeline.ts';
import { createKiraApp } from './index.ts';
import { MAILBOX_PATH, mailboxReply } from './mailbox.ts';
import { e1 } from './respond.ts';
import { withoutStage } from './stage.ts';
import { stamped } from './stamp.ts';
import { toResponse } from './web.ts';

const MOST_BODY_CHARACTERS = 10 * 1024 * 1024;
const secrets = ['password', 'secret', 'file', 'account_number'];

/** Answers every request to Kira's part: the mailbox, or the provider behind what every request passes through. */
export function createKiraFetch(parts: PipelineParts): (request: Request, node: HttpBindings) => Promise<Response> {
  const { world } = parts;
  const app = createKiraApp(world);
  const answer = (request: Request, node: HttpBindings, raw: string): Response | Promise<Response> => {
    if (new URL(request.url).pathname === MAILBOX_PATH) return mailboxReply(world, request);
    return raw.length > MOST_BODY_CHARACTERS ? toResponse(e1('Request Too Long', 413)) : app.fetch(request, { ...node, raw });
  };
  const handle = pipeline(parts, true, answer, { secrets, alsoMatches: withoutStage });
  return async (request, node) => stamped(world, request, await handle(request, node));
}

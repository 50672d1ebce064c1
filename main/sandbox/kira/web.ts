import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Reply } from '../errors.ts';

/** Node's own request and response, and the body as it arrived. */
export interface KiraEnv {
  Bindings: HttpBindings & { readonly raw: string };
}

/** The web framework's context of one request. */
export type KiraContext = Context<KiraEnv>;

/** A reply whose exact text is given, for replays. */
export interface TextReply {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** No answer at all until the client leaves. */
export interface HeldReply {
  readonly held: true;
}

/** What a route answers: a body to be printed, the text itself, or nothing. */
export type KiraReply = Reply | TextReply | HeldReply;

/** The response of a reply. */
export function toResponse(reply: Reply | TextReply): Response {
  const text = 'text' in reply ? reply.text : JSON.stringify(reply.body);
  const more = 'text' in reply ? reply.headers : undefined;
  return new Response(text, { status: reply.status, headers: { 'Content-Type': 'application/json', ...more } });
}

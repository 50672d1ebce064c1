import type { Reply } from '../errors.ts';

export type { WebContext as KiraContext, WebEnv as KiraEnv } from '../endpoint.ts';

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

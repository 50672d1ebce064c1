import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** Never answers: the connection stays open until the client leaves. */
export async function held(node: HttpBindings): Promise<Response> {
  if (!node.outgoing.destroyed) await new Promise((resolve) => { node.outgoing.once('close', resolve); });
  return RESPONSE_ALREADY_SENT;
}

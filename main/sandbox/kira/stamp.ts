import { randomUUID } from 'node:crypto';
import type { World } from '../world.ts';
import { profileOf, versions } from './profile.ts';

/** Adds what every reply of the provider carries: its id, the version that answered, and the sandbox's own time. */
export function stamped(world: World, request: Request, reply: Response): Response {
  // A reply that was cut on purpose has no headers any more.
  if (reply.headers.has('x-hono-already-sent')) return reply;
  const asked = request.headers.get('x-api-version') ?? undefined;
  reply.headers.set('x-amzn-requestid', randomUUID());
  reply.headers.set('x-api-version', asked ?? versions[profileOf(world, asked)]);
  reply.headers.set('date', new Date(world.clock.now()).toUTCString());
  return reply;
}

import { Hono } from 'hono';
import { Refusal } from '../errors.ts';
import type { World } from '../world.ts';
import { mountAccounts } from './accounts.ts';
import { mountClientConfig } from './client-config.ts';
import { mountDeposits } from './deposits.ts';
import { mountPayouts } from './payouts/index.ts';
import { mountRecipients } from './recipients.ts';
import { mountReference } from './reference.ts';
import { e1, e10 } from './respond.ts';
import { mountSignIn } from './sign-in.ts';
import { withoutStage } from './stage.ts';
import { mountUsers } from './users.ts';
import { type KiraEnv, toResponse } from './web.ts';
import { mountWebhooks } from './webhooks.ts';

type Mount = (app: Hono<KiraEnv>, world: World) => void;

// The first route that fits answers, so the fixed path of all deposits comes before accounts by id.
const mounts: readonly Mount[] = [
  mountSignIn, mountUsers, mountDeposits, mountAccounts, mountRecipients, mountReference, mountClientConfig, mountWebhooks, mountPayouts,
];

/** The web application that answers like Kira, with every route at the root and below `/sandbox`. */
export function createKiraApp(world: World): Hono<KiraEnv> {
  const app = new Hono<KiraEnv>({ getPath: (request) => withoutStage(new URL(request.url).pathname) });
  for (const mount of mounts) mount(app, world);
  app.notFound((c) => toResponse(e1(unknownPath(c.req.header('authorization')), 403)));
  app.onError((error, c) => {
    if (error instanceof Refusal) return toResponse(error.reply);
    world.log(`error ${c.req.method} ${c.req.path}: ${String(error.stack)}`);
    return toResponse(e10());
  });
  return app;
}

// The gateway knows no 404: it takes a token on an unknown path for a badly signed request.
function unknownPath(authorization: string | undefined): string {
  return authorization === undefined ? 'Missing Authentication Token' : `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${'A'.repeat(43)}='.`;
}

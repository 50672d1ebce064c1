import { Hono } from 'hono';
import { z } from 'zod';
import type { WebEnv } from './endpoint.ts';
import { plain, Refusal, type Reply } from './errors.ts';
import { behaviourControls } from './controls/behaviour.ts';
import { businessControls } from './controls/business.ts';
import type { Control, ControlParts } from './controls/control.ts';
import { kiraControls } from './controls/kira.ts';
import { webhookControls } from './controls/webhooks.ts';
import { mountPayoutControls } from './kira/payouts/index.ts';

/** Where controls live: outside every path of the provider. */
export const CONTROL_PREFIX = '/__sandbox/';

/** The web application of the controls; unknown ones, bad bodies and browsers are refused. */
export function createControls(parts: ControlParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  // A page in a browser could reach loopback; it always names its origin, and no test does.
  app.use('*', async (c, next) => (c.req.header('origin') === undefined ? next() : c.json({ message: 'No browsers here.' }, 403)));
  for (const one of allControls(parts)) {
    app.on(one.method, CONTROL_PREFIX + one.path, async (c) => {
      const reply = await one.run(parts, c.env.raw === '' ? {} : JSON.parse(c.env.raw), (name) => c.req.param(name) ?? '');
      return json(reply);
    });
  }
  app.notFound((c) => c.json({ message: 'No such control.' }, 404));
  app.onError((error) => json(explain(error)));
  return app;
}

function allControls(parts: ControlParts): readonly Control[] {
  const controls: Control[] = [...behaviourControls, ...businessControls, ...webhookControls, ...kiraControls];
  mountPayoutControls(controls, parts.world);
  return controls;
}

function explain(error: Error): Reply {
  if (error instanceof Refusal) return error.reply;
  if (error instanceof z.ZodError) return plain(422, z.prettifyError(error));
  return error instanceof SyntaxError ? plain(400, 'The body is not JSON.') : plain(500, String(error.stack));
}

function json(reply: Reply): Response {
  return Response.json(reply.body, { status: reply.status });
}

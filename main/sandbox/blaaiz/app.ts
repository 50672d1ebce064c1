import { Hono } from 'hono';
import { identify, requireScope } from '../auth.ts';
import type { Call, Endpoint, WebContext, WebEnv } from '../endpoint.ts';
import { plain, Refusal, type Reply } from '../errors.ts';
import type { Business } from '../model.ts';
import type { RateLimiter } from '../rate-limit.ts';
import { type Body, normalise } from '../validate.ts';
import type { World } from '../world.ts';
import { blaaizEndpoints } from './index.ts';
import { issueToken } from './oauth.ts';

const TOKEN_PATH = '/oauth/token';

/** The web application that answers like Blaaiz. */
export function createBlaaizApp(world: World, limiter: RateLimiter): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.post(TOKEN_PATH, (c) => {
    const { reply, business } = issueToken(world, c.req.header('content-type') ?? '', c.env.raw);
    return respond(limiter, reply, business);
  });
  for (const endpoint of blaaizEndpoints) {
    app.on([...endpoint.methods], endpoint.path, (c) => dispatch(c, world, limiter, endpoint));
  }
  app.notFound((c) => respond(limiter, unknownRoute(c.req.method, c.req.path), undefined));
  app.onError((error, c) => {
    world.log(`error ${c.req.method} ${c.req.path}: ${String(error.stack)}`);
    return respond(limiter, plain(500, 'Server Error'), undefined);
  });
  return app;
}

/** Authentication, scope, rate limit, and then the endpoint with its own checks. */
function dispatch(c: WebContext, world: World, limiter: RateLimiter, endpoint: Endpoint): Response {
  let business: Business | undefined;
  try {
    const headers = { authorization: c.req.header('authorization'), apiKey: c.req.header('x-blaaiz-api-key') };
    const identity = identify(world, headers);
    business = identity.business;
    requireScope(identity, endpoint.scope);
    limiter.count(business.id);
    return respond(limiter, endpoint.handle(callOf(c, world, business)), business);
  } catch (error) {
    if (error instanceof Refusal) return respond(limiter, error.reply, business);
    throw error;
  }
}

function callOf(c: WebContext, world: World, business: Business): Call {
  return {
    world, business, method: c.req.method, path: c.req.path, body: readBody(c.env.raw),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
  };
}

function readBody(raw: string): Body {
  if (raw.trim() === '') return {};
  try {
    const parsed = normalise(JSON.parse(raw));
    return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed) ? Object.fromEntries(Object.entries(parsed)) : {};
  } catch {
    throw new Refusal(plain(400, 'The request body is not valid JSON.'));
  }
}

function respond(limiter: RateLimiter, reply: Reply, business: Business | undefined): Response {
  return Response.json(reply.body, { status: reply.status, headers: limiter.headers(business?.id) });
}

function unknownRoute(method: string, path: string): Reply {
  const verbs = blaaizEndpoints.filter((endpoint) => matches(endpoint.path, path)).flatMap((endpoint) => endpoint.methods);
  const all = path === TOKEN_PATH ? ['POST'] : [...new Set(verbs)];
  const route = path.replace(/^\//, '');
  if (all.length === 0) return plain(404, `The route ${route} could not be found.`);
  return plain(405, `The ${method} method is not supported for route ${route}. Supported methods: ${all.join(', ')}.`);
}

function matches(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/:[a-z]+/g, '[^/]+')}$`).test(path);
}

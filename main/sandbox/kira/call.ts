import type { Hono } from 'hono';
import { Refusal } from '../errors.ts';
import type { World } from '../world.ts';
import { authenticated } from './auth.ts';
import { held } from './hold.ts';
import type { KiraProfile } from './model.ts';
import { profileOf } from './profile.ts';
import { e2 } from './respond.ts';
import { type KiraContext, type KiraEnv, type KiraReply, toResponse } from './web.ts';

/** A request as a route sees it. */
export interface KiraCall {
  readonly world: World;
  readonly profile: KiraProfile;
  readonly method: string;
  /** As it was asked for, with its prefix and query. */
  readonly url: string;
  /** Without the `/sandbox` prefix. */
  readonly path: string;
  readonly raw: string;
  /** The JSON object that was sent; empty when there was no body. */
  readonly body: Readonly<Record<string, unknown>>;
  param(name: string): string;
  query(name: string): string | undefined;
  queries(): Readonly<Record<string, string>>;
  header(name: string): string | undefined;
}

/** What a route does; it refuses by throwing a `Refusal` or by answering an envelope. */
export type KiraHandler = (call: KiraCall) => KiraReply | Promise<KiraReply>;

/** Adds a route that wants the key and a bearer token. */
export function route(app: Hono<KiraEnv>, world: World, method: 'GET' | 'POST' | 'PUT', path: string, handle: KiraHandler): void {
  app.on(method, path, authenticated(world), (c) => run(world, c, handle));
}

/** Adds a route that checks its caller by itself. */
export function openRoute(app: Hono<KiraEnv>, world: World, method: 'GET' | 'POST', path: string, handle: KiraHandler): void {
  app.on(method, path, (c) => run(world, c, handle));
}

async function run(world: World, c: KiraContext, handle: KiraHandler): Promise<Response> {
  const reply = await handle(callOf(world, c));
  return 'held' in reply ? held(c.env) : toResponse(reply);
}

function callOf(world: World, c: KiraContext): KiraCall {
  const { raw } = c.env;
  return {
    world, profile: profileOf(world, c.req.header('x-api-version')), method: c.req.method,
    url: c.req.url, path: c.req.path, raw,
    body: c.req.method === 'GET' ? {} : readObject(raw),
    param: (name) => c.req.param(name) ?? '', query: (name) => c.req.query(name), queries: () => c.req.query(), header: (name) => c.req.header(name),
  };
}

function readObject(raw: string): Readonly<Record<string, unknown>> {
  if (raw.trim() === '') return {};
  const parsed = parsedOrNothing(raw);
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) throw new Refusal(e2('validation_error', 'Invalid JSON in request body', 400));
  return Object.fromEntries(Object.entries(parsed));
}

function parsedOrNothing(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return null;
  }
}

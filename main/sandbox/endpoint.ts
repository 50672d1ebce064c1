import type { Context } from 'hono';
import type { HttpBindings } from '@hono/node-server';
import type { Reply } from './errors.ts';
import type { Business } from './model.ts';
import type { Scope } from './seed/scopes.ts';
import type { Body } from './validate.ts';
import type { World } from './world.ts';

/** Node's own request and response, and the body as it arrived. */
export interface WebEnv {
  Bindings: HttpBindings & { readonly raw: string };
}

/** The web framework's context of one request. */
export type WebContext = Context<WebEnv>;

/** An authenticated request as an endpoint sees it. */
export interface Call {
  readonly world: World;
  readonly business: Business;
  readonly method: string;
  readonly path: string;
  /** Normalised JSON object; empty when there was no body. */
  readonly body: Body;
  /** A part of the path by its name. */
  param(name: string): string;
  /** A value of the query, or undefined. */
  query(name: string): string | undefined;
}

/** One route of the provider: verbs, path, the scope it asks for, and what it does. */
export interface Endpoint {
  readonly methods: readonly ('GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE')[];
  readonly path: string;
  readonly scope: Scope;
  readonly handle: (call: Call) => Reply;
}

const base = '/api/external';

/** Declares a route below `/api/external` that answers one verb, or several where old clients use another. */
export function endpoint(
  methods: Endpoint['methods'][number] | Endpoint['methods'], path: string, scope: Scope, handle: Endpoint['handle'],
): Endpoint {
  return { methods: typeof methods === 'string' ? [methods] : methods, path: base + path, scope, handle };
}

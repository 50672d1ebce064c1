import type { z } from 'zod';
import { ok, type Reply } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { RateLimiter } from '../rate-limit.ts';
import type { RequestLog } from '../request-log.ts';
import type { World } from '../world.ts';

/** What controls may reach. */
export interface ControlParts {
  readonly world: World;
  readonly faults: Faults;
  readonly limiter: RateLimiter;
  readonly requests: RequestLog;
  /** Puts the whole sandbox back to its beginning. */
  readonly reset: () => void;
}

/** One control: its verb, its path below the prefix, and what it does with the parsed body. */
export interface Control {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly run: (parts: ControlParts, body: unknown, param: (name: string) => string) => Reply | Promise<Reply>;
}

/** Declares a control whose body is checked by `schema`. */
export function control<T extends z.ZodType>(
  method: Control['method'], path: string, schema: T,
  run: (parts: ControlParts, body: z.infer<T>, param: (name: string) => string) => Reply | Promise<Reply>,
): Control {
  return { method, path, run: (parts, body, param) => run(parts, schema.parse(body), param) };
}

/** The plain answer of a control that has nothing else to say. */
export const done: Reply = ok({ message: 'Done.' });

import { z } from 'zod';
import { isRecord } from '../parse-json.ts';

/** An object that arrives as `[]` when it is empty, as PHP writes empty maps. */
export function phpMap<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (Array.isArray(value) ? {} : value), schema);
}

/** Takes what a schema asks for from wherever this API's replies carry it: under one of `keys`, under `data` (once or twice), or bare.
 *  Null when it is nowhere. */
export function pick<S extends z.ZodType>(body: unknown, schema: S, ...keys: readonly string[]): z.infer<S> | null {
  for (const candidate of candidates(body, keys)) {
    const parsed = schema.safeParse(candidate);
    if (parsed.success) return parsed.data;
  }
  return null;
}

function candidates(body: unknown, keys: readonly string[]): readonly unknown[] {
  const inner = isRecord(body) ? body['data'] : undefined;
  const innermost = isRecord(inner) ? inner['data'] : undefined;
  const keyed = [body, inner].flatMap((place) => (isRecord(place) ? keys.map((key) => place[key]) : []));
  return [...keyed, inner, innermost, body].filter((value) => value !== undefined);
}

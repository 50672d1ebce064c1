import { plain, Refusal } from './errors.ts';
import type { World } from './world.ts';

const WINDOW_MS = 60_000;

/** Counts requests per business in windows of one minute (Blaaiz guide: Rate limits). */
export interface RateLimiter {
  /** Counts one request; throws the 429 when the window is used up. */
  count(businessId: string): void;
  /** The `X-RateLimit-*` headers for a business, or for a caller not known. */
  headers(businessId: string | undefined): Readonly<Record<string, string>>;
  /** Starts counting anew. */
  clear(): void;
}

/** Builds the limiter; the limit is read from the settings each time. */
export function createRateLimiter(world: World): RateLimiter {
  const used = new Map<string, { window: number; count: number }>();
  const current = (key: string): { window: number; count: number } => {
    const window = Math.floor(world.clock.now() / WINDOW_MS);
    const held = used.get(key);
    const entry = held?.window === window ? held : { window, count: 0 };
    used.set(key, entry);
    return entry;
  };
  return {
    count(businessId) {
      const entry = current(businessId);
      if (entry.count >= world.state.settings.rate_limit) throw new Refusal(plain(429, 'Too Many Attempts.'));
      entry.count += 1;
    },
    headers(businessId) {
      const limit = world.state.settings.rate_limit;
      const entry = current(businessId ?? 'unknown');
      return {
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': String(Math.max(0, limit - entry.count)),
        'X-RateLimit-Reset': String(((entry.window + 1) * WINDOW_MS) / 1000),
      };
    },
    clear: () => used.clear(),
  };
}

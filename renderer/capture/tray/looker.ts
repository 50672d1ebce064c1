import { onForget } from '../../flush.ts';
import { pageLooker } from '../preflight/looker.ts';
import type { Looker } from '../preflight/port.ts';

let make: () => Looker = pageLooker;
let shared: Looker | null = null;

function end(): void {
  shared?.close();
  shared = null;
}

onForget(end);

/** Has lookers made otherwise, or (null) as the app makes them; the one at work ends. */
export function provideLooker(next: (() => Looker) | null): void {
  end();
  make = next ?? pageLooker;
}

/** The one looker of this window, made when it is first needed and ended with the lock. */
export function theLooker(): Looker {
  shared ??= make();
  return shared;
}

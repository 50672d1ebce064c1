import { onForget } from '../../flush.ts';
import type { Looker } from '../preflight/port.ts';

let make: (() => Looker) | null = null;
let shared: Looker | null = null;

function end(): void {
  shared?.close();
  shared = null;
}

onForget(end);

/** Says how lookers are made; the one at work ends. */
export function provideLooker(next: (() => Looker) | null): void {
  end();
  make = next;
}

/** The one looker of this window, made when it is first needed and ended with the lock. */
export function theLooker(): Looker {
  if (!make) throw new Error('Nobody said how lookers are made.');
  shared ??= make();
  return shared;
}

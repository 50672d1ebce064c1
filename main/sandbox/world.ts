import type { SandboxClock } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Business, State } from './model.ts';
import type { Scheduler } from './scheduler.ts';

/** What every endpoint works with. */
export interface World {
  readonly state: State;
  readonly clock: SandboxClock;
  readonly ids: Ids;
  readonly scheduler: Scheduler;
  readonly timeScale: number;
  readonly legacyKey: boolean;
  readonly controls: boolean;
  readonly log: (line: string) => void;
  /** Address of the API, of the upload host and of Kira's part, known once they listen. */
  readonly address: { api: string; upload: string; kira: string };
  /** Lets its holder read the one-time codes that were mailed; new at every start. */
  readonly mailboxToken: string;
  /** Webhook deliveries under way; closing waits for them. */
  readonly inFlight: Set<Promise<void>>;
}

/** A waiting time in milliseconds after scaling. */
export function scaled(world: World, seconds: number): number {
  return (seconds * 1000) / world.timeScale;
}

/** The next number of the state's counter. */
export function nextSequence(state: Pick<State, 'sequence'>): number {
  state.sequence += 1;
  return state.sequence;
}

/** The business of this id; the id always comes from the state itself. */
export function businessOf(world: World, id: string): Business {
  const found = world.state.businesses.find((business) => business.id === id);
  if (!found) throw new Error(`no business ${id}`);
  return found;
}

import { createBlaaizLane } from './blaaiz/lane.ts';
import { createKiraLane } from './kira/lane.ts';
import type { Lane } from './lane.ts';
import type { PayoutDeps } from './ports.ts';

/** The lane of a profile's provider. */
export function createLane(deps: PayoutDeps['lane']): Lane {
  return deps.id === 'blaaiz' ? createBlaaizLane(deps) : createKiraLane(deps);
}

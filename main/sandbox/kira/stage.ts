import type { World } from '../world.ts';

const PREFIX = '/sandbox';

/** The path without the prefix that names the stage. */
export function withoutStage(path: string): string {
  return hasStage(path) ? path.slice(PREFIX.length) || '/' : path;
}

/** Whether the credentials are good for the stage of this address (Kira guide: Environments). */
export function rightStage(world: World, url: string): boolean {
  const { stage } = world.state.kira.settings;
  return stage === null || (stage === 'sandbox') === hasStage(new URL(url).pathname);
}

function hasStage(path: string): boolean {
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

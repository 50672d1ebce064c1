import type { World } from '../world.ts';
import type { KiraProfile } from './model.ts';

/** The version of the API that each profile speaks (Kira guide: Versioning). */
export const versions: Readonly<Record<KiraProfile, string>> = { G1: '2025-01-01', G2: '2026-04-14', G3: '2026-06-01' };

/** The profiles, oldest first. */
export const profiles = ['G1', 'G2', 'G3'] as const satisfies readonly KiraProfile[];

/** The profile of a version's name, undefined when there is no such version. */
export function profileOfVersion(version: string | undefined): KiraProfile | undefined {
  return profiles.find((profile) => versions[profile] === version);
}

/** The profile of one request: the version it names, else the tenant's. */
export function profileOf(world: World, version: string | undefined): KiraProfile {
  return profileOfVersion(version) ?? world.state.kira.tenant.profile;
}

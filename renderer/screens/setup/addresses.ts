import { kiraVersions } from '../../../preload/contract/app.ts';
import type { ProviderId } from '../../../preload/contract/provider.ts';
import { t } from '../../text.ts';

/** Whether money moves. */
export type Env = 'sandbox' | 'live';

/** The address that belongs to an environment (Blaaiz guide: Environments; Kira guide: Environments). */
export function baseUrlOf(provider: ProviderId, env: Env): string {
  if (provider === 'kira') return env === 'live' ? 'https://api.balampay.com' : 'https://api.balampay.com/sandbox';
  return env === 'live' ? 'https://api-prod.blaaiz.com' : 'https://api-dev.blaaiz.com';
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Why this can't be a client ID of Kira, which is a UUID (Kira guide: Authentication); null when it can. */
export function kiraClientIdProblem(text: string): string | null {
  if (text.trim() === '') return t('It came from Kira with the password and the API key.');
  return uuid.test(text.trim()) ? null : t('This is no client ID: it has 32 letters a to f and digits, in five groups with hyphens.');
}

/** What can be chosen as the version of Kira's API; '' leaves it to the account. `current` is offered too when it is an older one. */
export function versionOptions(current: string | null): readonly { readonly id: string; readonly label: string }[] {
  const offered = kiraVersions.filter((version) => version !== '2025-01-01' || version === current);
  return [{ id: '', label: t('As Kira set it for the account') }, ...offered.map((version) => ({ id: version, label: version }))];
}

/** The version as kept, from what was chosen. */
export function versionOf(id: string): (typeof kiraVersions)[number] | null {
  return kiraVersions.find((version) => version === id) ?? null;
}

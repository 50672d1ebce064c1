import { providerNames, type ProviderId } from '../../preload/contract/provider.ts';
import { t } from '../text.ts';

/** The way to a built-in sandbox, in words. */
export function practiceWords(provider: ProviderId): string {
  return t('Practice with {provider}', { provider: providerNames[provider] });
}

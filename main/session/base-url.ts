import type { ProviderId } from '../../preload/contract/provider.ts';

const examples: Readonly<Record<ProviderId, string>> = { blaaiz: 'https://api-prod.blaaiz.com', kira: 'https://api.balampay.com/sandbox' };

/** Why an address can't be a provider's, in words; null when it can: https anywhere, plain http only to this machine and never for LIVE.
 *  Kira's stage is a path after the host name (Kira guide: Environments); Blaaiz has none. */
export function addressProblem(provider: ProviderId, address: string, env: 'sandbox' | 'live'): string | null {
  if (!URL.canParse(address)) return `This is no address. It looks like ${examples[provider]}.`;
  const url = new URL(address);
  if (url.username || url.password || /[?#]/.test(address)) return 'The address may hold no name, password or parameters.';
  if (provider === 'blaaiz' && url.pathname !== '/') return 'The address ends after the host name: Blaaiz serves from the root.';
  if (/[%\\]|\.\./.test(address) || !/^(\/[\w.-]+)*\/?$/.test(url.pathname)) return 'After the host name there may be one plain path, like /sandbox.';
  if (url.protocol === 'https:') return null;
  const local = url.protocol === 'http:' && env === 'sandbox' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return local ? null : 'The address must begin with https, or the keys could be read on the way.';
}

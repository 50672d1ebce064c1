/** Why an address can't be a provider's, in words; null when it can: https anywhere, plain http only to this machine and never for LIVE. */
export function addressProblem(address: string, env: 'sandbox' | 'live'): string | null {
  if (!URL.canParse(address)) return 'This is no address. It looks like https://api-prod.blaaiz.com.';
  const url = new URL(address);
  if (url.username || url.password || url.search || url.hash) return 'The address may hold no name, password or parameters.';
  if (url.pathname !== '/') return 'The address ends after the host name: Blaaiz serves from the root.';
  if (url.protocol === 'https:') return null;
  const local = url.protocol === 'http:' && env === 'sandbox' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return local ? null : 'The address must begin with https, or the keys could be read on the way.';
}

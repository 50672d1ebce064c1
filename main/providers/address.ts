/** Tells whether a URL points at this machine itself. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname);
}

/** Tells whether a URL names an address of a private or link-local network, or this machine. */
export function isPrivate(url: URL): boolean {
  return isLoopback(url)
    || /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|0\.)/.test(url.hostname)
    || /^\[(::|f[cd]|fe[89ab])/i.test(url.hostname)
    || /\.(localhost|local|internal)$/i.test(url.hostname);
}

/** Tells whether secrets may go to a URL: https anywhere, plain http only to this machine (the built-in sandbox). */
export function isSafeTarget(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

/**
 * Chromium takes no unknown scheme as a secure, standard origin unless it is compiled in. So each address of an app
 * scheme has a twin that Chromium takes: `app://bursar/x` is `https://bursar.app.invalid/x`. The `.invalid` domain
 * never resolves (RFC 2606); every request for it is answered by the scheme's handler before the network sees it.
 */
export class AppUrls {
  private readonly schemes = new Set<string>();

  /** Makes a scheme known, e.g. `app`. */
  add(scheme: string): void {
    this.schemes.add(scheme);
  }

  /** The text with each app address replaced by its twin for the browser. */
  toBrowser(text: string): string {
    if (this.schemes.size === 0) return text;
    return text.replace(this.pattern('(SCHEMES)://([a-z0-9-]+)'), 'https://$2.$1.invalid');
  }

  /** The text with each twin replaced by the app address it stands for. */
  toApp(text: string): string {
    if (this.schemes.size === 0) return text;
    return text.replace(this.pattern('https://([a-z0-9-]+)\\.(SCHEMES)\\.invalid(?![a-z0-9.-])'), '$2://$1');
  }

  /** A Content-Security-Policy with app addresses and bare app schemes in the browser's terms. */
  policyToBrowser(policy: string): string {
    if (this.schemes.size === 0) return policy;
    return this.toBrowser(policy).replace(this.pattern('(?<=[\\s;,])(SCHEMES):(?=[\\s;,]|$)'), 'https://*.$1.invalid');
  }

  /** The app scheme of an address in the browser's terms, or null when it is an ordinary address. */
  schemeOf(browserUrl: string): string | null {
    const scheme = this.toApp(browserUrl).split(':', 1)[0] ?? '';
    return browserUrl.startsWith('https:') && this.schemes.has(scheme) ? scheme : null;
  }

  private pattern(text: string): RegExp {
    return new RegExp(text.replace('SCHEMES', [...this.schemes].join('|')), 'gi');
  }
}

import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** Where scanners usually listen when only a host is known: with TLS first, then the ports printers use (Mopria, HP, AirSane behind a proxy). */
const usualPlaces = ['https://host', 'http://host', 'http://host:8080', 'https://host:9095', 'http://host:9095'] as const;
const usualPath = '/eSCL';

const unusable = appError('validation', 'This is no address of a scanner.', {
  fix: 'Type its name or number, like 192.168.1.20, printer.local or http://192.168.1.20:8080/eSCL.', fields: [{ path: 'address', message: 'Like 192.168.1.20 or printer.local.' }],
});

/** Turns what a person typed (host, host:port, or an http or https address) into the addresses to try, the likeliest first. Error validation. */
export function addressesToTry(typed: string): Result<readonly string[], AppError> {
  const text = typed.trim();
  if (text === '' || text.length > 300 || /\s/.test(text)) return fail(unusable);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return fromUrl(text);
  const host = /:[0-9a-f]*:/i.test(text) && !text.startsWith('[') ? `[${text}]` : text;
  const parsed = URL.parse(`http://${host}`);
  if (parsed === null || !isPlain(parsed)) return fail(unusable);
  if (parsed.pathname !== '/') return fromUrl(`http://${host}`, `https://${host}`);
  // The port may have been typed even where the parser drops it as the usual one.
  if (/:\d+$/.test(host)) return ok([`https://${host}${usualPath}`, `http://${host}${usualPath}`].map((one) => new URL(one).href));
  return ok(usualPlaces.map((place) => new URL(place.replace('host', parsed.hostname) + usualPath).href));
}

function fromUrl(...texts: readonly string[]): Result<readonly string[], AppError> {
  const urls = texts.map((text) => URL.parse(text));
  const [first] = urls;
  if (!first || !isPlain(first)) return fail(unusable);
  return ok(urls.flatMap((url) => {
    const path = url?.pathname.replace(/\/+$/, '') ?? '';
    const paths = path === '' ? [usualPath] : path.endsWith(usualPath) ? [path] : [path, path + usualPath];
    return url ? paths.map((one) => `${url.origin}${one}`) : [];
  }));
}

function isPlain(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.search === '' && url.hash === '' && url.hostname !== '';
}

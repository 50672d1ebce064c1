import dns from 'node:dns';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

type Answer = (error: NodeJS.ErrnoException | null, address?: string | dns.LookupAddress[], family?: number) => void;

/** Lets a file say which of the reserved names (.invalid) there are: a JSON object of name and address, read at each look-up, so that a test can
 *  take a name away. Other names go to the system as ever. */
export function installNames(file: string): void {
  const real = dns.lookup;
  const lookup = (name: string, ...rest: [dns.LookupOptions, Answer] | [Answer]): void => {
    if (!name.endsWith('.invalid')) return Reflect.apply(real, dns, [name, ...rest]) as void;
    const answer = rest.at(-1) as Answer;
    const all = typeof rest[0] === 'object' && rest[0].all === true;
    const address = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)[name];
    setImmediate(() => {
      if (address === undefined) answer(notFound(name));
      else if (all) answer(null, [{ address, family: isIP(address) }]);
      else answer(null, address, isIP(address));
    });
  };
  dns.lookup = lookup as typeof dns.lookup;
}

/** The error of Node for a name that nobody knows. */
function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { errno: -3008, code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname });
}

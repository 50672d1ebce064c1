import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const own = new BlockList();
for (const [net, bits] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16], ['100.64.0.0', 10]] as const) {
  own.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) own.addSubnet(net, bits, 'ipv6');

/** Tells whether an IP address is of this machine, of a private network (RFC 1918, RFC 6598, RFC 4193) or link-local (RFC 3927, RFC 4291). */
export function isOwnAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  const family = isIP(plain);
  return family !== 0 && own.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

/** The code of the error when a name leads outside the own network only. */
export const outsideCode = 'ERR_OUTSIDE';

/** Wraps a look-up of names so that it gives addresses of the own network alone: the address that was checked is the one that is used. */
export function ownLookup(lookup: typeof systemLookup = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: readonly LookupAddress[]) => {
      if (error) return callback(error, []);
      const ours = found.filter(({ address }) => isOwnAddress(address));
      const [first] = ours;
      if (!first) return callback(Object.assign(new Error('outside'), { code: outsideCode }), []);
      return options.all ? callback(null, ours) : callback(null, first.address, first.family);
    });
  };
}

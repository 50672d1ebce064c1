import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectSecure, type TLSSocket } from 'node:tls';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { After, LineFailure } from './line-types.ts';
import { isOwnAddress, outsideCode } from './own-network.ts';

/** A line to a scanner, and its certificate's SHA-256 (hex pairs with colons), null without TLS. */
export type Connected = { readonly socket: Socket; readonly fingerprint: string | null };

/** How lines are made: the time limit in ms and the look-up of names. */
export type ConnectDeps = { readonly after: After; readonly connectMs: number; readonly lookup: LookupFunction };

/** Opens a line. Scanners sign their certificates themselves, so it is judged by its fingerprint alone: the first one seen is taken, another than the
 *  known one is refused before a byte of ours has left. */
export async function connect({ after, connectMs, lookup }: ConnectDeps, url: URL, known: string | null, signal: AbortSignal): Promise<Result<Connected, LineFailure>> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isOwnAddress(host)) return fail({ kind: 'outside' });
  if (signal.aborted) return fail({ kind: 'stopped' });
  const secure = url.protocol === 'https:';
  const target = { host, port: Number(url.port) || (secure ? 443 : 80), lookup };
  const socket = secure ? connectSecure({ ...target, ...(isIP(host) === 0 ? { servername: host } : {}), rejectUnauthorized: false }) : connectPlain(target);
  const failure = await settled(socket, secure, { after, connectMs }, signal);
  if (failure) {
    socket.destroy();
    return fail(failure);
  }
  const fingerprint = secure ? fingerprintOf(socket as TLSSocket) : null;
  if (!secure || (fingerprint !== null && (known === null || fingerprint === known))) return ok({ socket, fingerprint });
  socket.destroy();
  return fail(fingerprint === null ? { kind: 'insecure' } : { kind: 'changed', fingerprint });
}

function fingerprintOf(socket: TLSSocket): string | null {
  return socket.getPeerX509Certificate()?.fingerprint256 ?? null;
}

function settled(socket: Socket, secure: boolean, { after, connectMs }: Omit<ConnectDeps, 'lookup'>, signal: AbortSignal): Promise<LineFailure | null> {
  return new Promise((resolve) => {
    const end = (failure: LineFailure | null) => {
      cancel();
      signal.removeEventListener('abort', stop);
      resolve(failure);
    };
    const stop = () => { end({ kind: 'stopped' }); };
    const cancel = after(connectMs, () => { end({ kind: 'timeout' }); });
    signal.addEventListener('abort', stop);
    let reached = !secure;
    socket.once('connect', () => { reached = true; });
    socket.once(secure ? 'secureConnect' : 'connect', () => { end(null); });
    // Stays: a line that is broken later says so to whoever reads it, and here to nobody.
    socket.on('error', (error: NodeJS.ErrnoException) => { end(error.code === outsideCode ? { kind: 'outside' } : { kind: reached && secure ? 'insecure' : 'unreachable' }); });
    socket.once('close', () => { end({ kind: reached && secure ? 'insecure' : 'unreachable' }); });
  });
}

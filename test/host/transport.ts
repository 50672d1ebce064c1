import type { Readable, Writable } from 'node:stream';
import type { Transport } from './cdp.ts';

/** Messages over two pipes, each ended by a zero byte: how Chromium speaks with no network port. */
export function pipeTransport(output: Writable, input: Readable): Transport {
  const parts: Buffer[] = [];
  let onMessage: (text: string) => void = () => undefined;
  const closers = new Set<() => void>();
  input.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      parts.push(rest.subarray(0, end));
      const text = Buffer.concat(parts.splice(0)).toString('utf8');
      rest = rest.subarray(end + 1);
      onMessage(text);
    }
    if (rest.length > 0) parts.push(rest);
  });
  const closed = (): void => closers.forEach((listener) => listener());
  input.on('close', closed);
  output.on('error', closed);
  return {
    send: (text) => void output.write(`${text}\0`),
    close: () => output.end(),
    onMessage: (listener) => void (onMessage = listener),
    onClose: (listener) => void closers.add(listener),
  };
}

/** Messages over a WebSocket that is open already: the way of a test that launched Chromium itself. */
export async function socketTransport(endpoint: string): Promise<Transport> {
  const socket = new WebSocket(await socketUrl(endpoint));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`no browser at ${endpoint}`)), { once: true });
  });
  return {
    send: (text) => socket.send(text),
    close: () => socket.close(),
    onMessage: (listener) => socket.addEventListener('message', (event) => listener(String(event.data))),
    onClose: (listener) => socket.addEventListener('close', () => listener()),
  };
}

async function socketUrl(endpoint: string): Promise<string> {
  if (endpoint.startsWith('ws')) return endpoint;
  const reply = await fetch(new URL('/json/version', endpoint));
  const version = (await reply.json()) as { webSocketDebuggerUrl: string };
  return version.webSocketDebuggerUrl;
}

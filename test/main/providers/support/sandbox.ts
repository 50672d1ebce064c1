import { startSandbox, type RunningSandbox } from '../../../../main/sandbox/server.ts';
import { neededScopes } from '../../../../main/providers/blaaiz/scopes.ts';
import type { HttpDeps } from '../../../../main/providers/http-types.ts';
import { providerAt, type ProviderRig } from './blaaiz.ts';

/** The built-in sandbox with its controls open. */
export type Sandbox = RunningSandbox & {
  control(path: string, body?: object): Promise<void>;
  connect(overrides?: Partial<HttpDeps>): ProviderRig;
};

export async function openSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({ controls: true });
  const { client_id: clientId, client_secret: clientSecret } = sandbox.blaaiz;
  return {
    ...sandbox,
    async control(path, body = {}) {
      const reply = await fetch(`${sandbox.url}/__sandbox/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(`Control ${path}: ${reply.status} ${await reply.text()}`);
    },
    connect: (overrides = {}) => providerAt(sandbox.url, { clientId, clientSecret }, neededScopes, { clock: Date.now, sleep: () => Promise.resolve(), ...overrides }),
  };
}

/** The value of a result; a failure fails the test with its words. */
export async function valueOf<T>(reply: Promise<{ ok: true; value: T } | { ok: false; error: { code: string; message: string } }>): Promise<T> {
  const result = await reply;
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

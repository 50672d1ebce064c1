import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDoor } from '../../../main/ipc/door.ts';
import { createHandlers } from '../../../main/ipc/handlers.ts';
import { createLog } from '../../../main/log/log.ts';
import type { Fetch } from '../../../main/providers/http-types.ts';
import { startSandbox } from '../../../main/sandbox/server.ts';
import { createHouse } from '../../../main/session/house.ts';
import { defaultSettings, type StoredSettings } from '../../../main/settings/schema.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { emptyCustomerFields } from '../../../preload/contract/customers.ts';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';
import type { Channel } from '../../../preload/contract/channels.ts';

/** An answer as it crosses to the page. */
export type Answer = { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly code: string; readonly message: string } };
/** A frame event of our own page. */
export const ourPage = { senderFrame: { url: 'app://bursar/index.html', parent: null }, sender: { id: 1 } };

/** The real door with everything behind it, without Electron: vault in memory, real store, real provider over loopback. */
export type TestDoor = {
  readonly folder: string;
  readonly log: string[];
  /** Bugs and refusals that were reported. */
  readonly reports: string[];
  /** Ids of a customer, its document, a payout, a wallet and a profile that exist. */
  readonly ids: readonly string[];
  ask(channel: Channel, request: unknown, event?: unknown): Promise<Answer>;
  /** Sets up and opens a profile again, if something locked. */
  open(): Promise<void>;
  /** Goes back to a profile that answers, whatever earlier requests did to it. */
  home(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the {@link TestDoor} on a profile with one customer, one document and one payout. */
export async function openTestDoor(): Promise<TestDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-door-'));
  const sandbox = await startSandbox({ controls: true, timeScale: 60 });
  await fetch(`${sandbox.url}/__sandbox/settings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"rate_limit":1000000}' });
  let kept: StoredSettings = defaultSettings;
  const settings = createSettings({ load: () => kept, save: (next) => { kept = next; }, setAside: () => undefined });
  const log: string[] = [];
  const reports: string[] = [];
  const listeners = new Map<string, (event: unknown, request: unknown) => Promise<Answer>>();
  const house = await createHouse({
    folder, settings, log: createLog({ sinks: [{ write: (line) => { log.push(line); } }] }), version: '0', platform: 'linux', tell: () => undefined, clipboard: { write: () => undefined, read: () => '' },
    fetch: loopbackFetch, sandbox: {}, sandboxWorker: fileURLToPath(new URL('../../../out/main/sandbox.cjs', import.meta.url)),
  });
  openDoor({
    ipc: { handle: (channel: string, listener: never) => { listeners.set(channel, listener); }, removeHandler: () => undefined },
    knownWindow: (id) => id === 1, report: (event, channel, detail) => { reports.push(`${event} ${channel} ${detail}`); },
    handlers: createHandlers({ ...house, now: () => Date.now(), windowAction: () => undefined, openHelp: async () => undefined }),
  });
  await house.lifecycle.start();
  const ask: TestDoor['ask'] = (channel, request, event = ourPage) => listeners.get(channel)?.(event, request) ?? Promise.reject(new Error(`No such channel: ${channel}`));
  let profile = '';
  const open = async () => {
    await ask('vault.setUp', { mode: 'session-only' });
    const { client_id: clientId, client_secret: clientSecret } = sandbox.blaaiz;
    profile = idOf(await ask('profiles.add', { provider: 'blaaiz', name: `Door ${Math.random()}`, env: 'sandbox', baseUrl: sandbox.url, clientId, clientSecret, scopes: sandbox.blaaiz.scope.split(' ').slice(0, 40) }));
    await ask('profiles.choose', { id: profile });
  };
  await open();
  const ids = [...await fill(ask), profile];
  const home = async () => {
    await ask('vault.setUp', { mode: 'session-only' });
    for (const [field, value] of [['client_id', sandbox.blaaiz.client_id], ['client_secret', sandbox.blaaiz.client_secret]]) await ask('profiles.replaceSecret', { id: profile, field, value });
    const chosen = await ask('profiles.choose', { id: profile });
    if (!chosen.ok) await open();
  };
  return {
    folder, log, reports, ids, ask, open, home,
    close: async () => {
      await house.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a test may reach. Hostile profiles name foreign hosts; they must neither be asked nor waited for. */
const loopbackFetch: Fetch = (url, init) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
  ? fetch(url, init) : Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }) }));

async function fill(ask: TestDoor['ask']): Promise<readonly string[]> {
  const customer = idOf(await ask('customers.save', { id: null, fields: { ...emptyCustomerFields, firstName: 'Ada', lastName: 'Obi' } }));
  const document = idOf(await ask('documents.add', { customerId: customer, slot: 'identity', name: 'a.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1), pages: null }));
  const payout = idOf(await ask('payouts.save', { id: null, revision: 0, draft: { ...emptyPayoutDraft, customerId: customer } }));
  const wallets = await ask('wallets.list', { fresh: true });
  return [customer, document, payout, String((wallets.value as { wallets: { id: string }[] }).wallets[0]?.id)];
}

function idOf(answer: Answer): string {
  if (!answer.ok) throw new Error(`${answer.error?.code}: ${answer.error?.message}`);
  return (answer.value as { id: string }).id;
}

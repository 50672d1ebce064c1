import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDoor } from '../../../main/ipc/door.ts';
import { createHandlers } from '../../../main/ipc/handlers.ts';
import { createLog } from '../../../main/log/log.ts';
import type { Fetch } from '../../../main/providers/http-types.ts';
import type { SandboxOptions } from '../../../main/sandbox/options.ts';
import { startSandbox, type RunningSandbox } from '../../../main/sandbox/server.ts';
import { createHouse } from '../../../main/session/house.ts';
import { defaultSettings, type StoredSettings } from '../../../main/settings/schema.ts';
import { noScanners } from '../../main/scanner/no-scanners.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { emptyCustomerFields } from '../../../preload/contract/customers.ts';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import type { ProviderId } from '../../../preload/contract/provider.ts';
import { goodEvidence } from '../../main/documents/evidence.ts';
import { passphrase } from './passphrase.ts';

/** An answer as it crosses to the page. */
export type Answer = { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly code: string; readonly message: string } };
/** A frame event of our own page. */
export const ourPage = { senderFrame: { url: 'app://bursar/index.html', parent: null }, sender: { id: 1 } };

/** The real door with everything behind it, without Electron: real vault, real store, real provider over loopback. */
export type TestDoor = {
  readonly folder: string;
  readonly log: string[];
  /** Bugs and refusals that were reported. */
  readonly reports: string[];
  /** Everything that was told to the page unasked, by event. */
  readonly told: readonly { readonly event: string; readonly payload: unknown }[];
  /** What was put into the clipboard, and what reading it gives. */
  readonly clipboard: { readonly written: string[]; holds: string };
  /** What the person answers when asked for a folder. */
  readonly dialog: { answer: string | null };
  /** The provider, in this process. */
  readonly sandbox: RunningSandbox;
  /** The settings as they would stand in the file. */
  readonly settings: () => StoredSettings;
  /** The id of the profile in use. */
  readonly profile: () => string;
  /** Ids of things that exist: a payout, a profile, and at Blaaiz a customer, its document, a page of the tray and a wallet, at Kira an account and a recipient. */
  readonly ids: readonly string[];
  ask(channel: Channel, request: unknown, event?: unknown): Promise<Answer>;
  /** Sets up and opens a profile again, if something locked. */
  open(): Promise<void>;
  /** Goes back to a profile that answers, whatever earlier requests did to it. */
  home(): Promise<void>;
  /** Ends the app and keeps its folder and its provider; for looking at what it left behind. */
  end(): Promise<void>;
  close(): Promise<void>;
};

/** How a {@link TestDoor} is opened: at which provider, what stands between the app and it, whether the vault is kept on the disk, and the
 *  sandbox's own options. */
export type DoorOptions = { readonly provider?: ProviderId; readonly through?: (fetch: Fetch) => Fetch; readonly kept?: boolean; readonly sandbox?: SandboxOptions; readonly builtIn?: SandboxOptions };

type Ask = TestDoor['ask'];
type Home = { readonly add: object; readonly secrets: readonly (readonly [string, string])[]; readonly fill: (ask: Ask) => Promise<readonly string[]> };

/** Opens the {@link TestDoor} on a profile with something in it. */
export async function openTestDoor(options: DoorOptions = {}): Promise<TestDoor> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-door-'));
  const sandbox = await startSandbox({ controls: true, timeScale: 60, ...options.sandbox });
  if (options.sandbox?.controls !== false) await fetch(`${sandbox.url}/__sandbox/settings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"rate_limit":1000000}' });
  let kept: StoredSettings = defaultSettings;
  const settings = createSettings({ load: () => kept, save: (next) => { kept = next; }, setAside: () => undefined });
  const log: string[] = [];
  const reports: string[] = [];
  const told: { event: string; payload: unknown }[] = [];
  const clipboard = { written: [] as string[], holds: '' };
  const dialog = { answer: null as string | null };
  const listeners = new Map<string, (event: unknown, request: unknown) => Promise<Answer>>();
  const house = await createHouse({
    folder, settings, log: createLog({ sinks: [{ write: (line) => { log.push(line); } }] }), version: '0', platform: 'linux',
    tell: (event, payload) => { told.push({ event, payload }); }, chooseFolder: async () => dialog.answer, saveFile: async () => dialog.answer,
    chooseBackup: { folder: async () => dialog.answer, file: async () => dialog.answer }, scanners: noScanners(),
    clipboard: { write: (text) => { clipboard.written.push(text); clipboard.holds = text; }, read: () => clipboard.holds },
    fetch: (options.through ?? ((each) => each))(loopbackFetch), sandbox: { ...options.builtIn }, sandboxWorker: fileURLToPath(new URL('../../../out/main/sandbox.cjs', import.meta.url)),
  });
  openDoor({
    ipc: { handle: (channel: string, listener: never) => { listeners.set(channel, listener); }, removeHandler: () => undefined },
    knownWindow: (id) => id === 1, report: (event, channel, detail) => { reports.push(`${event} ${channel} ${detail}`); },
    handlers: createHandlers({ ...house, now: () => Date.now(), windowAction: () => undefined, openHelp: async () => undefined }),
  });
  await house.lifecycle.start();
  const ask: Ask = (channel, request, event = ourPage) => listeners.get(channel)?.(event, request) ?? Promise.reject(new Error(`No such channel: ${channel}`));
  const { add, secrets, fill } = (options.provider === 'kira' ? kiraHome : blaaizHome)(sandbox);
  const setUp = () => ask('vault.setUp', options.kept ? { mode: 'passphrase', passphrase } : { mode: 'session-only' });
  let profile = '';
  const open = async () => {
    await setUp();
    profile = idOf(await ask('profiles.add', { ...add, name: `Door ${Math.random()}` }));
    await ask('profiles.choose', { id: profile });
  };
  await open();
  const ids = [...await fill(ask), profile];
  const home = async () => {
    await setUp();
    for (const [field, value] of secrets) await ask('profiles.replaceSecret', { id: profile, field, value });
    const chosen = await ask('profiles.choose', { id: profile });
    if (!chosen.ok) await open();
  };
  return {
    folder, log, reports, told, clipboard, dialog, sandbox, settings: () => kept, profile: () => profile, ids, ask, open, home,
    end: () => house.close(),
    close: async () => {
      await house.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function blaaizHome({ url, blaaiz }: RunningSandbox): Home {
  const { client_id: clientId, client_secret: clientSecret, scope } = blaaiz;
  return {
    add: { provider: 'blaaiz', env: 'sandbox', baseUrl: url, clientId, clientSecret, scopes: scope.split(' ').slice(0, 40) },
    secrets: [['client_id', clientId], ['client_secret', clientSecret]], fill: fillBlaaiz,
  };
}

function kiraHome({ kira }: RunningSandbox): Home {
  const { client_id: clientId, password, api_key: apiKey } = kira;
  return {
    add: { provider: 'kira', env: 'sandbox', baseUrl: `${kira.url}/sandbox`, clientId, password, apiKey, kira: { codeMailbox: '', codeNeeded: true, apiVersion: null } },
    secrets: [['client_id', clientId], ['password', password], ['x-api-key', apiKey]], fill: fillKira(kira.virtual_account_fiat),
  };
}

/** What a test may reach. Hostile profiles name foreign hosts; they must neither be asked nor waited for. */
const loopbackFetch: Fetch = (url, init) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
  ? fetch(url, init) : Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }) }));

async function fillBlaaiz(ask: Ask): Promise<readonly string[]> {
  const customer = idOf(await ask('customers.save', { id: null, fields: { ...emptyCustomerFields, firstName: 'Ada', lastName: 'Obi' } }));
  const document = await fillSlot(ask, customer);
  const payout = idOf(await ask('payouts.save', { id: null, revision: 0, draft: { ...emptyPayoutDraft, customerId: customer } }));
  const wallets = await ask('wallets.list', { fresh: true });
  const [page] = (await ask('captures.add', { name: 'a.jpg', source: 'file', bytes: smallPhoto, pages: 1 })).value as { id: string }[];
  return [customer, document, String(page?.id), payout, String((wallets.value as { wallets: { id: string }[] }).wallets[0]?.id)];
}

/** The smallest file that passes for a photo. */
const smallPhoto = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1);

/** Brings a page into the tray and makes it a customer's passport page; gives the document's id. */
export async function fillSlot(ask: Ask, customerId: string): Promise<string> {
  const added = await ask('captures.add', { name: 'a.jpg', source: 'file', bytes: smallPhoto, pages: 1 });
  const captureIds = (added.value as { id: string }[]).map(({ id }) => id);
  const evidence = [goodEvidence({ ...emptyCustomerFields, firstName: 'Ada', lastName: 'Obi' }, 'identity')];
  return idOf(await ask('documents.place', { customerId, slot: 'identity', captureIds, name: 'a.jpg', bytes: smallPhoto, evidence }));
}

const fillKira = (account: string) => async (ask: Ask): Promise<readonly string[]> => {
  await ask('accounts.list', { fresh: true });
  const book = (await ask('recipients.list', { query: '', fresh: true })).value as { id: string }[];
  const draft = { ...emptyPayoutDraft, walletId: account, payeeId: String(book[0]?.id), kira: { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: '', internalNotes: '' } };
  return [idOf(await ask('payouts.save', { id: null, revision: 0, draft })), account, String(book[0]?.id)];
};

/** The id in a good answer. */
export function idOf(answer: Answer): string {
  if (!answer.ok) throw new Error(`${answer.error?.code}: ${answer.error?.message}`);
  return (answer.value as { id: string }).id;
}

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccounts, type Accounts } from '../../../main/accounts/accounts.ts';
import type { Fetch } from '../../../main/providers/http-types.ts';
import type { KiraProvider } from '../../../main/providers/provider.ts';
import { createRecipientDesk, type Recipients } from '../../../main/recipients/recipients.ts';
import { startSandbox, type RunningSandbox } from '../../../main/sandbox/server.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { RecipientFields } from '../../../preload/contract/recipients.ts';
import { swiftForm, wireForm } from '../../preload/contract/recipient-forms.ts';
import { good } from '../customers/desk.ts';
import { kiraAt } from '../providers/support/kira.ts';
import { memoryStore } from '../store/open.ts';

let sandbox: RunningSandbox;
let kira: KiraProvider;
let accounts: Accounts;
let recipients: Recipients;
let loseAnswer: boolean;
beforeEach(async () => {
  sandbox = await startSandbox();
  loseAnswer = false;
  const { client_id: clientId, password, api_key: apiKey } = sandbox.kira;
  const cutting: Fetch = async (url, init) => {
    const reply = await fetch(url, init);
    if (!loseAnswer || init.method !== 'POST' || !url.endsWith('/recipients')) return reply;
    loseAnswer = false;
    await reply.arrayBuffer();
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
  };
  kira = kiraAt(sandbox.kira.url, { credentials: () => Promise.resolve(ok({ clientId, password, apiKey })) }, { clock: Date.now, fetch: cutting }).kira;
  const common = { store: memoryStore(), profileId: 'p', provider: () => kira, clock: Date.now, ids: randomUUID, actor: () => 'Femke Osei', notify: () => undefined };
  accounts = createAccounts(common);
  recipients = createRecipientDesk({ ...common, accounts });
  good(await accounts.handlers['accounts.list']({ fresh: true }));
});
afterEach(() => sandbox.close());

const owner = () => accounts.users()[0]?.id ?? '';
const list = async () => good(await recipients.handlers['recipients.list']({ query: '', fresh: true }));
const drafted = async (form: RecipientFields) => good(await recipients.handlers['recipients.save']({ id: null, fields: { ...form, userId: owner() } }));
const create = async (id: string) => good(await recipients.handlers['recipients.create']({ id }));

describe('recipients at the built-in sandbox', () => {
  it('are taken over with what a wire and a SWIFT payment need; other rails are left out', async () => {
    const [wire, swift, ...others] = await list();
    expect([wire?.remoteId, wire?.fields.rail, swift?.remoteId, swift?.fields.rail, others]).toEqual([sandbox.kira.recipient_wire, 'wire', sandbox.kira.recipient_swift, 'swift', []]);
  });

  it.each([['wire', wireForm], ['swift', swiftForm]] as const)('trap 11: by %s come to be as they were filled in, whole', async (_rail, form) => {
    const made = await create((await drafted(form)).id);
    expect(made).toMatchObject({ state: 'there', remoteId: expect.any(String), problem: null, fields: { bankState: form.bankState, bankPostalCode: form.bankPostalCode } });
    expect((await list()).filter(({ id }) => id === made.id)).toEqual([made]);
  });

  it('trap 5: are there once when the answer was lost', async () => {
    const { id } = await drafted(swiftForm);
    loseAnswer = true;
    expect(await create(id)).toMatchObject({ state: 'unknown', problem: { code: 'outcome-unknown' } });
    const made = await create(id);
    const there = good(await kira.recipients([owner()]));
    expect([made.state, there.filter(({ remoteId }) => remoteId === made.remoteId).length, there.length, (await list()).length]).toEqual(['there', 1, 3, 3]);
  });

  it('the accounts of the sandbox are read, and money that came in is told', async () => {
    expect(accounts.desk.find(sandbox.kira.virtual_account_fiat)).toMatchObject({ readiness: 'ready', mode: 'fiat', balance: { minor: 2_500_000, currency: 'USD' } });
    expect(good(await accounts.handlers['accounts.deposits']({ accountId: sandbox.kira.virtual_account_fiat }))).toEqual({ deposits: [] });
  });
});

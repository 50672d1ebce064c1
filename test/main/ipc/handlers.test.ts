import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AppDoor } from '../../../main/ipc/app-handlers.ts';
import type { Handler } from '../../../main/ipc/door.ts';
import { createHandlers } from '../../../main/ipc/handlers.ts';
import type { Session } from '../../../main/session/session.ts';
import { channels, type Channel } from '../../../preload/contract/channels.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { openDesk } from '../payouts/desk.ts';
import { desk as customerDesk } from '../customers/desk.ts';
import { createAccounts } from '../../../main/accounts/accounts.ts';
import { createAway } from '../../../main/away/away.ts';
import type { AwayDeps } from '../../../main/away/ports.ts';
import { createBackups } from '../../../main/backup/backups.ts';
import type { BackupDeps } from '../../../main/backup/ports.ts';
import { createScanDesk } from '../../../main/documents/scan.ts';
import { createRecipientDesk } from '../../../main/recipients/recipients.ts';
import { systemTimers } from '../../../main/vault/timers.ts';
import { noScanning } from '../scanner/no-scanners.ts';
import { quietAuditDesk } from '../audit/quiet-desk.ts';
import { countingIds, memoryStore } from '../store/open.ts';
import { validRequests } from '../../security/support/valid-requests.ts';

const ofSession = channels.filter((channel) => !/^(app|vault|profiles|backup)\./.test(channel));

function handlersOver(session: () => Session | null) {
  const door = { lifecycle: { session }, book: {}, backups: createBackups({} as BackupDeps) } as unknown as AppDoor;
  const handlers = createHandlers(door);
  return { handlers, ask: <C extends Channel>(channel: C): Promise<Result<unknown, AppError>> => (handlers[channel] as Handler<C>)(validRequests[channel]) };
}

const needs = (id: string) => ({ kind: 'customer', customer: { id }, why: '' });
const payoutHalf = { needsYou: [needs('p')], onTheWay: [], onTheWayCount: 2, watched: 3, watchedUntil: 4, mayLeave: [], drafts: 5 };
const customerHalf = { needsYou: [needs('c')], beingVerified: [{ id: 'v' }], customers: 6 };

function halves(payouts: object): Session {
  return {
    accounts: { handlers: {} }, recipients: { handlers: {} }, scan: { handlers: {} }, away: { handlers: {} }, auditLog: { handlers: {} },
    payouts: { handlers: {}, today: async () => ok(payoutHalf), search: async () => ok({ payouts: [{ id: 'p' }], payees: [{ id: 'b' }] }), ...payouts },
    customers: { handlers: {}, today: () => customerHalf, search: (query: string) => [{ id: `c:${query}` }] },
  } as unknown as Session;
}

describe('the handlers', () => {
  it('answer every channel of the contract and no other', () => {
    const { handlers } = handlersOver(() => null);
    expect(Object.keys(handlers).toSorted()).toEqual([...channels].toSorted());
  });

  it.each(ofSession)('answer %s with locked while no session is open', async (channel) => {
    expect(await handlersOver(() => null).ask(channel)).toMatchObject({ ok: false, error: { code: 'locked', fix: expect.any(String) } });
  });

  it('reach a desk of the session for every other channel', async () => {
    const payouts = openDesk();
    onTestFinished(() => { payouts.close(); });
    const customers = await customerDesk();
    const store = memoryStore();
    onTestFinished(() => { store.close(); });
    const accounts = createAccounts({ store, profileId: 'p', provider: () => null, clock: Date.now, notify: () => undefined });
    const recipients = createRecipientDesk({ store, profileId: 'p', provider: () => null, accounts, clock: Date.now, ids: countingIds(), actor: () => 'A', notify: () => undefined });
    const scan = createScanDesk({ ...noScanning(), clock: Date.now, timers: systemTimers, keepCapture: async () => ok(null) });
    const session = { payouts: payouts.desk(), customers: customers.customers, accounts, recipients, scan, away: createAway({ store, profileId: 'p', clock: Date.now, stakes: payouts.desk().stakes } as unknown as AwayDeps), auditLog: quietAuditDesk(store), mailbox: async () => ok([]) } as unknown as Session;
    const { ask } = handlersOver(() => session);
    const codes = await Promise.all(ofSession.map(async (channel) => {
      const answer = await ask(channel);
      return answer.ok ? 'ok' : answer.error.code;
    }));
    expect(codes).not.toContain('locked');
    // A channel that no desk has would have thrown.
    expect(codes).toHaveLength(ofSession.length);
  });

  it('ask for the session anew each time', async () => {
    let session: Session | null = null;
    const { ask } = handlersOver(() => session);
    expect(await ask('today.summary')).toMatchObject({ ok: false });
    session = halves({});
    expect(await ask('today.summary')).toMatchObject({ ok: true });
    session = null;
    expect(await ask('today.summary')).toMatchObject({ ok: false, error: { code: 'locked' } });
  });
});

describe('what two desks answer together', () => {
  it('is the whole day: payouts that need a person before customers that do', async () => {
    const answer = await handlersOver(() => halves({})).ask('today.summary');
    expect(answer).toEqual(ok({ ...payoutHalf, ...customerHalf, needsYou: [needs('p'), needs('c')] }));
  });

  it('is one search over all three', async () => {
    const { handlers } = handlersOver(() => halves({}));
    expect(await handlers['search.all']({ query: 'roy' })).toEqual(ok({ payouts: [{ id: 'p' }], payees: [{ id: 'b' }], customers: [{ id: 'c:roy' }] }));
  });

  it('is the error when one half has none', async () => {
    const broken = fail(appError('storage', 'Not readable.'));
    const { ask } = handlersOver(() => halves({ today: vi.fn(async () => broken), search: vi.fn(async () => broken) }));
    expect([await ask('today.summary'), await ask('search.all')]).toEqual([broken, broken]);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { createAnchor, type AnchorPlace } from '../../../main/audit/anchors.ts';
import { createAudit, type Audit } from '../../../main/audit/audit.ts';
import { createAuditDesk, type AuditDesk } from '../../../main/audit/audit-desk.ts';
import { serviceName } from '../../../main/vault/secret-store.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import type { AuditState } from '../../../preload/contract/audit-log.ts';
import { fakeTime, watchedStore } from '../vault/fakes.ts';

const key = Buffer.alloc(32, 7);
const modes = { keychain: 'keychain', 'sealed-file': 'passphrase', none: 'session-only' } as const;

/** A real encrypted store in a folder of its own, a keychain in memory, and the desk over both; `open` is the app's start, `shut` its end. */
export function auditRig(place: AnchorPlace = 'keychain') {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-audit-'));
  const file = join(folder, 'bursar.db');
  const time = fakeTime();
  const keychain = watchedStore();
  const vault = { secrets: keychain, id: () => 'vault', state: () => ({ mode: modes[place] }) };
  const markRestored = vi.fn();
  const recover = vi.fn();
  const notify = vi.fn();
  let added = 0;
  const saveFile = vi.fn(async (name: string): Promise<string | null> => join(folder, name));

  /** The encrypted file without the app: as somebody with the key and a database tool has it. */
  const openStore = (): Database => {
    const opened = openDatabase({ file, key, clock: time.now });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };
  const open = async (): Promise<Desk> => {
    const store = openStore();
    const audit = createAudit(store, 'p');
    const desk = createAuditDesk({
      store, profile: { id: 'p', name: 'Northgate Ltd' }, anchor: createAnchor(vault, 'p'), clock: time.now, timers: time.timers, actor: () => 'Femke',
      notify, saveFile, version: '9.9.9', markRestored, recover,
    });
    await desk.start();
    return {
      store, audit, desk,
      add: (count) => {
        store.transaction(() => {
          for (let each = 0; each < count; each += 1) audit.append({ at: time.now(), actor: 'Femke', what: 'payout.queue', subjectKind: 'payout', subjectId: `x${added += 1}`, detail: { revision: 1 } });
        });
      },
      state: async () => valueOf(await desk.handlers['audit.state']({})),
      verify: async () => valueOf(await desk.handlers['audit.verify']({})),
      accept: async (reason = 'The disk was put back by hand.') => valueOf(await desk.handlers['audit.accept']({ reason })),
      shut: async () => {
        await desk.close();
        store.close();
      },
      crash: () => { store.close(); },
    };
  };
  return {
    folder, file, key, time, keychain, markRestored, recover, notify, saveFile, open,
    /** Lets the timers come, and what they began end. */
    pass: async (ms: number) => {
      time.advance(ms);
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
    },
    /** Changes the file as somebody who isn't the app, with the app's own guards taken off. */
    tamper: (...statements: readonly string[]) => {
      const store = openStore();
      for (const trigger of ['audit_keep', 'audit_stay', 'audit_at_end']) store.run(`DROP TRIGGER IF EXISTS ${trigger}`);
      for (const statement of statements) store.run(statement);
      store.close();
    },
    /** Starts, adds rows, anchors them and ends. */
    fill: async (count: number) => {
      const app = await open();
      await app.verify();
      app.add(count);
      await app.shut();
    },
    /** Takes the note out of the keychain. */
    forget: () => keychain.remove(serviceName, 'vault/audit/p'),
    remove: () => { rmSync(folder, { recursive: true, force: true }); },
  };
}

/** The app at work on its log. */
export type Desk = {
  readonly store: Database;
  readonly audit: Audit;
  readonly desk: AuditDesk;
  readonly add: (count: number) => void;
  readonly state: () => Promise<AuditState>;
  readonly verify: () => Promise<AuditState>;
  readonly accept: (reason?: string) => Promise<AuditState>;
  readonly shut: () => Promise<void>;
  readonly crash: () => void;
};

/** What a call gave; fails where it gave an error. */
export function valueOf<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } }): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

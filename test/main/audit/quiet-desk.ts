import { createAuditDesk, type AuditDesk } from '../../../main/audit/audit-desk.ts';
import type { Database } from '../../../main/store/database.ts';
import { ok } from '../../../preload/contract/result.ts';

/** The desk over a log whose end is noted nowhere, for tests of what stands around it. */
export function quietAuditDesk(store: Database): AuditDesk {
  return createAuditDesk({
    store, profile: { id: 'p', name: 'P' }, anchor: { place: 'none', read: async () => ok(null), write: async () => ok(undefined) }, clock: Date.now, actor: () => 'A',
    notify: () => undefined, saveFile: async () => null, version: '0', markRestored: () => undefined, recover: () => undefined,
  });
}

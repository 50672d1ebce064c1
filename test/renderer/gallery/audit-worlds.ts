import type { AuditState } from '../../../preload/contract/audit-log.ts';
import { acceptedLog, auditHandlers, brokenLog, goneLog, unreadLog } from '../fake/audit-logs.ts';
import { soundLog } from '../fake/guard-handlers.ts';
import type { Handlers } from '../fake/handlers.ts';

const logs: Readonly<Record<string, AuditState>> = { 'audit-broken': brokenLog, 'audit-accepted': acceptedLog, 'audit-gone': goneLog, 'audit-unread': unreadLog };

/** Worlds that differ by the state of their audit log. */
export const auditWorlds = Object.fromEntries(Object.keys(logs).map((name) => [name, () => undefined]));

/** The audit log of a world; sound where the world says nothing of it. */
export function auditOf(name: string): Partial<Handlers> {
  return auditHandlers(logs[name] ?? soundLog);
}

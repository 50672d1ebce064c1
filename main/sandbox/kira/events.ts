import { createHmac } from 'node:crypto';
import type { World } from '../world.ts';
import { isLoopback } from '../webhooks.ts';

/** Lower-case hex HMAC-SHA256 over the raw body (Kira guide: Webhooks). */
export function signKira(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Queues an event for the registered address, if there is one; `payout.status_changed` comes in the nested envelope, as the provider sends it.
 *  An `event_id` is added to the data. */
export function announceKira(world: World, event: string, data: Readonly<Record<string, unknown>>): void {
  const { webhook, deliveries } = world.state.kira;
  if (!webhook) return;
  const eventId = world.ids.uuid();
  const at = new Date(world.clock.now()).toISOString();
  const inner = event === 'payout.status_changed' ? { event_id: eventId, event_type: event, created_at: at, data } : { event_id: eventId, ...data };
  const body = JSON.stringify({ event, data: inner });
  const id = world.ids.uuid();
  const here = isLoopback(webhook.url);
  const signature = webhook.secret === null ? '' : signKira(webhook.secret, body);
  deliveries.push({ id, url: webhook.url, event, body, signature, state: here ? 'waiting' : 'skipped', attempts: [] });
  if (here) world.scheduler.plan('kira-deliver', id, 0);
}

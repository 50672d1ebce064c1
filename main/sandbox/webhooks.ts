import { createHmac } from 'node:crypto';
import { isoMicros } from './clock.ts';
import type { Delivery, WebhookRecord } from './model.ts';
import { scaled, type World } from './world.ts';

const MAX_ATTEMPTS = 10;
const FIRST_WAIT_S = 300;
const LONGEST_WAIT_S = 86_400;
const ANSWER_LIMIT_MS = 10_000;

/** Lower-case hex HMAC-SHA256 over `timestamp.body` (Blaaiz guide: Webhook signature verification). */
export function sign(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** Whether the sandbox would send to this address: this machine only. */
export function isLoopback(url: string): boolean {
  const host = new URL(url).hostname;
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Queues an event for the business's registered address, if it has one. */
export function announce(world: World, businessId: string, to: 'payout_url' | 'collection_url', event: object): void {
  const record = world.state.webhooks.find((one) => one.business_id === businessId);
  if (!record) return;
  const delivery: Delivery = {
    id: world.ids.uuid(), business_id: businessId, url: record[to], body: JSON.stringify(event),
    state: isLoopback(record[to]) ? 'waiting' : 'skipped', attempts: [],
  };
  world.state.deliveries.push(delivery);
  if (delivery.state === 'waiting') world.scheduler.plan('deliver', delivery.id, 0);
}

/** Seconds before the next attempt, before scaling: doubling from five minutes, capped at a day, give or take a fifth. */
export function retryWait(attemptsSoFar: number, fraction: number): number {
  const wait = Math.min(FIRST_WAIT_S * 2 ** (attemptsSoFar - 1), LONGEST_WAIT_S);
  return wait * (0.8 + 0.4 * fraction);
}

/** What may be bent on purpose when an event is sent. */
export interface Bend {
  readonly badSignature?: boolean;
  /** Seconds by which the timestamp is older than now. */
  readonly ageSeconds?: number;
}

/** Makes one attempt; the result is written down and a retry planned when it failed. */
export function attemptDelivery(world: World, deliveryId: string, save: () => void): void {
  const delivery = world.state.deliveries.find((one) => one.id === deliveryId);
  const record = world.state.webhooks.find((one) => one.business_id === delivery?.business_id);
  if (!delivery || !record) return;
  const attempt = send(world, delivery, record, {}).then((status) => {
    note(world, delivery, status);
    save();
  });
  world.inFlight.add(attempt);
  void attempt.finally(() => world.inFlight.delete(attempt));
}

/** Sends an event once, bent or not, outside the retry plan; resolves to the status or null. */
export async function send(
  world: World, delivery: Delivery, record: WebhookRecord, bend: Bend,
): Promise<number | null> {
  const timestamp = String(Math.floor(world.clock.now() / 1000) - (bend.ageSeconds ?? 0));
  const secret = bend.badSignature === true ? `${record.signing_secret}x` : record.signing_secret;
  try {
    const reply = await fetch(delivery.url, {
      method: 'POST', body: delivery.body, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      headers: {
        'Content-Type': 'application/json', 'x-blaaiz-timestamp': timestamp,
        'x-blaaiz-signature': sign(secret, timestamp, delivery.body),
      },
    });
    await reply.body?.cancel();
    return reply.status;
  } catch {
    return null;
  }
}

function note(world: World, delivery: Delivery, status: number | null): void {
  delivery.attempts.push({ at: isoMicros(world.clock.now()), status });
  if (status !== null && status >= 200 && status < 300) delivery.state = 'delivered';
  else if (delivery.attempts.length >= MAX_ATTEMPTS) delivery.state = 'given-up';
  else {
    const wait = scaled(world, retryWait(delivery.attempts.length, world.ids.fraction()));
    world.scheduler.plan('deliver', delivery.id, wait);
  }
}

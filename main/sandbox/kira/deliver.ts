import { isoMicros } from '../clock.ts';
import { scaled, type World } from '../world.ts';
import { signKira } from './events.ts';
import type { KiraProfile, KiraState } from './model.ts';

/** One event on its way to the registered address. */
export type KiraDelivery = KiraState['deliveries'][number];

const ANSWER_LIMIT_MS = 30_000;
const MINUTE_S = 60;
const again = [1, 5, 15, 60];

/** Seconds before each repeat: the middle generation sends once, the others four times more (Kira guide: Webhooks). */
export const repeats: Readonly<Record<KiraProfile, readonly number[]>> = {
  G1: again.map((minutes) => minutes * MINUTE_S), G2: [], G3: again.map((minutes) => minutes * MINUTE_S),
};

/** Makes one attempt; the result is written down, and a repeat planned when the answer allows for one. */
export function attemptKiraDelivery(world: World, id: string, save: () => void): void {
  const delivery = world.state.kira.deliveries.find((one) => one.id === id);
  if (!delivery) return;
  const attempt = sendKira(delivery, delivery.signature).then((status) => {
    note(world, delivery, status);
    save();
  });
  world.inFlight.add(attempt);
  void attempt.finally(() => world.inFlight.delete(attempt));
}

/** Sends an event once with this signature (none when empty), outside the plan of repeats; resolves to the status or null. */
export async function sendKira(delivery: KiraDelivery, signature: string): Promise<number | null> {
  try {
    const reply = await fetch(delivery.url, {
      method: 'POST', body: delivery.body, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'node', ...(signature === '' ? {} : { 'x-signature-sha256': signature }) },
    });
    await reply.body?.cancel();
    return reply.status;
  } catch {
    return null;
  }
}

/** A signature that is right in form and wrong in fact. */
export function wrongSignature(delivery: KiraDelivery): string {
  return signKira('another secret', delivery.body);
}

function note(world: World, delivery: KiraDelivery, status: number | null): void {
  delivery.attempts.push({ at: isoMicros(world.clock.now()), status });
  const wait = repeats[world.state.kira.tenant.profile][delivery.attempts.length - 1];
  if (status !== null && status >= 200 && status < 300) delivery.state = 'delivered';
  else if (wait === undefined || !mayCome(status)) delivery.state = 'given-up';
  else world.scheduler.plan('kira-deliver', delivery.id, scaled(world, wait));
}

// Any other 4xx is the receiver's last word.
function mayCome(status: number | null): boolean {
  return status === null || status === 408 || status === 429 || status >= 500;
}

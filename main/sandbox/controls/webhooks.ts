import { z } from 'zod';
import { type Control, control } from './control.ts';
import { notFound, ok } from '../errors.ts';
import { send } from '../webhooks.ts';

const bend = z.strictObject({ bad_signature: z.boolean().default(false), age_seconds: z.number().default(0) });

/** Controls over webhook deliveries: read them, and send one again, bent if wished. */
export const webhookControls: readonly Control[] = [
  control('GET', 'webhooks', z.object({}), ({ world }) => ok(world.state.deliveries.map((delivery) => ({
    ...delivery, body: JSON.parse(delivery.body) as unknown,
  })))),
  control('POST', 'webhooks/:delivery/send', bend, async ({ world }, given, param) => {
    const delivery = world.state.deliveries.find((one) => one.id === param('delivery'));
    const record = world.state.webhooks.find((one) => one.business_id === delivery?.business_id);
    if (!delivery || !record || delivery.state === 'skipped') throw notFound('Delivery not found');
    const status = await send(world, delivery, record, { badSignature: given.bad_signature, ageSeconds: given.age_seconds });
    return ok({ status });
  }),
];

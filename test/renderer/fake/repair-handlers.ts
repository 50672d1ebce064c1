import type { Repair } from '../../../preload/contract/repairs.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { Handlers } from './handlers.ts';
import { changed, type World } from './world.ts';

type Repairing = Pick<Handlers, Extract<keyof Handlers, `repairs.${string}`>>;

/** Repairs as main would keep them; the money is never seen back by itself. */
export function repairHandlers(world: World): Repairing {
  const find = (id: string) => world.repairs.find(({ payout }) => payout.id === id);
  const got = (id: string) => {
    const found = find(id);
    return found ? ok(found) : fail({ code: 'not-found' as const, message: 'There is nothing to repair here.' });
  };
  const change = (id: string, patch: Partial<Repair>) => {
    world.repairs = world.repairs.map((one) => (one.payout.id === id ? { ...one, ...patch } : one));
    changed(world, ['repairs', 'payouts']);
    return got(id);
  };
  const written = (reason: string) => ({ reason, by: 'Femke Osei', at: world.now() });
  return {
    'repairs.list': ({ closed }) => ok(world.repairs.filter((one) => (one.closed !== null) === closed)),
    'repairs.get': ({ id }) => got(id), 'repairs.checkMoney': ({ id }) => got(id),
    'repairs.waive': ({ id, reason }) => change(id, { waived: written(reason), released: true }),
    'repairs.close': ({ id, reason }) => change(id, { closed: written(reason) }),
  };
}

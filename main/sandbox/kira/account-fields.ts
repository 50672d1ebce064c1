import { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { KiraProfile } from './model.ts';
import { e4, e7 } from './respond.ts';
import { complaintsOf, metadata, uuid } from './schema.ts';
import type { World } from '../world.ts';

const destination = z.object({ currency: z.enum(['USDC', 'USDT']), network: z.enum(['solana', 'polygon', 'tron']), address: z.string().min(1) });
const schema = z.object({
  user_id: uuid, type: z.enum(['US_BANK', 'MX_SPEI']), bank: z.string().optional(), provider: z.string().optional(), mode: z.enum(['fiat', 'crypto']).optional(),
  destination: destination.optional(), description: z.string().optional(), metadata: metadata.optional(),
  markup: z.object({ fx_bps: z.number().optional(), fee_bps: z.number().optional() }).optional(),
});

const banks: Readonly<Record<KiraProfile, readonly string[]>> = {
  G1: ['slovak_savings_bank', 'austin_capital_trust'], G2: ['slovak_savings_bank', 'austin_capital_trust', 'zenus'], G3: ['jp_morgan', 'austin_capital_trust'],
};
const pairs = ['USDC/solana', 'USDC/polygon', 'USDT/polygon', 'USDT/tron'];

/** What a new account is asked to be. */
export interface AccountOrder {
  readonly userId: string;
  readonly type: string;
  readonly bank: string | null;
  readonly mode: 'fiat' | 'crypto';
  readonly destination: z.infer<typeof destination> | null;
  readonly description: string;
}

/** A new account as sent; throws the 400 with each field's name glued into its message (Kira guide: Virtual accounts). */
export function readAccount(world: World, profile: KiraProfile, body: unknown): AccountOrder {
  const result = schema.safeParse(body);
  if (!result.success) throw new Refusal(e4(...complaintsOf(result.error.issues, body).map(({ path, message }) => `${path} is ${message}`)));
  const given = result.data;
  const mode = given.mode ?? (given.destination ? 'crypto' : 'fiat');
  if (mode === 'crypto') checkDestination(world, given.destination);
  return {
    userId: given.user_id, type: given.type, bank: bankOf(world, profile, given), mode, destination: given.destination ?? null,
    description: given.description ?? '',
  };
}

function bankOf(world: World, profile: KiraProfile, { type, bank, provider }: z.infer<typeof schema>): string | null {
  const name = bank ?? provider;
  if (type !== 'US_BANK') return null;
  if (name === undefined) throw new Refusal(e4('bank is bank is required for US_BANK virtual accounts'));
  if (!banks[profile].includes(name)) throw new Refusal(e7(world, 'Invalid bank'));
  return name;
}

function checkDestination(world: World, given: z.infer<typeof destination> | undefined): void {
  if (!given) throw new Refusal(e4('destination is destination is required for crypto mode virtual accounts'));
  const pair = `${given.currency}/${given.network}`;
  const allowed = pairs.includes(pair) || (pair === 'USDT/solana' && world.state.kira.settings.solana_usdt);
  if (!allowed) throw new Refusal(e7(world, `${given.currency} is not supported on ${given.network}`));
}

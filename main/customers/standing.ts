import type { CustomerState } from '../../preload/contract/customers.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { customerName, type CustomerRecord } from '../store/customers.ts';
import type { Context } from './context.ts';
import { look } from './follow.ts';

/** What a payout must know of its customer. */
export type Standing = { readonly remoteId: string | null; readonly state: CustomerState; readonly extraChecks: boolean; readonly name: string };

const standingOf = ({ remoteId, state, extraChecks, fields }: CustomerRecord): Standing => ({ remoteId, state, extraChecks, name: customerName(fields) });

/** Where a customer stands as last read; null when there is none. */
export function standing(context: Context, id: string): Standing | null {
  const record = context.customers.get(id);
  return record === null ? null : standingOf(record);
}

/** Where a customer stands at the provider now. Errors: as checking. */
export async function refresh(context: Context, id: string): Promise<Result<Standing, AppError>> {
  const looked = await look(context, id);
  return looked.ok ? ok(standingOf(looked.value)) : looked;
}

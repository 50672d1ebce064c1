import type { Reply } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { Context } from './context.ts';

/** How long a label is taken as read, in ms: 30 days. */
const keepFor = 30 * 24 * 3_600_000;
type Label = NonNullable<Reply<'customers.idLabel'>>;

/** What a country calls its tax or personal number, as the provider says; kept for a month, older when the provider can't be asked, null
 *  when it was never heard. */
export async function idLabel(context: Context, { country }: { readonly country: string }): Promise<Result<Reply<'customers.idLabel'>, AppError>> {
  const key = `id-label:${country.toUpperCase()}`;
  const kept = context.kept.get<Label>(key);
  if (kept !== null && context.clock() - kept.readAt < keepFor) return ok(kept.value);
  const provider = context.provider();
  const read = provider === null ? null : await provider.idLabel(country.toUpperCase());
  if (read === null || !read.ok) return ok(kept?.value ?? null);
  context.kept.put(key, read.value, context.clock());
  return ok({ ...read.value });
}

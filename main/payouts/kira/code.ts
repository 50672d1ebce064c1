import type { CodeState } from '../../../preload/contract/accounts.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { KiraProvider } from '../../providers/provider.ts';
import { connected, find, type Context } from '../context.ts';
import type { Checked } from '../lane.ts';
import type { KiraLaneDeps } from '../ports.ts';
import { tell, wrongState } from '../step.ts';
import { minutesLeft } from './prerequisites.ts';

/** Whether releasing asks for a code: fiat only, by the settings or because Kira asked for one (Kira guide: Payouts, one-time code). */
export function needsCode(ctx: Context, { settings }: KiraLaneDeps, { kira }: PayoutDraft): boolean {
  return kira?.mode === 'fiat' && codesAreAsked(ctx, settings().codeNeeded);
}

function codesAreAsked(ctx: Context, bySettings: boolean): boolean {
  return bySettings || ctx.codes.learnedNeeded();
}

/** Where the one-time code stands. */
export function codeState(ctx: Context, { settings }: KiraLaneDeps): CodeState {
  const { codeNeeded, codeMailbox } = settings();
  return { needed: codesAreAsked(ctx, codeNeeded), mailbox: codeMailbox === '' ? null : codeMailbox, ...ctx.codes.facts() };
}

/** Whether a code given for a payout can be of use. It is checked here as far as can be: a try at Kira is one of few. */
export function checkCode(ctx: Context, id: string, code: string | null): Checked {
  const { blockedUntil, expiresAt } = ctx.codes.facts();
  if (blockedUntil !== null) return fail(blocked(ctx));
  if (ctx.codes.othersLeave(id)) return fail(appError('conflict', 'Another payout is leaving with its code, and Kira knows one code at a time.', { fix: 'Wait until that one has left, then ask for a code for this one.' }));
  if (ctx.codes.isAsked()) return fail(appError('conflict', 'A new code is being asked for, and the one before no longer counts.', { fix: 'Wait for the mail and type its code.' }));
  if (code === null) return fail(appError('code-needed', 'Kira asks for a one-time code.', { fix: 'Ask for the code and type it in.' }));
  if (expiresAt !== null && expiresAt <= ctx.clock()) return fail(appError('code-needed', 'The code that was mailed has run out.', { fix: 'Ask for a new code.' }));
  return ok(null);
}

/** Whether a queued payout still has its code, and the code is still good: one that ran out on the way would cost a try. */
export function checkHeld(ctx: Context, id: string): Checked {
  const { expiresAt } = ctx.codes.facts();
  if (ctx.codes.has(id) && (expiresAt === null || expiresAt > ctx.clock())) return ok(null);
  return fail(appError('code-needed', ctx.codes.has(id) ? 'The code ran out before the payout left.' : 'The code is not kept any more.', { fix: 'Ask for a new code.' }));
}

const blocked = (ctx: Context) => appError('code-blocked', `Kira blocks codes after too many wrong ones, for ${minutesLeft(ctx)}.`, { fix: 'Wait until then and ask for a new code. Nothing was sent.' });

/** Has a new code mailed for a payout that is about to be released or sent again; the one before stops working, so it is refused while that may still
 *  be on its way or in use. Errors: code-blocked; conflict when asked again too soon, or while another payout leaves with a code. */
export function requestCode(ctx: Context, deps: KiraLaneDeps, id: string): Promise<Result<CodeState, AppError>> {
  return ctx.work.exclusive('code', async () => {
    const may = mayRequest(ctx, deps, id);
    if (!may.ok) return may;
    const provider = connected(ctx, deps.provider());
    if (!provider.ok) return provider;
    const sent = await askFor(ctx, provider.value);
    if (!sent.ok) {
      if (sent.error.code === 'code-blocked') ctx.codes.blocked();
      return sent;
    }
    ctx.codes.mailed(sent.value.expiresAt);
    tell(ctx, id, { source: 'you', what: 'Code asked for' });
    ctx.changed('payouts', id);
    return ok(codeState(ctx, deps));
  });
}

async function askFor({ codes }: Context, provider: KiraProvider): ReturnType<KiraProvider['sendCode']> {
  codes.asks(true);
  try {
    return await provider.sendCode();
  } finally {
    codes.asks(false);
  }
}

function mayRequest(ctx: Context, deps: KiraLaneDeps, id: string): Checked {
  const found = find(ctx, id);
  if (!found.ok) return found;
  const { state, draft } = found.value;
  if (state !== 'ready' && state !== 'unknown') return fail(wrongState(ctx, found.value));
  if (!needsCode(ctx, deps, draft)) return fail(appError('prerequisite', 'Kira asks for no code for this payout.', { fix: 'Release it without one.' }));
  const { blockedUntil, resendFrom } = ctx.codes.facts();
  if (blockedUntil !== null) return fail(blocked(ctx));
  if (ctx.codes.othersLeave(id)) return fail(appError('conflict', 'Another payout is leaving with its code: a new one would make it useless.', { fix: 'Wait until that one has left.' }));
  if (resendFrom === null || resendFrom <= ctx.clock()) return ok(null);
  const seconds = Math.ceil((resendFrom - ctx.clock()) / 1000);
  return fail(appError('conflict', 'A code was mailed just now: a new one would make it useless while it may still arrive.', { fix: `Look into the mailbox, or ask again in ${seconds} s.` }));
}

import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Time } from './time.ts';
import type { AppUnderFire } from './under-fire.ts';

/** Thrown by a question when the app's process has ended: whatever was being done is cut off there. The message is its last words on stderr. */
export class AppGone extends Error {}

/** Asks the app as its screens do, while time goes by. Throws {@link AppGone} when the process ended before it answered. */
export type Ask = <C extends Channel>(channel: C, request: Request<C>) => Promise<Result<Reply<C>, AppError>>;

async function lastWords(app: AppUnderFire): Promise<AppGone> {
  const { code, signal, stderr } = await app.ended;
  return new AppGone(`The app ended (${signal ?? code}${app.bullet().hit ? ', by its bullet' : ''}). Its last words:\n${stderr.slice(-2_000)}`);
}

/** Asks while time goes by as it does for everybody. */
export function createPlainAsk(app: () => AppUnderFire): Ask {
  return async (channel, request) => {
    const answer = await app().ask(channel, request);
    if ('gone' in answer) throw await lastWords(app());
    return answer;
  };
}

/** A way to ask the app of the moment. A locked app is unlocked first, as a person does on coming back. */
export function createAsk(time: Time, app: () => AppUnderFire): Ask {
  const once: Ask = async (channel, request) => {
    const answer = await time.during(app().ask(channel, request));
    if ('gone' in answer) throw await lastWords(app());
    return answer;
  };
  return async (channel, request) => {
    const answer = await once(channel, request);
    if (answer.ok || answer.error.code !== 'locked') return answer;
    await once('vault.unlock', {});
    return once(channel, request);
  };
}

/** The value of a result that must be good. */
export function good<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message} ${JSON.stringify(result.error.fields ?? [])}`);
  return result.value;
}

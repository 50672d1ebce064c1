import type { Reply, Request } from '../../../preload/contract/api.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { Desk } from '../../e2e/support/desk.ts';
import { isGone } from '../rig/app-process.ts';
import type { AppUnderFire } from '../under-fire.ts';

/** The app as the helpers of the end-to-end tests know it; an app that is gone throws. */
export function deskOf(app: AppUnderFire): Pick<Desk, 'ask'> {
  const ask = async <C extends Channel>(channel: C, request: Request<C>): Promise<Result<Reply<C>, AppError>> => {
    const answer = await app.ask(channel, request);
    if (isGone(answer)) throw new Error(`The app ended before it answered ${channel}`);
    return answer;
  };
  return { ask };
}

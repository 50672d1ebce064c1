import type { Reply, Request } from '../../../preload/contract/api.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';

/** One function a channel; the stand-in's answers are values like main's. */
export type Handlers = {
  readonly [C in Channel]: (request: Request<C>) => Result<Reply<C>, AppError> | Promise<Result<Reply<C>, AppError>>;
};

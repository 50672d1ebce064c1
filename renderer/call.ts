import type { BursarApi, Reply, Request } from '../preload/contract/api.ts';
import type { Channel } from '../preload/contract/channels.ts';
import type { AppError, ErrorCode, FieldIssue } from '../preload/contract/errors.ts';
import type { Result } from '../preload/contract/result.ts';
import { t } from './text.ts';

/** An expected failure as queries and mutations carry it: an {@link AppError} that can be thrown. */
export class CallError extends Error implements AppError {
  readonly code: ErrorCode;
  declare readonly fix?: string;
  declare readonly fields?: FieldIssue[];
  declare readonly reference?: string;

  constructor(error: AppError) {
    super(error.message);
    this.name = 'CallError';
    this.code = error.code;
    Object.assign(this, error);
  }
}

type Door = Record<string, Record<string, (request: unknown) => Promise<Result<unknown, AppError>>>>;

/** Asks main; expected failures come back as values. A broken door is a failure too, with the code `internal`. */
export async function ask<C extends Channel>(channel: C, request: Request<C>): Promise<Result<Reply<C>, AppError>> {
  const [group = '', verb = ''] = channel.split('.');
  try {
    // The contract types each function by its own channel; here the name is data, so the door is seen as a table.
    const door = window.bursar as unknown as Door & BursarApi;
    const answer = await door[group]?.[verb]?.(request);
    if (answer) return answer as Result<Reply<C>, AppError>;
  } catch {
    // Falls through: an exception across the door is a bug over there and says nothing a person could use.
  }
  return { ok: false, error: { code: 'internal', message: t('Bursar could not do that.'), fix: t('Close the app and open it again. Nothing has been sent.') } };
}

/** Asks main; expected failures are thrown as {@link CallError}, for React Query. */
export async function call<C extends Channel>(channel: C, request: Request<C>): Promise<Reply<C>> {
  const answer = await ask(channel, request);
  if (answer.ok) return answer.value;
  throw new CallError(answer.error);
}

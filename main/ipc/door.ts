import type { IpcMain } from 'electron';
import type { z } from 'zod';
import { api, type Reply, type Request } from '../../preload/contract/api.ts';
import { channels, type Channel } from '../../preload/contract/channels.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { senderComplaint, type Sender } from './sender.ts';

/** Answers one channel; what it throws is a bug and reaches the screen as `internal`. */
export type Handler<C extends Channel> = (request: Request<C>) => Promise<Result<Reply<C>, AppError>>;
/** One handler for every channel of the contract. */
export type Handlers = { readonly [C in Channel]: Handler<C> };

/** What the door needs: the raw IPC, the windows it serves, and where refusals and bugs are written. */
export type DoorOptions = {
  readonly ipc: Pick<IpcMain, 'handle' | 'removeHandler'>;
  readonly handlers: Handlers;
  readonly knownWindow: (webContentsId: number) => boolean;
  /** `errorName` is the class of the exception behind a bug, null for a refusal. */
  readonly report: (event: 'ipc-refused' | 'ipc-bug', channel: Channel, errorName: string | null) => void;
};

/** Opens the one door: every channel of the contract, each argument parsed strictly, each sender checked, each result tagged. */
export function openDoor(options: DoorOptions): void {
  for (const channel of channels) {
    options.ipc.handle(channel, (event: Sender, request: unknown) => answer(options, channel, event, request));
  }
}

async function answer(options: DoorOptions, channel: Channel, event: Sender, raw: unknown): Promise<Result<unknown, AppError>> {
  const complaint = senderComplaint(event, options.knownWindow);
  if (complaint) {
    options.report('ipc-refused', channel, null);
    // A rejected call is loud on the page too; nothing of ours ever sees this.
    throw new Error(`Refused: ${complaint}`);
  }
  // Bytes are no request, and would be read as a request with a key for each of them; an error would be read as one with a name.
  const parsed = api[channel].request.safeParse(ArrayBuffer.isView(raw) || raw instanceof Error ? undefined : raw);
  if (!parsed.success) return fail(malformed(parsed.error));
  try {
    const handler = options.handlers[channel] as (request: unknown) => Promise<Result<unknown, AppError>>;
    return await handler(parsed.data);
  } catch (bug) {
    options.report('ipc-bug', channel, bug instanceof Error ? bug.name : typeof bug);
    return fail(appError('internal', 'Something in Bursar went wrong, and it is our fault.', { fix: 'Nothing was sent. Try once more; if it stays, restart Bursar.' }));
  }
}

/** The most characters of a complaint about one field. */
const longestText = 200;

function malformed(problem: z.ZodError): AppError {
  // Cut short: an issue may name every unknown key, and an answer stays small whatever was asked.
  const fields = problem.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.').slice(0, longestText), message: issue.message.slice(0, longestText) }));
  return appError('validation', 'Some of what was entered can’t be taken.', { fix: 'Mend the fields named and try again.', fields });
}

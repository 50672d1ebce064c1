import type { Reply } from '../../preload/contract/api.ts';
import { channels, type Channel } from '../../preload/contract/channels.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { Session } from '../session/session.ts';
import { appHandlers, type AppChannel, type AppDoor } from './app-handlers.ts';
import type { Handler, Handlers } from './door.ts';

type SessionChannel = Exclude<Channel, AppChannel>;

const locked = appError('locked', 'Bursar is locked, or no profile is chosen.', { fix: 'Unlock it, then go on where you were.' });

/** Maps every channel of the contract to what answers it: the app itself, or the session that is open. */
export function createHandlers(door: AppDoor): Handlers {
  const ofApp = appHandlers(door);
  const ofSession = channels.filter((channel): channel is SessionChannel => !Object.hasOwn(ofApp, channel));
  const answers = ofSession.map((channel) => [channel, async (request: never) => {
    const session = door.lifecycle.session();
    return session ? answerIn(session, channel)(request) : fail(locked);
  }]);
  return { ...ofApp, ...(Object.fromEntries(answers) as Pick<Handlers, SessionChannel>) };
}

function answerIn<C extends SessionChannel>(session: Session, channel: C): Handler<C> {
  const { customers, accounts, recipients, payouts, scan, away, auditLog } = session;
  const table: Pick<Handlers, SessionChannel> = {
    ...customers.handlers, ...accounts.handlers, ...recipients.handlers, ...payouts.handlers, ...scan.handlers, ...away.handlers, ...auditLog.handlers,
    'practice.mailbox': async () => {
      const read = await session.mailbox();
      return read.ok ? ok([...read.value]) : read;
    },
    'today.summary': () => today(session),
    'search.all': ({ query }) => search(session, query),
  };
  return table[channel];
}

async function today({ payouts, customers }: Session): Promise<Result<Reply<'today.summary'>, AppError>> {
  const half = await payouts.today();
  if (!half.ok) return half;
  const other = customers.today();
  return ok({ ...half.value, ...other, beingVerified: [...other.beingVerified], needsYou: [...half.value.needsYou, ...other.needsYou] });
}

async function search({ payouts, customers }: Session, query: string): Promise<Result<Reply<'search.all'>, AppError>> {
  const found = await payouts.search({ query });
  return found.ok ? ok({ ...found.value, customers: [...customers.search(query)] }) : found;
}

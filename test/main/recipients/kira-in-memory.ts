import type { KiraProvider, RecipientOutcome, RemoteRecipient } from '../../../main/providers/provider.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import type { RecipientFields } from '../../../preload/contract/recipients.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

/** What goes wrong with the next creation: lost on the way there, lost on the way back, refused, or answered with something else. */
export type Mishap =
  | { readonly kind: 'lost-there' | 'lost-back' }
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'answers'; readonly recipient: RemoteRecipient };

/** Kira's recipients in memory: a key makes one recipient for 24 h, lists hold every one, nothing is ever changed or deleted. */
export type KiraInMemory = Pick<KiraProvider, 'recipients' | 'composeRecipient' | 'createRecipient'> & {
  readonly there: RemoteRecipient[];
  /** Every key and body that arrived or was sent in vain. */
  readonly sent: { readonly key: string; readonly body: string }[];
  readonly lists: string[][];
  mishap: Mishap | null;
  /** Every call fails so. */
  down: AppError | null;
  /** The next creation waits until the function handed back is called. */
  hold(): () => void;
};

const day = 24 * 3_600_000;

/** Makes Kira's recipients, with the clock that keys age by. */
export function kiraInMemory(clock: () => number): KiraInMemory {
  const keys = new Map<string, { readonly at: number; readonly recipient: RemoteRecipient }>();
  let held: Promise<void> = Promise.resolve();
  const arrive = (key: string, body: string): RemoteRecipient => {
    const known = keys.get(key);
    if (known !== undefined && clock() - known.at < day) return known.recipient;
    const recipient = { remoteId: `remote-${self.there.length + 1}`, fields: JSON.parse(body) as RecipientFields };
    self.there.push(recipient);
    keys.set(key, { at: clock(), recipient });
    return recipient;
  };
  const answer = (key: string, body: string): RecipientOutcome => {
    const mishap = self.mishap;
    self.mishap = null;
    if (mishap?.kind === 'refused') return { kind: 'refused', error: mishap.error };
    if (mishap?.kind === 'lost-there') return { kind: 'unknown', cause: 'no answer came in time' };
    const recipient = arrive(key, body);
    if (mishap?.kind === 'lost-back') return { kind: 'unknown', cause: 'the line broke' };
    return { kind: 'made', recipient: mishap?.kind === 'answers' ? mishap.recipient : recipient };
  };
  const self: KiraInMemory = {
    there: [], sent: [], lists: [], mishap: null, down: null,
    hold: () => {
      let release = () => undefined as void;
      held = new Promise((resolve) => { release = resolve; });
      return release;
    },
    composeRecipient: (fields) => JSON.stringify(fields),
    createRecipient: async (key, body) => {
      self.sent.push({ key, body });
      await held;
      return answer(key, body);
    },
    recipients: async (userIds) => {
      self.lists.push([...userIds]);
      return self.down === null ? ok(self.there.filter(({ fields }) => userIds.includes(fields.userId))) : fail(self.down);
    },
  };
  return self;
}

/** The error of a line that is down. */
export const offline = appError('offline', 'No network.');

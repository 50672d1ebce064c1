import { fail, type Result } from '../../../preload/contract/result.ts';
import type { Trouble } from '../decode/trouble.ts';
import { startClock, type Clock, type Timers } from './clock.ts';
import type { Answers, Ask, Message, Question } from './messages.ts';
import { timeFor, times } from './times.ts';

/** The part of a worker that is used. */
export type WorkerLike = {
  readonly postMessage: (question: Question) => void; readonly terminate: () => void;
  readonly addEventListener: (type: 'message' | 'error' | 'messageerror', listener: (event: Event) => void) => void;
};

type Outcome = Result<Answers[Ask['kind']], Trouble>;
type Waiting = { readonly id: number; readonly clock: Clock; readonly settle: (outcome: Outcome) => void };

/** One worker and the call it is at. It takes one call at a time; after its end it takes none. */
export class Line {
  private readonly worker: WorkerLike;
  private readonly timers: Timers;
  private readonly ready: Promise<boolean>;
  private readonly settleReady: (isReady: boolean) => void;
  private waiting: Waiting | null = null;
  private calls = 0;
  /** The file the worker holds. Weakly, so that it goes when nobody else needs it. */
  private held: WeakRef<Uint8Array> | null = null;
  over = false;

  constructor(worker: WorkerLike, timers: Timers) {
    this.worker = worker;
    this.timers = timers;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.ready = promise;
    const stop = timers.after(times.ours, () => resolve(false));
    this.settleReady = (isReady) => {
      stop();
      resolve(isReady);
    };
    worker.addEventListener('message', (event) => this.receive((event as MessageEvent<Message>).data));
    worker.addEventListener('messageerror', () => this.end({ kind: 'crashed' }));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.end({ kind: 'crashed' });
    });
  }

  /** Asks about a file. Ends in its answer, or in the trouble for which the worker was thrown away. */
  async ask(ask: Ask, file: Uint8Array | null): Promise<Outcome> {
    const isReady = await this.ready;
    if (!isReady) this.end({ kind: 'tools' });
    if (this.over) return fail({ kind: 'tools' });
    return new Promise((settle) => {
      this.calls += 1;
      const clock = startClock(this.timers, timeFor(ask.kind, file), times.ours, () => this.end({ kind: 'time' }));
      this.waiting = { id: this.calls, clock, settle };
      const known = file === null || this.held?.deref() === file;
      const question: Question = { id: this.calls, ask, bytes: known ? null : file };
      this.worker.postMessage(question);
      if (file) this.held = new WeakRef(file);
    });
  }

  /** Throws the worker away; a call that is under way ends in that trouble. */
  end(trouble: Trouble): void {
    if (this.over) return;
    this.over = true;
    this.worker.terminate();
    this.settleReady(false);
    this.settle(fail(trouble));
  }

  private receive(message: Message): void {
    if (message.kind === 'ready') return this.settleReady(true);
    if (message.id !== this.waiting?.id) return;
    if (message.kind === 'clock') this.waiting.clock.run(message.runs);
    else this.settle(message.result);
  }

  private settle(outcome: Outcome): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.clock.stop();
    waiting?.settle(outcome);
  }
}

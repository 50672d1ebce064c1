import type { SandboxClock } from './clock.ts';

/** What can be due. */
type TaskKind = 'decide-customer' | 'finish-payout' | 'open-account' | 'deliver'
  | 'kira-payout-step' | 'kira-wallet-expiry' | 'kira-activate' | 'kira-decide-user' | 'kira-deliver';

/** Something that happens to `subject` (an id) at a moment. */
export interface Task {
  readonly kind: TaskKind;
  readonly subject: string;
  readonly due_ms: number;
  readonly seq: number;
}

/** Runs what is due: lazily at each request, and by a timer in between. */
export interface Scheduler {
  /** Plans `kind` for `subject` in `delayMs` (already scaled), replacing the same plan made earlier. */
  plan(kind: TaskKind, subject: string, delayMs: number): void;
  /** Forgets a plan. */
  cancel(kind: TaskKind, subject: string): void;
  /** Runs everything due by the sandbox's clock, in order; true when anything ran. */
  runDue(): boolean;
  start(): void;
  stop(): void;
}

/** What the scheduler works on; the list lives in the state so that it survives a restart. */
export interface SchedulerParts {
  readonly clock: SandboxClock;
  readonly tasks: () => Task[];
  readonly nextSeq: () => number;
  readonly run: (task: Task) => void;
  /** Called when the timer ran something. */
  readonly changed: () => void;
}

const LONGEST_SLEEP_MS = 500;

/** Builds the scheduler; nothing runs by itself before `start`. */
export function createScheduler(parts: SchedulerParts): Scheduler {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const cancel = (kind: TaskKind, subject: string): void => {
    const tasks = parts.tasks();
    const at = tasks.findIndex((task) => task.kind === kind && task.subject === subject);
    if (at >= 0) tasks.splice(at, 1);
  };
  const runDue = (): boolean => {
    let ran = false;
    for (let task = takeDue(parts); task; task = takeDue(parts)) {
      parts.run(task);
      ran = true;
    }
    return ran;
  };
  const arm = (): void => {
    if (!running) return;
    clearTimeout(timer);
    timer = setTimeout(() => { if (runDue()) parts.changed(); arm(); }, sleepMs(parts)).unref();
  };
  return {
    plan(kind, subject, delayMs) {
      cancel(kind, subject);
      parts.tasks().push({ kind, subject, due_ms: parts.clock.now() + delayMs, seq: parts.nextSeq() });
      arm();
    },
    cancel,
    runDue,
    start() { running = true; arm(); },
    stop() { running = false; clearTimeout(timer); },
  };
}

function earliest(tasks: readonly Task[]): Task | undefined {
  return tasks.reduce<Task | undefined>((best, task) => (best && !before(task, best) ? best : task), undefined);
}

function before(a: Task, b: Task): boolean {
  return a.due_ms < b.due_ms || (a.due_ms === b.due_ms && a.seq < b.seq);
}

function takeDue(parts: SchedulerParts): Task | undefined {
  const task = earliest(parts.tasks());
  if (!task || task.due_ms > parts.clock.now()) return undefined;
  parts.tasks().splice(parts.tasks().indexOf(task), 1);
  return task;
}

function sleepMs(parts: SchedulerParts): number {
  const next = earliest(parts.tasks());
  const wait = next ? next.due_ms - parts.clock.now() : LONGEST_SLEEP_MS;
  return Math.min(Math.max(wait, 5), LONGEST_SLEEP_MS);
}

import { Worker } from 'node:worker_threads';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';

/** Where the running sandbox is and the credentials it takes, a part a provider. `mailbox` is where its one-time codes can be read, with the
 *  header value that opens it. */
export type SandboxAddress = {
  readonly blaaiz: { readonly url: string; readonly clientId: string; readonly clientSecret: string };
  readonly kira: { readonly url: string; readonly clientId: string; readonly password: string; readonly apiKey: string };
  readonly mailbox: { readonly url: string; readonly token: string };
};

/** The built-in provider, running in a worker of its own. */
export type SandboxRunner = {
  /** Starts the worker if it isn't running, and gives its address. */
  readonly start: () => Promise<Result<SandboxAddress, AppError>>;
  /** Ends the worker. */
  readonly stop: () => Promise<void>;
};

type Ready = {
  readonly type: 'ready'; readonly url: string; readonly blaaiz: { readonly client_id: string; readonly client_secret: string };
  readonly kira: { readonly url: string; readonly client_id: string; readonly password: string; readonly api_key: string }; readonly mailbox_token: string;
};

/** Creates a runner for the worker bundle at `workerFile`; `options` are asked for at each start and go to the worker as they are. */
export function createSandboxRunner(workerFile: string, options: () => Promise<Readonly<Record<string, unknown>>>): SandboxRunner {
  let running: { worker: Worker | null; readonly address: Promise<Result<SandboxAddress, AppError>> } | null = null;

  const launch = async (): Promise<Result<SandboxAddress, AppError>> => {
    const workerData = await options().catch((error: unknown) => {
      running = null;
      throw error;
    });
    const worker = new Worker(workerFile, { workerData });
    if (running) running.worker = worker;
    worker.once('exit', () => { if (running?.worker === worker) running = null; });
    return addressOf(worker);
  };
  return {
    start: () => {
      running ??= { worker: null, address: launch() };
      return running.address;
    },
    stop: async () => {
      await running?.address.catch(() => undefined);
      const ending = running?.worker;
      if (!ending) return;
      running = null;
      const ended = new Promise<void>((done) => { ending.once('exit', () => { done(); }); });
      ending.postMessage({ type: 'close' });
      await ended;
    },
  };
}

function toAddress({ url, blaaiz, kira, mailbox_token: token }: Ready): SandboxAddress {
  return {
    blaaiz: { url, clientId: blaaiz.client_id, clientSecret: blaaiz.client_secret },
    kira: { url: kira.url, clientId: kira.client_id, password: kira.password, apiKey: kira.api_key },
    mailbox: { url: `${kira.url}/__sandbox/kira/mailbox`, token },
  };
}

function addressOf(worker: Worker): Promise<Result<SandboxAddress, AppError>> {
  return new Promise((done) => {
    worker.once('message', (message: Ready) => {
      done(ok(toAddress(message)));
    });
    const broken = () => { done(fail(appError('internal', 'The built-in sandbox did not start.', { fix: 'Restart Bursar. If it stays, another program may block local connections.' }))); };
    worker.once('error', broken);
    worker.once('exit', broken);
  });
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Credential, KiraCredential, SandboxOptions } from './options.ts';
import { startSandbox } from './server.ts';

/** What the worker tells its parent once it accepts connections. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly url: string;
  readonly blaaiz: Credential;
  readonly kira: KiraCredential;
  /** Opens the mailbox of codes at Kira's address. */
  readonly mailbox_token: string;
  readonly ca_cert: string | null;
}

async function run(): Promise<void> {
  // The parent is this same program, so its options come typed.
  const options: SandboxOptions = workerData ?? {};
  const sandbox = await startSandbox(options);
  parentPort?.on('message', (message: unknown) => {
    if (isClose(message)) void sandbox.close().then(() => { parentPort?.close(); });
  });
  const { url, blaaiz, kira, mailboxToken: mailbox_token, ca_cert } = sandbox;
  parentPort?.postMessage({ type: 'ready', url, blaaiz, kira, mailbox_token, ca_cert } satisfies ReadyMessage);
}

function isClose(message: unknown): boolean {
  return message !== null && typeof message === 'object' && 'type' in message && message.type === 'close';
}

run().catch((error: unknown) => {
  process.stderr.write(`The sandbox did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  // The parent sees an exit without a ready message.
  process.exit(1);
});

import type { ChildProcess } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from './control.ts';

type Answer = { id: number; ok: boolean; value?: unknown; error?: string };
type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

/** A test's end of the control channel. */
export class ControlClient {
  private readonly socket: Socket;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  private constructor(socket: Socket) {
    this.socket = socket;
    const lines = createInterface({ input: socket }).on('line', (line) => this.settle(JSON.parse(line) as Answer));
    // The lines pass on the socket's own failures, which its end tells as well.
    lines.on('error', () => undefined);
    socket.on('close', () => this.dropAll());
    socket.on('error', () => socket.destroy());
  }

  /** Connects as soon as the app listens; gives up when the app is gone. */
  static async connect(address: string, child: ChildProcess): Promise<ControlClient> {
    for (;;) {
      const socket = await attempt(address);
      if (socket) return new ControlClient(socket);
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('the app ended before it could be steered');
      await pause(10);
    }
  }

  /** Runs one command and resolves to its value. */
  run(command: Command): Promise<unknown> {
    if (this.socket.destroyed) return Promise.reject(new Error('the app is gone'));
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.socket.write(`${JSON.stringify({ ...command, id })}\n`);
    });
  }

  /** Ends the channel. */
  close(): void {
    this.socket.destroy();
  }

  private settle({ id, ok, value, error }: Answer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (ok) waiting?.resolve(value);
    else waiting?.reject(new Error(error));
  }

  private dropAll(): void {
    for (const waiting of this.waiting.values()) waiting.reject(new Error('the app is gone'));
    this.waiting.clear();
  }
}

function attempt(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

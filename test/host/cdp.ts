/** What a Chromium reports or answers over the DevTools protocol: plain JSON, checked where it is used. */
// The protocol's own types are not a dependency; each caller names the few fields it reads.
export type CdpParams = Record<string, unknown>;

type Message = {
  id?: number;
  method?: string;
  params?: CdpParams;
  result?: CdpParams;
  error?: { message: string };
  sessionId?: string;
};
type Pending = { resolve(value: CdpParams): void; reject(error: Error): void };
/** Takes an event's fields: the ones it names are those the protocol promises. */
type Listener = (params: never) => void;

/** How protocol messages travel: a pair of pipes or a loopback WebSocket. */
export interface Transport {
  send(text: string): void;
  close(): void;
  onMessage(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

/** One attached target (page, frame, worker) or, without an id, the browser itself. */
export class CdpSession {
  readonly id: string | undefined;
  private readonly connection: CdpConnection;
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly detachListeners = new Set<() => void>();
  private attached = true;

  constructor(connection: CdpConnection, id: string | undefined) {
    this.connection = connection;
    this.id = id;
  }

  /** Sends a command and resolves to its result; rejects with the protocol's message. */
  async send<T = CdpParams>(method: string, params: CdpParams = {}): Promise<T> {
    if (!this.attached) throw new Error(`${method}: target closed`);
    return (await this.connection.request(method, params, this.id)) as T;
  }

  /** Sends a command whose failure (target gone, page navigated) does not matter. */
  quietly(method: string, params: CdpParams = {}): Promise<void> {
    return this.send(method, params).then(
      () => undefined,
      () => undefined,
    );
  }

  /** Calls the listener for each event of that name. */
  on(method: string, listener: Listener): void {
    const set = this.listeners.get(method) ?? new Set<Listener>();
    this.listeners.set(method, set.add(listener));
  }

  /** Calls the listener once, when the target goes away. */
  onDetach(listener: () => void): void {
    this.detachListeners.add(listener);
  }

  /** Delivers an event; only the connection calls this. */
  emit(method: string, params: CdpParams): void {
    for (const listener of this.listeners.get(method) ?? []) listener(params as never);
  }

  /** Marks the target as gone; only the connection calls this. */
  detach(): void {
    if (!this.attached) return;
    this.attached = false;
    for (const listener of this.detachListeners) listener();
  }
}

/** A DevTools-protocol client with flattened sessions. */
export class CdpConnection {
  readonly browser: CdpSession;
  private readonly transport: Transport;
  private readonly sessions = new Map<string, CdpSession>();
  private readonly pending = new Map<number, Pending & { sessionId: string | undefined }>();
  private readonly closeListeners = new Set<() => void>();
  private nextId = 1;
  private open = true;

  constructor(transport: Transport) {
    this.transport = transport;
    this.browser = new CdpSession(this, undefined);
    transport.onMessage((text) => this.receive(JSON.parse(text) as Message));
    transport.onClose(() => this.closed());
  }

  /** The session of that id, created on first mention. */
  session(id: string): CdpSession {
    const known = this.sessions.get(id);
    if (known) return known;
    const session = new CdpSession(this, id);
    this.sessions.set(id, session);
    return session;
  }

  /** Sends one command; use CdpSession.send. */
  request(method: string, params: CdpParams, sessionId: string | undefined): Promise<CdpParams> {
    if (!this.open) return Promise.reject(new Error(`${method}: browser closed`));
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      const name = (error: Error): void => reject(new Error(`${method}: ${error.message}`));
      this.pending.set(id, { resolve, reject: name, sessionId });
      this.transport.send(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
  }

  /** Calls the listener once, when the browser is gone. */
  onClose(listener: () => void): void {
    this.closeListeners.add(listener);
  }

  /** Lets go of the browser. A browser launched by pipe ends itself then. */
  close(): void {
    this.transport.close();
    this.closed();
  }

  private receive(message: Message): void {
    if (message.id !== undefined) return this.settle(message.id, message);
    const params = message.params ?? {};
    if (message.method === 'Target.detachedFromTarget') this.detached(String(params['sessionId']));
    const target = message.sessionId ? this.session(message.sessionId) : this.browser;
    if (message.method) target.emit(message.method, params);
  }

  private settle(id: number, message: Message): void {
    const waiting = this.pending.get(id);
    this.pending.delete(id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result ?? {});
  }

  private detached(sessionId: string): void {
    const session = this.sessions.get(sessionId);
    this.sessions.delete(sessionId);
    for (const [id, waiting] of this.pending) {
      if (waiting.sessionId !== sessionId) continue;
      this.pending.delete(id);
      waiting.reject(new Error('target closed'));
    }
    session?.detach();
  }

  private closed(): void {
    if (!this.open) return;
    this.open = false;
    for (const waiting of this.pending.values()) waiting.reject(new Error('browser closed'));
    this.pending.clear();
    for (const session of this.sessions.values()) session.detach();
    for (const listener of this.closeListeners) listener();
  }
}

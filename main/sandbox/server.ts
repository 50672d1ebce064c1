import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { createBlaaizApp } from './blaaiz/app.ts';
import { storeUpload } from './blaaiz/storage.ts';
import { type Certificate, createCertificate } from './certificates.ts';
import { CONTROL_PREFIX, createControls } from './controls.ts';
import { createFaults } from './faults.ts';
import { createKiraFetch } from './kira/fetch.ts';
import type { KiraLedgerEntry } from './kira/model.ts';
import { asFetch, HOST, listen, stop } from './listening.ts';
import type { LedgerEntry } from './model.ts';
import type { Credential, KiraCredential, SandboxOptions } from './options.ts';
import { pipeline, type PipelineParts } from './pipeline.ts';
import { createRateLimiter } from './rate-limit.ts';
import { createRequestLog } from './request-log.ts';
import { buildWorld, credentials, kiraCredential } from './assemble.ts';

/** A sandbox that accepts connections. */
export interface RunningSandbox {
  /** Base address of the API, without a trailing slash. */
  readonly url: string;
  /** The first business's credential. */
  readonly blaaiz: Credential;
  /** The credentials of the other businesses, for tests of isolation. */
  readonly others: readonly Credential[];
  /** Kira's credential and address, with the seeded accounts and recipients. */
  readonly kira: KiraCredential;
  /** Goes into the header `x-sandbox-mailbox` to read the mailed codes at `kira.url`; new at every start. */
  readonly mailboxToken: string;
  /** Path of the authority's PEM file when uploads go over TLS. */
  readonly ca_cert: string | null;
  /** Every movement of money so far, oldest first. */
  ledger(): readonly LedgerEntry[];
  /** The same of Kira's part. */
  kiraLedger(): readonly KiraLedgerEntry[];
  /** Stops at once: open connections are cut, a last save is made. */
  close(): Promise<void>;
}

/** Starts the provider on loopback; rejects when the port is taken or the state file is not readable. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const { world, save, reset } = buildWorld(options);
  const faults = createFaults();
  const limiter = createRateLimiter(world);
  const requests = createRequestLog(() => world.clock.now());
  const parts: PipelineParts = { world, faults, requests, save };
  const resetAll = (): void => { reset(); faults.clear(); limiter.clear(); requests.clear(); };
  const blaaiz = createBlaaizApp(world, limiter);
  const controls = createControls({ world, faults, limiter, requests, reset: resetAll });
  const isControl = (request: Request): boolean => world.controls && new URL(request.url).pathname.startsWith(CONTROL_PREFIX);
  const answer = (request: Request, node: HttpBindings, raw: string): Response | Promise<Response> =>
    (isControl(request) ? controls : blaaiz).fetch(request, { ...node, raw });
  const certificate = options.httpsUpload === true ? await createCertificate() : undefined;
  const api = createAdaptorServer({ fetch: asFetch(pipeline(parts, true, answer)), createServer: createHttpServer });
  const upload = uploadServer(parts, certificate);
  const kira = createAdaptorServer({ fetch: asFetch(createKiraFetch(parts)), createServer: createHttpServer });
  world.address.api = `http://${HOST}:${await listen(api, options.port ?? 0)}`;
  world.address.upload = `${certificate ? 'https' : 'http'}://${HOST}:${await listen(upload, 0)}`;
  world.address.kira = `http://${HOST}:${await listen(kira, 0)}`;
  save();
  world.scheduler.start();
  const [first, ...others] = credentials(world);
  if (!first) throw new Error('the state holds no business');
  return {
    url: world.address.api, blaaiz: first, others, kira: kiraCredential(world), mailboxToken: world.mailboxToken, ca_cert: certificate?.caFile ?? null,
    ledger: () => world.state.ledger, kiraLedger: () => world.state.kira.ledger,
    async close() {
      world.scheduler.stop();
      await Promise.all([stop(api), stop(upload), stop(kira)]);
      await Promise.all(world.inFlight);
      save();
      certificate?.remove();
    },
  };
}

function uploadServer(parts: PipelineParts, certificate: Certificate | undefined): ServerType {
  const answer = (request: Request): Response | Promise<Response> => {
    const name = /^\/upload\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
    if (request.method === 'PUT' && name !== undefined) return storeUpload(parts.world, request, name);
    return new Response('<Error><Code>NoSuchKey</Code></Error>', { status: 404, headers: { 'Content-Type': 'application/xml' } });
  };
  const fetch = asFetch(pipeline(parts, false, answer));
  if (!certificate) return createAdaptorServer({ fetch, createServer: createHttpServer });
  const { key, cert } = certificate;
  return createAdaptorServer({ fetch, createServer: createHttpsServer, serverOptions: { key, cert } });
}

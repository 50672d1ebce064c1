import { randomUUID } from 'node:crypto';
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { oddCapabilities } from './odd.ts';
import { readWanted, type Job } from './jobs.ts';
import { sendPage } from './send-page.ts';
import { usualSwitches, type Switches } from './switches.ts';
import { capabilitiesXml, inDialect, statusXml } from './xml.ts';

/** A request as the scanner saw it. */
export type Seen = { readonly method: string; readonly path: string; readonly host: string; readonly body: string };

/** A scanner on loopback that speaks eSCL and can be made to fail in every way. */
export type ScannerServer = {
  /** Its address up to the path, like http://127.0.0.1:1234/eSCL. */
  readonly url: string;
  readonly port: number;
  readonly switches: Switches;
  readonly seen: readonly Seen[];
  readonly jobs: readonly Job[];
  /** Puts another certificate in place. */
  readonly renewCertificate: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ServerOptions = { readonly port?: number; readonly tls?: boolean; readonly path?: string; readonly switches?: Partial<Switches> };

type Scanner = { readonly switches: Switches; readonly seen: Seen[]; readonly jobs: Job[]; readonly base: string; origin: string };

async function certificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'specimen-scanner' }], { keyType: 'ec', algorithm: 'sha256' });
  return { key, cert };
}

/** Starts the scanner; port 0 takes any free one. */
export async function startScannerServer({ port = 0, tls = false, path = '/eSCL', switches = {} }: ServerOptions = {}): Promise<ScannerServer> {
  const scanner: Scanner = { switches: { ...usualSwitches(), ...switches }, seen: [], jobs: [], base: path, origin: '' };
  const listener = (request: IncomingMessage, response: ServerResponse) => { void answer(scanner, request, response).catch(() => { response.destroy(); }); };
  const secure = tls ? createSecure(await certificate(), listener) : null;
  const server = secure ?? createPlain(listener);
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, '127.0.0.1', resolve); });
  const taken = (server.address() as AddressInfo).port;
  scanner.origin = `${tls ? 'https' : 'http'}://127.0.0.1:${taken}`;
  return {
    url: scanner.origin + path, port: taken, switches: scanner.switches, seen: scanner.seen, jobs: scanner.jobs,
    renewCertificate: async () => { secure?.setSecureContext(await certificate()); },
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}

async function answer(scanner: Scanner, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString('utf8');
  const { switches } = scanner;
  const method = request.method ?? '';
  const path = (request.url ?? '').replace(/\/+$/, '');
  response.setHeader('Server', switches.server);
  if (path === '/__switches' && method === 'PUT') {
    Object.assign(switches, JSON.parse(body));
    return void response.end(`${JSON.stringify(switches)}\n`);
  }
  scanner.seen.push({ method, path, host: request.headers.host ?? '', body });
  if (switches.redirect !== null) return void response.writeHead(301, { Location: switches.redirect }).end();
  const below = path.startsWith(`${scanner.base}/`) ? path.slice(scanner.base.length + 1) : '';
  if (method === 'GET' && below === 'ScannerCapabilities') return sendCapabilities(scanner, response);
  if (method === 'GET' && below === 'ScannerStatus') return sendStatus(scanner, response);
  if (method === 'POST' && below === 'ScanJobs') return takeJob(scanner, request, response, body);
  const job = scanner.jobs.find((one) => path === one.path || path === `${one.path}/NextDocument`);
  if (!job) return end(response, 404);
  if (method === 'DELETE' && path === job.path) {
    if (job.state === 'Processing') job.state = 'Canceled';
    return end(response, 200);
  }
  return method === 'GET' ? nextDocument(scanner, job, response) : end(response, 405);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function sendXml(scanner: Scanner, response: ServerResponse, text: string): void {
  const bytes = inDialect(text, scanner.switches.xml);
  response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': bytes.length }).end(bytes);
}

async function sendCapabilities(scanner: Scanner, response: ServerResponse): Promise<void> {
  const usual = capabilitiesXml(scanner.switches);
  if (scanner.switches.capabilities === 'usual') return sendXml(scanner, response, usual);
  await oddCapabilities(scanner.switches.capabilities, usual, response);
}

/** What the feeder says: as switched, else by what is in it. */
function feederState({ switches, jobs }: Scanner): string {
  const troubled = switches.trouble !== null && jobs.some((job) => job.wanted.source === 'Feeder' && job.sent >= (switches.trouble?.after ?? 0));
  if (troubled) return switches.trouble?.state ?? 'Loaded';
  const running = jobs.findLast((job) => job.wanted.source === 'Feeder');
  const left = running ? running.pages - running.sent : switches.sheets;
  return switches.feederState ?? (left > 0 ? 'Loaded' : 'Empty');
}

function sendStatus(scanner: Scanner, response: ServerResponse): void {
  const { switches } = scanner;
  if (switches.status === 'missing') return end(response, 404);
  if (switches.status === 'garbage') return void response.writeHead(200).end('\u0000<<<');
  sendXml(scanner, response, statusXml(switches, feederState(scanner), scanner.jobs, scanner.origin));
}

function takeJob(scanner: Scanner, request: IncomingMessage, response: ServerResponse, body: string): void {
  const { switches, jobs, base, origin } = scanner;
  if (switches.onlyHost !== null && request.headers.host !== switches.onlyHost) return end(response, 403);
  if (switches.refuse !== null) return end(response, switches.refuse);
  if (switches.busy > 0 || jobs.some((job) => job.state === 'Processing')) {
    switches.busy -= 1;
    return end(response, 503);
  }
  const wanted = readWanted(body, switches);
  if (wanted === null) return end(response, 409);
  const id = randomUUID();
  const pages = wanted.source === 'Platen' ? 1 : switches.sheets * (wanted.duplex ? 2 : 1);
  const job: Job = { id, path: `${base}/ScanJobs/${id}`, wanted, pages, sent: 0, state: 'Processing', refused: 0, lastAt: 0 };
  jobs.push(job);
  const hosts = { right: origin, 'wrong-host': 'http://localhost:1', relative: '', slash: origin, missing: '' } as const;
  const location = hosts[switches.location] + job.path + (switches.location === 'slash' ? '/' : '');
  response.writeHead(201, switches.location === 'missing' ? {} : { Location: location }).end();
}

async function nextDocument({ switches }: Scanner, job: Job, response: ServerResponse): Promise<void> {
  if (job.state === 'Canceled') return end(response, 410);
  const troubled = job.wanted.source === 'Feeder' && switches.trouble !== null && job.sent >= switches.trouble.after;
  const hurried = job.sent > 0 && Date.now() - job.lastAt < switches.hurryMs;
  if (switches.cancelAfter !== null && job.sent >= switches.cancelAfter) {
    job.state = 'Canceled';
    return end(response, 410);
  }
  if (switches.stopAfter !== null && job.sent >= switches.stopAfter) {
    switches.state = 'Stopped';
    job.state = 'Aborted';
    return end(response, 500);
  }
  if (job.sent >= job.pages || troubled || hurried) {
    job.state = troubled || job.sent === 0 ? 'Aborted' : 'Completed';
    return end(response, 404);
  }
  if (job.refused < switches.notReady) {
    job.refused += 1;
    return end(response, 503);
  }
  job.refused = 0;
  await sendPage(switches, job, response);
}

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import type { Line, LineMode } from '../under-fire.ts';
import { ownFolder } from './own-folder.ts';
import { createPapers, type Papers } from './papers.ts';

const domain = 'line.invalid';
/** Where a line ends when it is open, and where nobody listens on its port. */
const listening = '127.0.0.1';
const deserted = '127.66.66.66';

/** The lines of a rig, and the file by which the app's host finds their names. */
export type Lines = { readonly namesFile: string; readonly open: (target: string) => Promise<Line> };

/** Prepares the lines: papers and names in a folder that goes when this process ends. */
export async function createLines(): Promise<Lines> {
  const home = ownFolder('bursar-lines-');
  process.once('exit', () => { rmSync(home, { recursive: true, force: true }); });
  const papers = await createPapers(domain);
  const trusted = join(home, 'authority.pem');
  writeFileSync(trusted, papers.authority);
  const names = createNames(join(home, 'names.json'));
  let last = 0;
  return {
    namesFile: names.file,
    open: async (target) => {
      const name = `provider-${++last}.${domain}`;
      const { server, port, hangUp } = await forward(papers, new URL(target));
      const set = (mode: LineMode) => {
        server.setSecureContext(mode === 'bad-certificate' ? papers.bad : papers.good);
        names.put(name, addressFor(mode));
        // Lines that were made before would go on as if nothing had happened.
        hangUp();
      };
      set('open');
      const close = async () => {
        names.put(name, null);
        hangUp();
        await new Promise((resolve) => { server.close(resolve); });
      };
      return { url: `https://${name}:${port}`, trusted, set, close };
    },
  };
}

function addressFor(mode: LineMode): string | null {
  if (mode === 'no-name') return null;
  return mode === 'refused' ? deserted : listening;
}

/** The names there are, in a file that is replaced whole. */
function createNames(file: string) {
  const known = new Map<string, string>();
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(known)));
    renameSync(`${file}.new`, file);
  };
  write();
  const put = (name: string, address: string | null) => {
    if (address === null) known.delete(name);
    else known.set(name, address);
    write();
  };
  return { file, put };
}

type Forwarder = { readonly server: Server; readonly port: number; readonly hangUp: () => void };

/** Takes TLS off and passes the bytes on. */
async function forward(papers: Papers, target: URL): Promise<Forwarder> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => { socket.destroy(); });
    socket.on('close', () => { sockets.delete(socket); });
  };
  const server = createServer({ ...papers.good }, (near) => {
    const far = connect(Number(target.port), target.hostname);
    keep(far);
    near.on('error', () => { near.destroy(); });
    near.pipe(far).on('close', () => { near.destroy(); });
    far.pipe(near).on('close', () => { far.destroy(); });
  });
  server.on('connection', keep);
  await new Promise<void>((resolve) => { server.listen(0, listening, resolve); });
  return { server, port: (server.address() as AddressInfo).port, hangUp: () => { for (const socket of sockets) socket.destroy(); } };
}

import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { drained } from './drained.ts';
import { pageFile } from './files.ts';
import type { Job } from './jobs.ts';
import type { Switches } from './switches.ts';

/** Sends the next page as fast as it is taken, or spoils it on the way. */
export async function sendPage(switches: Switches, job: Job, response: ServerResponse): Promise<void> {
  const { dpi, width, height, color, format } = job.wanted;
  const dots = (units: number) => Math.round((units * dpi) / 300);
  response.writeHead(200, { 'Content-Type': switches.contentType ?? format });
  if (switches.page === 'empty') return finish(job, response);
  if (switches.page === 'html' || switches.page === 'short') {
    response.write(switches.page === 'html' ? '<html><body>Please sign in</body></html>' : Buffer.from([0xff]));
    return finish(job, response);
  }
  const order = { width: dots(width), height: dots(height), dpi, grey: color !== 'RGB24', number: job.sent + 1, least: switches.pageBytes ?? 0 };
  let sent = 0;
  for (const piece of pageFile(format, order)) {
    if (switches.cutAt !== null && sent + piece.length > switches.cutAt) {
      response.write(piece.subarray(0, switches.cutAt - sent), () => { response.destroy(); });
      return;
    }
    if (switches.stallAt !== null && sent >= switches.stallAt) return;
    if (!response.write(piece)) await drained(response);
    if (response.destroyed) return;
    sent += piece.length;
    if (switches.slowMs > 0) await pause(switches.slowMs);
  }
  finish(job, response);
}

function finish(job: Job, response: ServerResponse): void {
  job.sent += 1;
  job.lastAt = Date.now();
  if (job.wanted.source === 'Platen') job.state = 'Completed';
  response.end();
}

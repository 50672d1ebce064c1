import { spawnSync } from 'node:child_process';
import { binOf, root } from '../setup/command.ts';
import { ensureSystem, needs } from '../setup/system.ts';
import { isKept, lineOf, type Figure } from '../../test/bench/figures.ts';
import * as audit from '../../test/bench/audit.bench.ts';
import * as backup from '../../test/bench/backup.bench.ts';
import * as bytes from '../../test/bench/bytes.bench.ts';
import * as capture from '../../test/bench/capture.bench.ts';
import * as client from '../../test/bench/client.bench.ts';
import * as journal from '../../test/bench/journal.bench.ts';
import * as kira from '../../test/bench/kira.bench.ts';
import * as longList from '../../test/bench/long-list.bench.ts';
import * as payouts from '../../test/bench/payouts.bench.ts';
import * as radar from '../../test/bench/radar.bench.ts';
import * as scanning from '../../test/bench/scanning.bench.ts';
import * as startUp from '../../test/bench/start-up.bench.ts';

// npm run bench: one JSON line a figure on stdout and nothing else there. It fails when a gate (bytes, counts) is broken; times are told
// with their budget and decide nothing, since they are the machine's as much as ours. With arguments only the benches so named run.
const benches = { bytes, audit, payouts, journal, client, kira, 'start-up': startUp, 'long-list': longList, capture, scanning, radar, backup };
const wanted = process.argv.slice(2);
let broken = 0;

function report(figure: Figure): void {
  process.stdout.write(`${lineOf(figure)}\n`);
  if (figure.gate && !isKept(figure)) broken += 1;
}

function build(): boolean {
  return ['main', 'preload', 'renderer'].every((part) => spawnSync(process.execPath, [binOf('vite/bin/vite.js'), 'build', '--config', `build/vite.${part}.config.ts`], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0);
}

if (ensureSystem([needs.chromium]).length > 0 || !build()) process.exit(1);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = performance.now();
  await bench.run(report);
  process.stderr.write(`${name}: ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
}
process.exit(broken === 0 ? 0 : 1);

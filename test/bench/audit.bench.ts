import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAudit } from '../../main/audit/audit.ts';
import { canonical } from '../../main/audit/chain.ts';
import { walkChain } from '../../main/audit/walk.ts';
import { createAuditRows, type AuditRows } from '../../main/store/audit.ts';
import { openDatabase, type Database } from '../../main/store/database.ts';
import { expectOk } from './desk.ts';
import { quantile, type Report } from './figures.ts';

const count = 100_000;
const runs = 5;

/** Verifying an audit log of 100,000 rows in the encrypted store, against bare SHA-256 over the same bytes in the same run. */
export async function run(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-bench-audit-'));
  const store = expectOk(openDatabase({ file: join(folder, 'bursar.db'), key: randomBytes(32), clock: Date.now }));
  try {
    fill(store);
    const rows = createAuditRows(store, 'p');
    const bodies = rows.after(0, count).map((row) => Buffer.from(canonical(row)));
    const [verifying, hashing, blocks]: [number[], number[], number[]] = [[], [], []];
    // By turns, so that both have the same machine.
    for (let turn = 0; turn < runs; turn += 1) {
      const { ms, longest } = await verify(rows);
      verifying.push(ms);
      blocks.push(longest);
      hashing.push(bare(bodies));
    }
    const [own, reference] = [quantile(verifying, 0.5), quantile(hashing, 0.5)];
    report({ name: 'audit-verify-100000-rows', value: own, unit: 'ms', budget: 2_000 });
    report({ name: 'audit-verify-rows-per-second', value: count / own * 1_000, unit: 'rows', budget: 50_000, atLeast: true });
    report({ name: 'audit-verify-to-bare-sha256', value: own / reference, unit: 'ratio', budget: null, reference: { value: own, of: reference, unit: 'ms' } });
    report({ name: 'audit-verify-longest-block', value: quantile(blocks, 0.5), unit: 'ms', budget: 50 });
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(store: Database): void {
  const audit = createAudit(store, 'p');
  store.transaction(() => {
    for (let at = 1; at <= count; at += 1) {
      audit.append({ at, actor: 'Femke de Vries', what: 'payout.accepted', subjectKind: 'payout', subjectId: `0199c0de-0000-7000-8000-${String(at).padStart(12, '0')}`, detail: { state: 'accepted', revision: at % 7, attempt: 1, sha256: 'ab'.repeat(32) } });
    }
  });
}

/** One walk along the chain, and the longest time in which nothing else had its turn; ms. */
async function verify(rows: AuditRows): Promise<{ readonly ms: number; readonly longest: number }> {
  const began = performance.now();
  let [longest, last, on] = [0, began, true];
  const tick = () => {
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last), now];
    if (on) setImmediate(tick);
  };
  setImmediate(tick);
  const walk = await walkChain(rows, () => false);
  on = false;
  if (walk?.rows !== count || walk.first !== null) throw new Error('The log that was just written does not hold');
  return { ms: performance.now() - began, longest };
}

function bare(bodies: readonly Buffer[]): number {
  const began = performance.now();
  for (const body of bodies) hash('sha256', body, 'hex');
  return performance.now() - began;
}

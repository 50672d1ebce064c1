import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { anchorRestored, headsOf, restoredAccount } from '../../../main/backup/anchor-restored.ts';
import { createAudit } from '../../../main/audit/audit.ts';
import { judgeEnding } from '../../../main/audit/ending.ts';
import { createAuditRows } from '../../../main/store/audit.ts';
import { serviceName } from '../../../main/vault/secret-store.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { memoryStore } from '../store/open.ts';
import { watchedStore } from '../vault/fakes.ts';

const note = JSON.stringify([['p', 3, 'ab'.repeat(32)]]);

async function afterRestore(vouchedFor: string | null) {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-anchor-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const file = join(folder, 'restored.json');
  writeFileSync(file, note);
  const secrets = watchedStore();
  if (vouchedFor !== null) await secrets.set(serviceName, restoredAccount('v'), createHash('sha256').update(vouchedFor).digest('hex'));
  const anchored: unknown[] = [];
  const run = () => anchorRestored(folder, { secrets, id: () => 'v' }, async (...head) => { anchored.push(head); return ok(null); }, () => 9);
  return { file, secrets, anchored, run };
}

it('anchors where the vault vouches for the note, once', async () => {
  const { file, anchored, run } = await afterRestore(note);
  await run();
  expect([anchored, existsSync(file)]).toEqual([[['p', 3, 'ab'.repeat(32), 9]], false]);
  writeFileSync(file, note);
  await run();
  expect([anchored.length, existsSync(file)]).toEqual([1, false]);
});

it('throws a note away that nobody vouches for, or that was changed', async () => {
  for (const vouched of [null, `${note} `]) {
    const { file, anchored, run } = await afterRestore(vouched);
    await run();
    expect([anchored, existsSync(file)]).toEqual([[], false]);
  }
});

it('leaves everything for the next time while the keychain does not answer', async () => {
  const { file, secrets, anchored, run } = await afterRestore(note);
  secrets.failWith = async () => fail(vaultError('keychain-timeout'));
  await run();
  expect([anchored, existsSync(file)]).toEqual([[], true]);
  secrets.failWith = undefined;
  await run();
  expect(anchored).toHaveLength(1);
});

it('lets a log that has no row in the backup begin anew, though its end was noted since', () => {
  const store = memoryStore();
  createAudit(store, 'a').append({ at: 1, actor: 'A', what: 'x', subjectKind: 'vault', subjectId: 'v' });
  const heads = headsOf(store, ['a', 'quiet', 'quiet']);
  expect(heads).toEqual([['a', 1, createAudit(store, 'a').head().hash], ['quiet', 0, '']]);
  const judged = (rows: number, head: string) => judgeEnding(createAuditRows(store, 'quiet'), { rows, head, at: 9 }, null).kind;
  expect([judged(4, 'ab'.repeat(32)), judged(heads[1]?.[1] ?? 1, heads[1]?.[2] ?? '')]).toEqual(['older-copy', 'noted']);
  store.close();
});

it('knows where each log ends', () => {
  const store = memoryStore();
  for (const [profile, rows] of [['a', 2], ['b', 1]] as const) {
    for (let i = 0; i < rows; i += 1) createAudit(store, profile).append({ at: 1, actor: 'A', what: 'x', subjectKind: 'vault', subjectId: 'v' });
  }
  expect(headsOf(store).map(([profile, rows]) => [profile, rows])).toEqual([['a', 2], ['b', 1]]);
  expect(headsOf(store)[0]?.[2]).toBe(createAudit(store, 'a').head().hash);
  store.close();
});

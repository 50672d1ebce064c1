import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLog } from '../../../build/setup/audit-log.ts';
import { auditRig, valueOf, type Desk } from './rig.ts';

let rig: ReturnType<typeof auditRig>;
let app: Desk;
const file = () => join(rig.folder, 'bursar-audit-northgate-ltd-2026-11-02.jsonl');
beforeEach(async () => {
  rig = auditRig();
  app = await rig.open();
  await app.verify();
  app.add(1_234);
  app.audit.append({ at: 5, actor: 'Zoë “Z” O’Hara\n\\', what: 'customer verified', subjectKind: 'customer', subjectId: '\u2028€', detail: { refusal: 1, note: 'a"b\u0000' } });
  await rig.pass(1_000);
});
afterEach(async () => {
  await app.shut();
  rig.remove();
});
const exported = async () => {
  valueOf(await app.desk.handlers['audit.export']({}));
  return readFileSync(file(), 'utf8');
};
const verifier = fileURLToPath(new URL('../../../build/tasks/verify-audit.ts', import.meta.url));
const verify = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [verifier, ...args], { encoding: 'utf8' });
  return { status, words: stdout + stderr };
};

describe('an exported log', () => {
  it('is a header and one line a row, whole, and the log says that it was written', async () => {
    const head = app.audit.head();
    expect(await app.desk.handlers['audit.export']({})).toEqual({ ok: true, value: { name: 'bursar-audit-northgate-ltd-2026-11-02.jsonl', rows: 1_235 } });
    const lines = readFileSync(file(), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1_236);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'bursar-audit-log', version: 1, app: '9.9.9', profile: { id: 'p', name: 'Northgate Ltd' }, rows: 1_235, head: head.hash, anchor: { rows: 1_235, head: head.hash } });
    expect(valueOf(await app.desk.handlers['audit.list']({ before: null, limit: 1 }))).toMatchObject([{ number: 1_236, what: 'audit.export', words: 'Audit log exported' }]);
    expect(readdirSync(rig.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('is not written when no place is chosen, and the old file stays when the new one can’t be', async () => {
    rig.saveFile.mockResolvedValueOnce(null);
    expect(await app.desk.handlers['audit.export']({})).toEqual({ ok: true, value: null });
    rig.saveFile.mockResolvedValueOnce(join(rig.folder, 'no', 'such', 'folder.jsonl'));
    expect(await app.desk.handlers['audit.export']({})).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(app.audit.head().count).toBe(1_235);
  });

  it('is read by a verifier that knows nothing of the app, whatever the rows hold', async () => {
    const head = app.audit.head().hash;
    expect(checkLog(await exported(), null)).toMatchObject({ exit: 0, lines: [`holds: 1235 rows, head ${head}`, expect.stringContaining('Northgate Ltd')] });
    expect(checkLog(await exported(), { rows: 1_235, head })).toMatchObject({ exit: 0 });
  });

  it('is complete also when the log is broken, so that somebody can look into it', async () => {
    await app.shut();
    rig.tamper("UPDATE audit SET actor = 'Nobody' WHERE number = 700");
    app = await rig.open();
    await app.accept();
    const { exit, lines } = checkLog(await exported(), null);
    expect([exit, lines[0], lines.at(-1)]).toEqual([1, 'BROKEN at entry 700 (line 701): what it says doesn’t match its hash: it was changed.', 'Entry 1236: Femke went on with a broken log; see its reason there.']);
  });

  it.each<[string, (lines: string[]) => unknown, string]>([
    ['an edited row', (lines) => lines.splice(700, 1, (lines[700] ?? '').replace('Femke', 'Fenke')), 'entry 700 (line 701): what it says'],
    ['two rows that changed places', (lines) => lines.splice(700, 2, lines[701] ?? '', lines[700] ?? ''), 'entry 701 (line 701): entry 700 should stand here'],
    ['a row that is gone', (lines) => lines.splice(700, 1), 'entry 701 (line 701): entry 700 should stand here'],
    ['a row twice', (lines) => lines.splice(700, 0, lines[700] ?? ''), 'entry 700 (line 702): entry 701 should stand here'],
    ['a cut end', (lines) => lines.splice(1_200), 'entry 1200 (line 1201): the log ends after 1199 entries'],
    ['a line that is no entry', (lines) => lines.splice(700, 1, '{"hash":"x","row":[1]}'), 'entry 700 (line 701): the line is no entry'],
    ['another head', (lines) => lines.splice(0, 1, (lines[0] ?? '').replace(/"head":"[0-9a-f]{4}/, '"head":"0000')), 'entry 1235 (line 1236): the log doesn’t end'],
  ])('shows %s', async (_what, change, words) => {
    const lines = (await exported()).trimEnd().split('\n');
    change(lines);
    expect(checkLog(lines.join('\n'), null)).toMatchObject({ exit: 1, lines: expect.arrayContaining([expect.stringContaining(`BROKEN at ${words}`)]) as unknown });
  });

  it('shows against a noted end what it can’t show alone: a cut one with a new first line, and a chain written anew', async () => {
    const lines = (await exported()).trimEnd().split('\n');
    const noted = { rows: 1_235, head: app.audit.head().hash };
    const shorter = lines.slice(0, 1_201);
    const { hash } = JSON.parse(shorter.at(-1) ?? '') as { hash: string };
    shorter[0] = JSON.stringify({ ...JSON.parse(shorter[0] ?? '') as object, rows: 1_200, head: hash });
    expect(checkLog(shorter.join('\n'), null).exit).toBe(0);
    expect(checkLog(shorter.join('\n'), noted)).toMatchObject({ exit: 1, lines: ['BROKEN at entry 1201 (line 1202): the log ends after 1200 entries, and it was noted that it has 1235. The end is missing.'] });
    expect(checkLog(lines.join('\n'), { rows: 1_000, head: noted.head })).toMatchObject({ exit: 1, lines: expect.arrayContaining([expect.stringContaining('entry 1000 (line 1001): it isn’t the one that was noted')]) as unknown });
  });
});

describe('the command', () => {
  it('says what it found, and ends with 0, 1 or 2', async () => {
    const text = await exported();
    const head = app.audit.head();
    expect(verify(file())).toMatchObject({ status: 0, words: expect.stringContaining('holds: 1235 rows, head ') as string });
    expect(verify(file(), '--rows', String(head.count), '--head', head.hash)).toMatchObject({ status: 1 });
    writeFileSync(file(), text.replace('"Femke"', '"Fenke"'));
    expect(verify(file())).toMatchObject({ status: 1, words: expect.stringContaining('BROKEN at entry 1 (line 2)') as string });
    writeFileSync(file(), 'Dear auditor');
    expect(verify(file())).toMatchObject({ status: 2, words: expect.stringContaining('This is no audit log') as string });
    for (const args of [[], ['/no/such/file'], [file(), '--rows', '5'], [file(), '--rows', '5', '--head', 'abc'], [file(), '--what']]) expect(verify(...args)).toMatchObject({ status: 2, words: expect.stringContaining('Usage') as string });
  }, 30_000);
});

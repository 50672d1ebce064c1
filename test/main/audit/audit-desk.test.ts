import { copyFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../preload/contract/result.ts';
import { serviceName } from '../../../main/vault/secret-store.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { auditRig } from './rig.ts';

let rig: ReturnType<typeof auditRig>;
beforeEach(() => { rig = auditRig(); });
afterEach(() => { rig.remove(); });

const anchor = () => JSON.parse(rig.keychain.entries.get([...rig.keychain.entries.keys()].find((name) => name.includes('audit/p')) ?? '') ?? 'null') as { rows: number; head: string } | null;

describe('the anchor', () => {
  it('is written soon after rows came, once for many', async () => {
    const app = await rig.open();
    await app.verify();
    app.add(40);
    expect(anchor()).toBeNull();
    await rig.pass(1_000);
    expect(anchor()).toMatchObject({ rows: 40, head: app.audit.head().hash });
    expect(await app.state()).toMatchObject({ verdict: 'holds', rows: 40, anchored: { rows: 40 }, place: 'keychain', brokenAt: null, words: null });
    await app.shut();
  });

  it('is written when the app ends, and is found to hold when it starts', async () => {
    await rig.fill(3);
    expect(anchor()?.rows).toBe(3);
    const app = await rig.open();
    expect(app.desk.held()).toBeNull();
    expect(await app.verify()).toMatchObject({ verdict: 'holds', rows: 3, checkedAt: rig.time.now() });
    await app.shut();
  });

  it('lies behind after a crash, which is no break', async () => {
    await rig.fill(3);
    const app = await rig.open();
    await app.verify();
    app.add(5);
    app.crash();
    expect(anchor()?.rows).toBe(3);
    const again = await rig.open();
    expect(await again.verify()).toMatchObject({ verdict: 'holds', rows: 8 });
    await rig.pass(1_000);
    expect(anchor()?.rows).toBe(8);
    await again.shut();
  });

  it('is made without a word for a log from before there were anchors', async () => {
    const app = await rig.open();
    app.add(4);
    app.crash();
    const first = await rig.open();
    expect(first.desk.held()).toBeNull();
    await first.verify();
    await first.shut();
    expect(anchor()?.rows).toBe(4);
  });

  it('that the first try didn’t bring into the keychain is made at the next start, without a word', async () => {
    const app = await rig.open();
    await app.verify();
    const { set } = rig.keychain;
    Object.assign(rig.keychain, { set: async () => fail(vaultError('keychain-denied')) });
    app.add(2);
    await rig.pass(1_000);
    app.crash();
    Object.assign(rig.keychain, { set });
    const again = await rig.open();
    expect(again.desk.held()).toBeNull();
    expect(await again.verify()).toMatchObject({ verdict: 'holds', accepted: null });
    await again.shut();
    expect(anchor()?.rows).toBe(2);
  });

  it('that is gone holds everything up, and is not written anew without a word', async () => {
    await rig.fill(4);
    await rig.forget();
    const app = await rig.open();
    expect(app.desk.held()).toMatchObject({ code: 'audit-broken', message: expect.stringContaining('is gone') as string });
    expect(await app.verify()).toMatchObject({ verdict: 'broken', what: 'note-gone', brokenAt: null, anchored: null, accepted: null, words: expect.stringContaining('is gone') as string });
    app.add(1);
    await app.shut();
    expect(anchor()).toBeNull();
  });

  it('that is gone is gone too where an older copy of the data was put back', async () => {
    await rig.fill(4);
    copyFileSync(rig.file, `${rig.file}.old`);
    await rig.fill(3);
    rmSync(`${rig.file}-wal`, { force: true });
    copyFileSync(`${rig.file}.old`, rig.file);
    await rig.forget();
    const app = await rig.open();
    expect(app.desk.held()).not.toBeNull();
    await app.accept();
    expect(rig.markRestored).toHaveBeenCalledOnce();
    await app.shut();
  });

  it('that is damaged counts as gone, whatever the store knows of it', async () => {
    const name = 'vault/audit/p';
    await rig.keychain.set(serviceName, name, 'no anchor');
    const app = await rig.open();
    rig.keychain.failWith = async () => fail(vaultError('keychain-unavailable'));
    await app.verify();
    expect(app.desk.held()).toMatchObject({ code: 'audit-broken' });
    rig.keychain.failWith = undefined;
    expect(await app.accept()).toMatchObject({ verdict: 'holds', rows: 1, anchored: { rows: 1 } });
    await app.shut();
  });

  it('that is gone is made again on a person’s written word, and what was open is looked up first', async () => {
    await rig.fill(4);
    await rig.forget();
    const app = await rig.open();
    expect(await app.accept()).toMatchObject({ verdict: 'holds', rows: 5, anchored: { rows: 5 }, accepted: { by: 'Femke' } });
    expect(app.desk.held()).toBeNull();
    expect([rig.markRestored.mock.calls.length, rig.recover.mock.calls.length]).toEqual([1, 1]);
    await app.shut();
    const again = await rig.open();
    expect(again.desk.held()).toBeNull();
    expect(await again.verify()).toMatchObject({ verdict: 'holds' });
    await again.shut();
    await rig.forget();
    const third = await rig.open();
    expect(third.desk.held()).not.toBeNull();
    await third.shut();
  });

  it('that comes while the chain is walked is not taken for one that is gone', async () => {
    const app = await rig.open();
    await app.verify();
    app.add(3_000);
    const checked = app.verify();
    rig.time.advance(1_000);
    expect(await checked).toMatchObject({ verdict: 'holds', accepted: null });
    await rig.pass(0);
    expect(app.desk.held()).toBeNull();
    await app.shut();
  });

  it('that can’t be read is said so and read again later, and nothing is written over it', async () => {
    await rig.fill(4);
    rig.keychain.failWith = async () => fail(vaultError('keychain-unavailable'));
    const app = await rig.open();
    expect(app.desk.held()).toMatchObject({ code: 'audit-broken', message: expect.stringContaining('can\u2019t be read') as string });
    expect(await app.verify()).toMatchObject({ verdict: 'unanchored', words: expect.stringContaining('could not be read') as string });
    app.add(1);
    rig.keychain.failWith = undefined;
    await rig.pass(60_000);
    expect(app.desk.held()).toBeNull();
    expect(await app.state()).toMatchObject({ verdict: 'holds', anchored: { rows: 5 } });
    await app.shut();
  });

  it('that the keychain doesn’t take is tried again, while the log goes on', async () => {
    await rig.fill(1);
    const app = await rig.open();
    await app.verify();
    const { set } = rig.keychain;
    Object.assign(rig.keychain, { set: async () => fail(vaultError('keychain-denied')) });
    app.add(2);
    await rig.pass(1_000);
    expect(await app.state()).toMatchObject({ verdict: 'holds', rows: 3, anchored: { rows: 1 }, words: expect.stringContaining('could not be') as string });
    Object.assign(rig.keychain, { set });
    await rig.pass(60_000);
    expect(await app.state()).toMatchObject({ rows: 3, anchored: { rows: 3 }, words: null });
    await app.shut();
  });

  it('stands in an entry of its own for each vault and profile', async () => {
    await rig.fill(1);
    expect([...rig.keychain.entries.keys()].join()).toContain('vault/audit/p');
  });

  it('of a session that keeps nothing is nowhere, and that is said', async () => {
    const other = auditRig('none');
    const app = await other.open();
    app.add(2);
    await other.pass(1_000);
    expect(await app.verify()).toMatchObject({ verdict: 'unanchored', place: 'none', words: expect.stringContaining('Nothing of this session is kept') as string });
    await app.shut();
    expect(other.keychain.calls).toEqual([]);
    other.remove();
  });
});

describe('a log that was tampered with', () => {
  const brokenAfter = async (what: string, at: number) => {
    const app = await rig.open();
    expect(await app.verify()).toMatchObject({ verdict: 'broken', what, brokenAt: at, accepted: null });
    expect(app.desk.held()).toMatchObject({ code: 'audit-broken' });
    return app;
  };

  it.each(['actor', 'what', 'subject_id', 'detail', 'at'])('is broken at the row whose %s was edited', async (column) => {
    await rig.fill(1_200);
    rig.tamper(`UPDATE audit SET ${column} = ${column === 'at' ? '5' : "'x'"} WHERE number = 700`);
    await (await brokenAfter('row', 700)).shut();
  });

  it('is broken where two rows changed places', async () => {
    await rig.fill(20);
    rig.tamper('UPDATE audit SET number = -1 WHERE number = 7', 'UPDATE audit SET number = 7 WHERE number = 8', 'UPDATE audit SET number = 8 WHERE number = -1');
    await (await brokenAfter('order', 7)).shut();
  });

  it('is broken after a row that was taken out', async () => {
    await rig.fill(20);
    rig.tamper('DELETE FROM audit WHERE number = 7');
    await (await brokenAfter('order', 8)).shut();
  });

  it('is broken at its cut end, known before anything else is done', async () => {
    await rig.fill(20);
    rig.tamper('DELETE FROM audit WHERE number > 15');
    const app = await rig.open();
    expect(app.desk.held()).toMatchObject({ code: 'audit-broken', message: expect.stringContaining('after entry 15') as string });
    expect(await app.verify()).toMatchObject({ what: 'tail', brokenAt: 16, anchored: { rows: 20 } });
    await app.shut();
  });

  it('is an older copy where the file was swapped for one, and stays it while work goes on', async () => {
    await rig.fill(20);
    copyFileSync(rig.file, `${rig.file}.old`);
    await rig.fill(10);
    rmSync(`${rig.file}-wal`, { force: true });
    copyFileSync(`${rig.file}.old`, rig.file);
    const app = await brokenAfter('older-copy', 21);
    app.add(30);
    expect(await app.verify()).toMatchObject({ what: 'older-copy', brokenAt: 21 });
    await app.shut();
    expect(anchor()?.rows).toBe(30);
  });

  it('is an older copy where an empty store took its place', async () => {
    await rig.fill(5);
    for (const end of ['', '-wal', '-shm']) rmSync(`${rig.file}${end}`, { force: true });
    for (const other of ['.key', '.check']) rmSync(`${rig.file}${other}`, { force: true });
    rmSync(rig.folder, { recursive: true, force: true });
    await (await brokenAfter('older-copy', 1)).shut();
  });

  it('is broken where the whole chain was written anew, hashes and all', async () => {
    await rig.fill(10);
    rig.tamper('DELETE FROM audit');
    const forger = await rig.open();
    forger.add(13);
    forger.crash();
    await (await brokenAfter('rewritten', 10)).shut();
  });

  it('tells of its cut end too where a row before it was edited', async () => {
    await rig.fill(20);
    rig.tamper("UPDATE audit SET actor = 'Nobody' WHERE number = 7", 'DELETE FROM audit WHERE number > 15');
    const app = await rig.open();
    expect(await app.verify()).toMatchObject({ what: 'row', brokenAt: 7, words: expect.stringMatching(/Entry 7 was changed.*after entry 15/) as string });
    await app.accept();
    expect(rig.markRestored).toHaveBeenCalledOnce();
    await app.shut();
  });

  it('is found while the app runs, before a note is written over it', async () => {
    const app = await rig.open();
    await app.verify();
    app.add(10);
    await rig.pass(1_000);
    rig.tamper('DELETE FROM audit WHERE number > 6');
    app.add(1);
    await rig.pass(1_000);
    expect(await app.state()).toMatchObject({ verdict: 'broken', what: 'tail' });
    expect(anchor()?.rows).toBe(10);
    await app.shut();
  });
});

describe('going on with a broken log', () => {
  it('is written down with what was found, anchored, and lets payouts go', async () => {
    await rig.fill(20);
    rig.tamper("UPDATE audit SET actor = 'Nobody' WHERE number = 7");
    const app = await rig.open();
    expect(await app.accept()).toMatchObject({ verdict: 'broken', brokenAt: 7, what: 'row', rows: 21, anchored: { rows: 21 }, accepted: { reason: 'The disk was put back by hand.', by: 'Femke' } });
    expect(app.desk.held()).toBeNull();
    expect(rig.markRestored).not.toHaveBeenCalled();
    const [row] = await app.desk.handlers['audit.list']({ before: null, limit: 1 }).then((lines) => (lines.ok ? lines.value : []));
    expect(row).toMatchObject({ number: 21, words: 'Went on with a broken audit log', facts: expect.arrayContaining([{ name: 'Found', value: 'row' }, { name: 'Broken at', value: '7' }]) as unknown });
    await app.shut();
    const again = await rig.open();
    expect(await again.verify()).toMatchObject({ verdict: 'broken', brokenAt: 7, accepted: { by: 'Femke' } });
    expect(again.desk.held()).toBeNull();
    await again.shut();
  });

  it.each([
    ['the same row again', "UPDATE audit SET actor = 'Somebody' WHERE number = 7", 7],
    ['an earlier row', "UPDATE audit SET actor = 'Somebody' WHERE number = 3", 3],
    ['a later row', "UPDATE audit SET actor = 'Somebody' WHERE number = 22", 22],
    ['the row that says so', "UPDATE audit SET detail = '{}' WHERE number = 21", 7],
  ])('doesn’t cover a change to %s', async (_what, statement, at) => {
    await rig.fill(20);
    rig.tamper("UPDATE audit SET actor = 'Nobody' WHERE number = 7");
    const app = await rig.open();
    await app.accept();
    app.add(4);
    await app.shut();
    rig.tamper(statement);
    const again = await rig.open();
    const state = await again.verify();
    expect(state).toMatchObject({ verdict: 'broken', accepted: null });
    expect(state.brokenAt).toBe(at);
    expect(again.desk.held()).not.toBeNull();
    await again.shut();
  });

  it('takes the journal for a restored one where rows are missing, and holds from there', async () => {
    await rig.fill(20);
    rig.tamper('DELETE FROM audit WHERE number > 15');
    const app = await rig.open();
    expect(await app.accept()).toMatchObject({ verdict: 'holds', rows: 16, anchored: { rows: 16 }, accepted: { by: 'Femke' } });
    expect(rig.markRestored).toHaveBeenCalledOnce();
    expect(rig.recover).toHaveBeenCalledOnce();
    await app.shut();
    const again = await rig.open();
    expect(await again.verify()).toMatchObject({ verdict: 'holds', rows: 16 });
    await again.shut();
  });

  it('counts for this run although the keychain takes no note, and is asked for again at the next start', async () => {
    await rig.fill(20);
    rig.tamper('DELETE FROM audit WHERE number > 15');
    const app = await rig.open();
    await app.verify();
    const { set } = rig.keychain;
    Object.assign(rig.keychain, { set: async () => fail(vaultError('keychain-denied')) });
    expect(await app.accept()).toMatchObject({ verdict: 'unanchored' });
    expect(app.desk.held()).toBeNull();
    await app.shut();
    Object.assign(rig.keychain, { set });
    const again = await rig.open();
    expect(again.desk.held()).not.toBeNull();
    await again.shut();
  });

  it('needs no word where nothing is broken', async () => {
    await rig.fill(2);
    const app = await rig.open();
    expect(await app.desk.handlers['audit.accept']({ reason: 'Because I want to.' })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(app.audit.head().count).toBe(2);
    await app.shut();
  });
});

describe('checking', () => {
  it('lets everything else have its turn, and stops when the app locks', async () => {
    await rig.fill(6_000);
    const app = await rig.open();
    let turns = 0;
    const count = () => { turns += 1; ticking = setImmediate(count); };
    let ticking = setImmediate(count);
    await app.verify();
    clearImmediate(ticking);
    expect(turns).toBeGreaterThan(5);
    void app.verify();
    await app.shut();
    expect(await app.desk.handlers['audit.state']({})).toMatchObject({ ok: false, error: { code: 'locked' } });
  });
});

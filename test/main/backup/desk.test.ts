import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../main/vault/memory.ts';
import { createProfileSecrets } from '../../../main/vault/profile-secrets.ts';
import { computer, good, papers } from './rig.ts';

type Computer = Awaited<ReturnType<typeof computer>>;
const day = 24 * 60 * 60_000;
const passphrase = 'correct horse battery';

const shelf = ({ folder }: Computer) => join(folder, 'backups');
const names = (at: Computer) => (existsSync(shelf(at)) ? readdirSync(shelf(at)).toSorted() : []);
const newest = async (at: Computer) => (await at.desk.state()).files[0]?.name ?? '';
const secretsOf = ({ vault }: Computer) => createProfileSecrets(vault.secrets, vault.id);
/** Changes one byte in the middle of a stored file. */
const spoil = ({ folder }: Computer, hash: string) => {
  const file = join(folder, 'files', hash);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill((bytes[90_000] ?? 0) ^ 1, 90_000, 90_001));
};
const chosen = async (at: Computer, file: string) => {
  at.chosen.file = file;
  const found = good(await at.desk.choose(null));
  if (!found) throw new Error('Nothing chosen');
  return found;
};

async function withData(options?: Parameters<typeof computer>[0]) {
  const at = await computer(options);
  const document = papers();
  at.put('k', 'before');
  good(await at.store().blobs.put(document.content));
  await secretsOf(at).set('acme', 'client_secret', 's3cret-value');
  return { at, document };
}

describe('a backup', () => {
  it('is one file of the user alone that holds no readable word, and says when it was made and what opens it', async () => {
    const { at } = await withData();
    const state = good(await at.desk.make('asked'));
    expect(state.files).toEqual([{ name: 'bursar-2026-11-02-090000-asked.bursarbackup', madeAt: at.time.now(), bytes: expect.any(Number), kind: 'asked', opensWith: 'this-computer' }]);
    const file = join(shelf(at), await newest(at));
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const word of ['SQLite', 's3cret', 'client_secret', 'kept_values', 'bursar.db']) expect(readFileSync(file).toString('latin1')).not.toContain(word);
    expect(readdirSync(at.folder)).not.toContain('backup-work');
    expect(names(at)).toHaveLength(1);
  });

  it('gives back the store, the files’ bytes, the profiles and their credentials as they were', async () => {
    const { at, document } = await withData();
    good(await at.desk.make('asked'));
    at.put('k', 'after');
    good(await at.store().blobs.remove(document.hash));
    await secretsOf(at).remove('acme');
    at.moment.profiles = { profiles: [], lastProfileId: null };
    const found = good(await at.desk.choose(await newest(at)));
    expect(found).toMatchObject({ opens: 'here', opensWith: 'this-computer', version: '1.2.3' });
    const restored = good(await at.desk.restore(found?.token ?? '', null));
    expect(restored).toEqual({ madeAt: at.time.now(), payouts: 3, open: 2, customers: 1, keptAside: expect.stringMatching(/^before-restore-/) });
    expect([at.get('k'), at.get('restored')]).toEqual(['before', true]);
    expect(good(await at.store().blobs.read(document.hash)).equals(document.content)).toBe(true);
    expect(await secretsOf(at).read('acme', 'client_secret')).toEqual({ ok: true, value: 's3cret-value' });
    expect(at.moment.profiles).toEqual({ profiles: ['acme'], lastProfileId: 'acme' });
    expect(readdirSync(join(at.folder, restored.keptAside ?? ''))).toEqual(expect.arrayContaining(['bursar.db', 'bursar.db.keycheck', 'files']));
    expect(readdirSync(at.folder).filter((name) => /^(restor|backup-work)/.test(name) && name !== 'restored.json')).toEqual([]);
  });

  it('notes also of profiles without a row in it where their logs end', async () => {
    const { at } = await withData();
    good(await at.desk.make('asked'));
    good(await at.desk.restore(good(await at.desk.choose(await newest(at)))?.token ?? '', null));
    expect(JSON.parse(readFileSync(join(at.folder, 'restored.json'), 'utf8'))).toEqual([['acme', 0, ''], ['sandbox', 0, '']]);
  });

  it('keeps a credential that was changed since', async () => {
    const { at } = await withData();
    good(await at.desk.make('asked'));
    await secretsOf(at).set('acme', 'client_secret', 'rotated');
    good(await at.desk.restore(good(await at.desk.choose(await newest(at)))?.token ?? '', null));
    expect(await secretsOf(at).read('acme', 'client_secret')).toEqual({ ok: true, value: 'rotated' });
  });

  it('is not possible of a session that keeps nothing, nor while it is locked, and says so', async () => {
    const none = await computer({ choice: { mode: 'session-only' } });
    expect(await none.desk.make('asked')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await none.desk.state()).toMatchObject({ possible: false, nextAt: null });
    const { at } = await withData();
    at.shut();
    await at.vault.lock();
    expect(await at.desk.make('asked')).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await at.desk.setDaily(false, 3)).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect((await at.desk.state()).daily).toBe(true);
  });

  it('that can’t be written says why and leaves nothing half made', async () => {
    const { at } = await withData();
    mkdirSync(join(at.folder, 'full'));
    writeFileSync(join(at.folder, 'in-the-way'), '');
    at.chosen.folder = join(at.folder, 'in-the-way');
    good(await at.desk.chooseFolder());
    expect(await at.desk.make('asked')).toMatchObject({ ok: false, error: { code: 'storage', message: expect.stringMatching(/^The backup was not made/), fix: expect.any(String) } });
    expect((await at.desk.state()).failed).toMatch(/not made/);
    at.chosen.folder = join(at.folder, 'full');
    expect(good(await at.desk.chooseFolder()).failed).not.toBeNull();
    expect(good(await at.desk.make('asked'))).toMatchObject({ failed: null, folder: join(at.folder, 'full') });
  });
});

describe('what is done with backups', () => {
  it('is written down: making, the passphrase, the folder, how often; and not what was refused', async () => {
    const { at } = await withData();
    await at.desk.make('asked');
    await at.desk.setPassphrase('short');
    await at.desk.setPassphrase(passphrase);
    await at.desk.setPassphrase(null);
    await at.desk.chooseFolder();
    at.chosen.folder = join(at.folder, 'elsewhere');
    await at.desk.chooseFolder();
    await at.desk.setDaily(true, 3);
    at.time.advance(2 * day);
    await at.desk.daily();
    expect(at.acts).toEqual(['backup.make person', 'backup.setPassphrase person', 'backup.removePassphrase person', 'backup.setFolder person', 'backup.setDaily person', 'backup.make app']);
  });
});

describe('looking into a backup', () => {
  const openFile = async (at: Computer) => chosen(at, join(shelf(at), await newest(at)));

  it('says which profiles it holds, takes its passphrase, and writes nothing', async () => {
    const { at } = await withData();
    await at.desk.setPassphrase(passphrase);
    good(await at.desk.make('asked'));
    const file = join(shelf(at), await newest(at));
    const other = await computer({ choice: null });
    const before = readdirSync(other.folder);
    const { token } = await chosen(other, file);
    for (const wrong of [null, 'wrong horse battery']) expect(await other.desk.look(token, wrong)).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(good(await other.desk.look(token, passphrase)).profiles).toEqual([{ name: JSON.stringify({ profiles: ['acme'], lastProfileId: 'acme' }), provider: 'blaaiz', env: 'live', host: 'api.example.com', known: true }]);
    expect([readdirSync(other.folder), other.moment.swaps]).toEqual([before, 0]);
    expect(await other.desk.look('made up', passphrase)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('finds damage anywhere in it', async () => {
    const { at } = await withData();
    good(await at.desk.make('asked'));
    const { token } = await openFile(at);
    truncateSync(join(shelf(at), await newest(at)), statSync(join(shelf(at), await newest(at))).size - 1);
    expect(await at.desk.look(token, null)).toMatchObject({ ok: false, error: { code: 'file-damaged' } });
  });

  it('is what is restored: another file in its place is refused', async () => {
    const { at } = await withData();
    good(await at.desk.make('asked'));
    const { token } = await openFile(at);
    const file = join(shelf(at), await newest(at));
    good(await at.desk.look(token, null));
    at.moment.profiles = { profiles: ['of somebody else'], lastProfileId: null };
    at.time.advance(1_000);
    good(await at.desk.make('asked'));
    writeFileSync(file, readFileSync(join(shelf(at), await newest(at))));
    expect(await at.desk.restore(token, null)).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining('not the ones that you were shown') as string } });
    expect(at.moment.swaps).toBe(0);
  });
});

describe('a passphrase for backups', () => {
  it('opens them on another computer, with the credentials, and is asked for there again', async () => {
    const { at, document } = await withData();
    expect(await at.desk.setPassphrase('short')).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(good(await at.desk.setPassphrase(passphrase)).passphraseSet).toBe(true);
    expect(good(await at.desk.make('asked')).files[0]?.opensWith).toBe('passphrase');
    const file = join(shelf(at), await newest(at));
    const other = await computer({ choice: null });
    const found = await chosen(other, file);
    expect(found.opens).toBe('passphrase');
    for (const wrong of ['wrong horse battery', null]) {
      expect(await other.desk.restore(found.token, wrong)).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    }
    expect([readdirSync(other.folder).filter((name) => name !== 'backups.json'), other.moment.swaps]).toEqual([[], 0]);
    const restored = good(await other.desk.restore(found.token, passphrase));
    expect(restored.keptAside).toBeNull();
    expect([other.vault.state().mode, other.get('k')]).toEqual(['keychain', 'before']);
    expect(good(await other.store().blobs.read(document.hash)).equals(document.content)).toBe(true);
    expect(await secretsOf(other).read('acme', 'client_secret')).toEqual({ ok: true, value: 's3cret-value' });
    other.time.advance(1_000);
    expect(good(await other.desk.make('asked'))).toMatchObject({ passphraseSet: true, files: [{ opensWith: 'passphrase' }] });
    expect(readFileSync(join(other.folder, 'backups.json'), 'utf8')).not.toContain(passphrase);
  });

  it('opens them also where there is no keychain, and then opens the vault', async () => {
    const { at } = await withData();
    good(await at.desk.setPassphrase(passphrase));
    good(await at.desk.make('asked'));
    const memory = createMemoryStore();
    const broken = { ...memory, set: async () => ({ ok: false as const, error: { code: 'keychain-unavailable' as const, message: 'None.' } }) };
    const other = await computer({ choice: null, keychain: broken });
    good(await other.desk.restore((await chosen(other, join(shelf(at), await newest(at)))).token, passphrase));
    expect([other.vault.state().mode, other.vault.state().phase, other.get('k')]).toEqual(['passphrase', 'unlocked', 'before']);
    expect(await secretsOf(other).read('acme', 'client_secret')).toEqual({ ok: true, value: 's3cret-value' });
  });

  it('is not needed where the key is, and nothing else opens a backup without one', async () => {
    const { at } = await withData();
    good(await at.desk.make('asked'));
    const file = join(shelf(at), await newest(at));
    const other = await computer({ choice: null });
    const found = await chosen(other, file);
    expect(found.opens).toBe('nowhere');
    expect(await other.desk.restore(found.token, null)).toMatchObject({ ok: false, error: { code: 'key-mismatch' } });
    expect(await other.desk.restore(found.token, passphrase)).toMatchObject({ ok: false, error: { code: 'validation' } });
    // The same keychain, another folder: vault.json is gone, the key isn't.
    const same = await computer({ choice: null, keychain: at.keychain });
    good(await same.desk.restore((await chosen(same, file)).token, null));
    expect(same.get('k')).toBe('before');
  });

  it('takes the place of a vault of another key, which is kept aside with its data', async () => {
    const { at } = await withData();
    good(await at.desk.setPassphrase(passphrase));
    good(await at.desk.make('asked'));
    const { at: other } = await withData({ choice: { mode: 'keychain', passphrase: 'of the other vault' } });
    other.put('k', 'of the other');
    const { keptAside } = good(await other.desk.restore((await chosen(other, join(shelf(at), await newest(at)))).token, passphrase));
    expect(readdirSync(join(other.folder, keptAside ?? ''))).toEqual(expect.arrayContaining(['bursar.db', 'vault.json', 'files']));
    // It asked for a passphrase before, so it does again.
    expect([other.get('k'), other.vault.state().needsPassphrase]).toEqual(['before', true]);
  });
});

describe('a backup that isn’t as it was written', () => {
  it('is refused before anything is touched, wherever it was changed, cut or added to', async () => {
    const { at } = await withData();
    good(await at.desk.make('asked'));
    const file = join(shelf(at), await newest(at));
    const whole = readFileSync(file);
    const block = 64 * 1024 + 16;
    const swapped = Buffer.from(whole);
    const start = whole.length - 4 * block;
    whole.copy(swapped, start, start + block, start + 2 * block);
    whole.copy(swapped, start + block, start, start + block);
    const flip = (place: number) => { const bytes = Buffer.from(whole); bytes[place] = (bytes[place] ?? 0) ^ 1; return bytes; };
    const harmed = [
      ...[0, 9, 20, 200, 700, Math.floor(whole.length / 2), whole.length - 1].map(flip), whole.subarray(0, -1), whole.subarray(0, -block), whole.subarray(0, 100), Buffer.alloc(0),
      Buffer.concat([whole, Buffer.alloc(1)]), swapped,
    ];
    for (const bytes of harmed) {
      writeFileSync(file, bytes);
      at.chosen.file = file;
      const found = await at.desk.choose(null);
      const refused = found.ok && found.value ? await at.desk.restore(found.value.token, null) : found;
      expect(refused).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^(file-damaged|key-mismatch)$/) } });
      expect([at.moment.swaps, at.get('k'), readdirSync(at.folder).includes('restore-work')]).toEqual([0, 'before', false]);
    }
    writeFileSync(file, whole);
    good(await at.desk.restore((await chosen(at, file)).token, null));
  });

  it('is refused when it was made by a newer version', async () => {
    const { at } = await withData();
    at.store().database.run('PRAGMA user_version = 999');
    good(await at.desk.make('asked'));
    expect(await at.desk.restore((await chosen(at, join(shelf(at), await newest(at)))).token, null)).toMatchObject({ ok: false, error: { code: 'conflict', message: expect.stringContaining('newer') } });
  });

  it('is not taken by a name or token that nobody gave', async () => {
    const { at } = await withData();
    expect(await at.desk.choose('../vault.json')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await at.desk.restore('made up', null)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a backup while a stored document is damaged', () => {
  it('is made without it, says so, and holds all the rest', async () => {
    const { at, document } = await withData();
    const other = papers(70_000);
    good(await at.store().blobs.put(other.content));
    spoil(at, document.hash);
    const state = good(await at.desk.make('asked'));
    expect([state.files.length, state.failed, state.incomplete]).toEqual([1, null, expect.stringContaining('One stored document is damaged, and not in the backup')]);
    expect(readdirSync(join(at.folder, 'files')).filter((name) => name.includes('.broken-'))).toHaveLength(1);
    good(await at.desk.restore(good(await at.desk.choose(await newest(at)))?.token ?? '', null));
    expect(good(await at.store().blobs.read(other.hash)).equals(other.content)).toBe(true);
    expect([await at.store().blobs.has(document.hash), (await at.desk.state()).incomplete]).toEqual([false, null]);
  });

  it('says no more of it once all documents that are there are whole', async () => {
    const { at, document } = await withData();
    spoil(at, document.hash);
    good(await at.desk.make('asked'));
    good(await at.store().blobs.put(document.content));
    at.time.advance(1_000);
    expect(good(await at.desk.make('asked')).incomplete).toBeNull();
  });
});

describe('the daily backup', () => {
  it('is made once a day, keeps as many as asked, and never removes others', async () => {
    const { at } = await withData();
    good(await at.desk.make('asked'));
    good(await at.desk.setDaily(true, 2));
    await at.desk.daily();
    expect(names(at)).toHaveLength(1);
    writeFileSync(join(shelf(at), 'bursar-2026-11-01-090000-daily.bursarbackup'), 'not one of ours');
    writeFileSync(join(shelf(at), 'holiday.jpg'), 'mine');
    for (let days = 0; days < 4; days += 1) {
      at.time.advance(day);
      await at.desk.daily();
      await at.desk.daily();
    }
    expect(names(at)).toEqual([
      'bursar-2026-11-01-090000-daily.bursarbackup', 'bursar-2026-11-02-090000-asked.bursarbackup', 'bursar-2026-11-05-090000-daily.bursarbackup', 'bursar-2026-11-06-090000-daily.bursarbackup', 'holiday.jpg',
    ]);
  });

  it('is left out when a stored document is found damaged by it, and the older ones stay', async () => {
    const { at, document } = await withData();
    good(await at.desk.setDaily(true, 1));
    await at.desk.daily();
    const [before] = names(at);
    spoil(at, document.hash);
    at.time.advance(day);
    await at.desk.daily();
    expect([names(at), (await at.desk.state()).skipped]).toEqual([[before], expect.stringContaining('One stored document is damaged')]);
  });

  it('waits while something is being sent, and is left out after errors, with the reason', async () => {
    const { at } = await withData();
    at.moment.quiet = false;
    await at.desk.daily();
    expect(names(at)).toEqual([]);
    Object.assign(at.moment, { quiet: true, trouble: 'A stored document was found damaged in this session.' });
    await at.desk.daily();
    expect([names(at), (await at.desk.state()).skipped]).toEqual([[], 'A stored document was found damaged in this session.']);
    at.moment.trouble = null;
    await at.desk.daily();
    expect([names(at).length, (await at.desk.state()).skipped]).toEqual([1, null]);
  });

  it('is not made when it is switched off, and not at all while locked', async () => {
    const { at } = await withData();
    good(await at.desk.setDaily(false, 7));
    await at.desk.daily();
    expect([names(at), (await at.desk.state()).nextAt]).toEqual([[], null]);
    good(await at.desk.setDaily(true, 7));
    at.shut();
    await at.desk.daily();
    expect(names(at)).toEqual([]);
  });

  it('tries again an hour after it failed, not each minute', async () => {
    const { at } = await withData();
    writeFileSync(shelf(at), 'in the way');
    await at.desk.daily();
    const failed = (await at.desk.state()).failed;
    expect(failed).toMatch(/not made/);
    rmSync(shelf(at));
    at.time.advance(60_000);
    await at.desk.daily();
    expect(names(at)).toEqual([]);
    at.time.advance(60 * 60_000);
    await at.desk.daily();
    expect(names(at)).toHaveLength(1);
  });
});

describe('beginning with nothing', () => {
  it('is refused while the data is fine', async () => {
    const { at } = await withData();
    expect((await at.desk.state()).canStartAnew).toBe(false);
    expect(await at.desk.startAnew()).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(at.get('k')).toBe('before');
  });

  it('keeps everything of a damaged store aside and opens an empty one', async () => {
    const { at } = await withData();
    at.shut();
    truncateSync(join(at.folder, 'bursar.db'), 1_000);
    expect(await at.openStore()).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect((await at.desk.state()).canStartAnew).toBe(true);
    good(await at.desk.startAnew());
    expect(at.get('k')).toBeNull();
    expect(readdirSync(at.folder).filter((name) => name.includes('.damaged-')).length).toBeGreaterThan(0);
    const aside = readdirSync(at.folder).find((name) => name.startsWith('before-anew-')) ?? '';
    expect(readdirSync(join(at.folder, aside)).toSorted()).toEqual(['bursar.db.keycheck', 'files']);
  });

  it('is offered when vault.json is damaged, and a backup brings everything back there too', async () => {
    const { at } = await withData();
    good(await at.desk.make('asked'));
    at.shut();
    appendFileSync(join(at.folder, 'vault.json'), 'x');
    const after = await computer({ choice: null, keychain: at.keychain, folder: at.folder });
    expect([after.vault.state().problem?.code, (await after.desk.state()).canStartAnew]).toEqual(['corrupt', true]);
    const found = good(await after.desk.choose(await newest(after)));
    good(await after.desk.restore(found?.token ?? '', null));
    expect([after.get('k'), after.vault.state().phase]).toEqual(['before', 'unlocked']);
  });
});

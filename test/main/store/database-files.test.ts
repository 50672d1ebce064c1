import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isLost, keepKeyCheck, keyCheck, setAside } from '../../../main/store/database-files.ts';

const key = Buffer.alloc(32, 7);
const other = Buffer.alloc(32, 8);

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-keycheck-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return join(folder, 'bursar.db');
}

describe('the check of a key', () => {
  it('tells its own key from another and from never having been kept', () => {
    const file = place();
    expect(keyCheck(file, key)).toBe('none');
    keepKeyCheck(file, key);
    expect([keyCheck(file, key), keyCheck(file, other)]).toEqual(['same', 'other']);
  });

  it('is kept once: another key never takes its place', () => {
    const file = place();
    keepKeyCheck(file, key);
    keepKeyCheck(file, other);
    expect(keyCheck(file, key)).toBe('same');
    expect(existsSync(`${file}.keycheck.new`)).toBe(false);
  });

  it('holds nothing of the key and is its owner’s alone', () => {
    const file = place();
    keepKeyCheck(file, key);
    expect(readFileSync(`${file}.keycheck`, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(`${file}.keycheck`, 'utf8')).not.toContain(key.toString('hex').slice(0, 16));
    if (process.platform !== 'win32') expect(statSync(`${file}.keycheck`).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'zz', 'ab', `${'0'.repeat(64)}00`])('takes no damaged check for the same: %j', (text) => {
    const file = place();
    writeFileSync(`${file}.keycheck`, text);
    expect(keyCheck(file, key)).toBe('other');
  });
});

describe('setting a store aside', () => {
  it('keeps every part under another name, and the check where it is, so that nothing empty takes its place unasked', () => {
    const file = place();
    for (const part of ['', '-wal', '-shm', '.keycheck']) writeFileSync(`${file}${part}`, `part${part}`);
    expect(setAside(file, 42)).toBe('bursar.db.damaged-42');
    expect(readdirSync(join(file, '..')).toSorted()).toEqual(['bursar.db-shm.damaged-42', 'bursar.db-wal.damaged-42', 'bursar.db.damaged-42', 'bursar.db.keycheck']);
    expect(readFileSync(`${file}.damaged-42`, 'utf8')).toBe('part');
    expect(isLost(file)).toBe(true);
  });

  it('names what was set aside earlier when it is asked again', () => {
    const file = place();
    writeFileSync(file, 'part');
    setAside(file, 42);
    expect(setAside(file, 43)).toBe('bursar.db.damaged-42');
  });

  it('names nothing where no store was', () => {
    const file = place();
    writeFileSync(`${file}.keycheck`, 'left over');
    expect(setAside(file, 42)).toBeNull();
    expect(isLost(file)).toBe(true);
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRotatingFile } from '../../../main/log/rotating-file.ts';

let dir = '';
const read = (name: string): string => readFileSync(path.join(dir, name), 'utf8');

beforeEach(() => { dir = mkdtempSync(path.join(tmpdir(), 'bursar-log-')); });
afterEach(() => { rmSync(dir, { recursive: true, force: true }); });

describe('the rotating file', () => {
  it('moves on when it is full and keeps only the newest files', () => {
    const sink = createRotatingFile({ dir, maxBytes: 10, keep: 2 });
    for (const line of ['first\n', 'second\n', 'third\n', 'fourth\n']) sink.write(line);
    sink.close();
    expect(readdirSync(dir).toSorted()).toEqual(['bursar.1.log', 'bursar.2.log', 'bursar.log']);
    expect([read('bursar.log'), read('bursar.1.log'), read('bursar.2.log')]).toEqual(['fourth\n', 'third\n', 'second\n']);
  });

  it('counts bytes, not letters, and never cuts a line', () => {
    const sink = createRotatingFile({ dir, maxBytes: 10, keep: 1 });
    sink.write('€€\n');
    sink.write('€€\n');
    sink.write('a line that is longer than a file may be\n');
    sink.close();
    expect(read('bursar.log')).toBe('a line that is longer than a file may be\n');
    expect(read('bursar.1.log')).toBe('€€\n');
  });

  it('goes on in the file of the last run', () => {
    const first = createRotatingFile({ dir, maxBytes: 12, keep: 1 });
    first.write('before\n');
    first.close();
    const second = createRotatingFile({ dir, maxBytes: 12, keep: 1 });
    second.write('x\n');
    second.write('after\n');
    second.close();
    expect([read('bursar.1.log'), read('bursar.log')]).toEqual(['before\nx\n', 'after\n']);
  });

  it('is private to the user', () => {
    const inner = path.join(dir, 'logs');
    const sink = createRotatingFile({ dir: inner });
    sink.write('x\n');
    sink.close();
    const modes = process.platform === 'win32' ? [0o700, 0o600] : [statSync(inner).mode & 0o777, statSync(path.join(inner, 'bursar.log')).mode & 0o777];
    expect(modes).toEqual([0o700, 0o600]);
  });

  it('never throws, even where nothing can be written', () => {
    writeFileSync(path.join(dir, 'taken'), '');
    const sink = createRotatingFile({ dir: path.join(dir, 'taken', 'logs') });
    expect(() => { sink.write('x\n'); }).not.toThrow();
    sink.close();
  });
});

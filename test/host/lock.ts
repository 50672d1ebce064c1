import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const LOCK = 'host.lock';
const CALL = 'host-call-';

/** What a second start tells the first. */
export type SecondStart = { argv: string[]; cwd: string; data: unknown };

/**
 * One process a user-data folder. The lock is SQLite's one for writing, which one process gets however many ask at once, and the operating system frees it
 * when its holder dies, however it dies; a second start leaves its arguments as a file for the first.
 */
export class InstanceLock {
  private database: DatabaseSync | null = null;
  private watcher: FSWatcher | null = null;

  /** Takes the lock and hears of later starts, or tells the holder of this start and answers false. */
  take(folder: string, start: SecondStart, onSecond: (second: SecondStart) => void): boolean {
    if (this.database) return true;
    mkdirSync(folder, { recursive: true });
    const database = new DatabaseSync(join(folder, LOCK), { timeout: 0 });
    try {
      database.exec('BEGIN IMMEDIATE');
    } catch {
      database.close();
      tell(folder, start);
      return false;
    }
    this.database = database;
    hear(folder, () => undefined);
    this.watcher = watch(folder, () => hear(folder, onSecond)).unref();
    return true;
  }

  /** Whether this process holds the lock. */
  get held(): boolean {
    return this.database !== null;
  }

  /** Gives the lock back. */
  release(): void {
    this.watcher?.close();
    this.database?.close();
    this.watcher = null;
    this.database = null;
  }
}

function tell(folder: string, start: SecondStart): void {
  const path = join(folder, `${CALL}${process.pid}`);
  writeFileSync(`${path}.part`, JSON.stringify(start));
  renameSync(`${path}.part`, `${path}.json`);
}

function hear(folder: string, onSecond: (second: SecondStart) => void): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(CALL) && entry.endsWith('.json'))) {
    const path = join(folder, name);
    const second = JSON.parse(readFileSync(path, 'utf8')) as SecondStart;
    rmSync(path, { force: true });
    onSecond(second);
  }
}

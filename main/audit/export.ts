import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AuditState } from '../../preload/contract/audit-log.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { AuditRows } from '../store/audit.ts';
import { createAudit } from './audit.ts';
import type { AuditDeskDeps } from './audit-desk.ts';
import { canonical } from './chain.ts';

/** What an exported log begins with, as its first line in JSON; `rows` and `head` say where the chain ended when it was written. */
export type ExportHeader = {
  readonly format: 'bursar-audit-log';
  readonly version: 1;
  readonly app: string;
  readonly profile: { readonly id: string; readonly name: string };
  readonly rows: number;
  readonly head: string;
  readonly exportedAt: string;
  readonly anchor: AuditState['anchored'];
};

const slice = 500;

/** Writes the whole log to a file that the person chooses: a header, then `{"hash":…,"row":[…]}` a line, the array being what is hashed. Null
 *  when they chose none. The file is there complete or not at all. Error: storage. */
export async function exportLog(deps: AuditDeskDeps & { readonly rows: AuditRows; readonly anchored: AuditState['anchored'] }): Promise<Result<{ name: string; rows: number } | null, AppError>> {
  const { store, profile, clock } = deps;
  const day = new Date(clock()).toISOString().slice(0, 10);
  const file = await deps.saveFile(`bursar-audit-${slug(profile.name)}-${day}.jsonl`);
  if (file === null) return ok(null);
  const last = deps.rows.last();
  const header: ExportHeader = {
    format: 'bursar-audit-log', version: 1, app: deps.version, profile: { id: profile.id, name: profile.name },
    rows: last?.number ?? 0, head: last?.hash ?? '', exportedAt: new Date(clock()).toISOString(), anchor: deps.anchored,
  };
  const written = await writeLines(file, linesOf(deps.rows, header));
  if (!written) return fail(appError('storage', 'The audit log could not be written there.', { fix: 'Check that the disk has room and the folder can be written, or choose another one.' }));
  createAudit(store, profile.id).append({ at: clock(), actor: deps.actor(), what: 'audit.export', subjectKind: 'profile', subjectId: profile.id, detail: { rows: header.rows, head: header.head } });
  deps.notify('audit', null);
  return ok({ name: basename(file), rows: header.rows });
}

/** The file, some rows at a time; rows that come while it is written stay out. */
function* linesOf(rows: AuditRows, header: ExportHeader): Generator<string> {
  yield `${JSON.stringify(header)}\n`;
  for (let number = Number.MIN_SAFE_INTEGER; ;) {
    const page = rows.after(number, slice).filter((row) => row.number <= header.rows);
    yield page.map((row) => `{"hash":${JSON.stringify(row.hash)},"row":${canonical(row)}}\n`).join('');
    if (page.length < slice) return;
    number = page.at(-1)?.number ?? number;
  }
}

async function writeLines(file: string, lines: Iterable<string>): Promise<boolean> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      for (const text of lines) await handle.appendFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    return true;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (error instanceof Error && 'errno' in error) return false;
    throw error;
  }
}

const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'log';

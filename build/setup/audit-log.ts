import { createHash } from 'node:crypto';

/** What became of a check: how the command ends (0 holds, 1 broken, 2 no such log) and what it prints. */
export type LogCheck = { readonly exit: 0 | 1 | 2; readonly lines: readonly string[] };
/** An end that was noted elsewhere. */
export type NotedEnd = { readonly rows: number; readonly head: string };

type Header = { readonly rows: number; readonly head: string; readonly profile: { readonly name: string }; readonly exportedAt: string };
type Row = readonly [previousHash: string, profileId: string, number: number, at: number, actor: string, what: string, subjectKind: string, subjectId: string, detail: string];
type Entry = { readonly hash: string; readonly row: Row };

/** Checks an exported log by itself: written apart from the app, so that neither can share the other's mistake. An entry's hash is the SHA-256 of its
 *  `row` as compact JSON, and the first value of each row is the hash of the entry before. */
export function checkLog(text: string, noted: NotedEnd | null): LogCheck {
  const [first = '', ...rest] = text.split('\n');
  const header = headerOf(first);
  if (header === null) return { exit: 2, lines: ['This is no audit log exported by Bursar, or a newer kind of one: its first line doesn’t say "bursar-audit-log", version 1.'] };
  if (rest.at(-1) === '') rest.pop();
  let [previous, count] = ['', 0];
  for (const [index, line] of rest.entries()) {
    const entry = entryOf(line);
    if (entry === null) return broken(count + 1, index, 'the line is no entry', header, rest);
    const wrong = wrongIn(entry, count + 1, previous) ?? (noted?.rows === count + 1 && noted.head !== entry.hash ? 'it isn’t the one that was noted with this number' : null);
    if (wrong !== null) return broken(entry.row[2], index, wrong, header, rest);
    [previous, count] = [entry.hash, count + 1];
  }
  return endOf(header, noted, previous, count);
}

function endOf(header: Header, noted: NotedEnd | null, head: string, count: number): LogCheck {
  const missing = (rows: number, who: string) => ({ exit: 1 as const, lines: [`BROKEN at entry ${count + 1} (line ${count + 2}): the log ends after ${count} entries, and ${who} ${rows}. The end is missing.`] });
  if (count < header.rows) return missing(header.rows, 'its own first line says');
  if (noted !== null && count < noted.rows) return missing(noted.rows, 'it was noted that it has');
  if (count !== header.rows || head !== header.head) return { exit: 1, lines: [`BROKEN at entry ${header.rows} (line ${header.rows + 1}): the log doesn’t end with the entry that its first line names.`] };
  return { exit: 0, lines: [`holds: ${count} rows, head ${head === '' ? 'none' : head}`, `Profile ${JSON.stringify(header.profile.name)}, exported ${header.exportedAt}.`] };
}

function wrongIn({ hash, row }: Entry, number: number, previous: string): string | null {
  if (row[2] !== number) return `entry ${number} should stand here: one was moved or taken out`;
  if (row[0] !== previous) return 'it doesn’t continue the entry before it: one was changed, moved or taken out';
  return createHash('sha256').update(JSON.stringify(row)).digest('hex') === hash ? null : 'what it says doesn’t match its hash: it was changed';
}

/** Names the first broken entry, and who went on with a broken log later, if anybody. */
function broken(number: number, index: number, why: string, header: Header, lines: readonly string[]): LogCheck {
  const later = lines.slice(index).map(entryOf).filter((entry) => entry?.row[5] === 'audit.accept');
  const words = later.map((entry) => `Entry ${entry?.row[2]}: ${entry?.row[4]} went on with a broken log; see its reason there.`);
  return { exit: 1, lines: [`BROKEN at entry ${number} (line ${index + 2}): ${why}.`, `${header.rows} rows by its first line; exported ${header.exportedAt}.`, ...words] };
}

function headerOf(line: string): Header | null {
  const found = parsed(line) as (Partial<Header> & { readonly format?: unknown; readonly version?: unknown }) | null;
  if (found?.format !== 'bursar-audit-log' || found.version !== 1) return null;
  const { rows, head, profile, exportedAt } = found;
  return typeof rows === 'number' && typeof head === 'string' && typeof profile?.name === 'string' && typeof exportedAt === 'string' ? { rows, head, profile, exportedAt } : null;
}

const kinds = ['string', 'string', 'number', 'number', 'string', 'string', 'string', 'string', 'string'];

function entryOf(line: string): Entry | null {
  const found = parsed(line) as { readonly hash?: unknown; readonly row?: unknown } | null;
  if (typeof found?.hash !== 'string' || !Array.isArray(found.row) || found.row.length !== kinds.length) return null;
  return found.row.every((value: unknown, at) => typeof value === kinds[at]) ? { hash: found.hash, row: found.row as unknown as Row } : null;
}

function parsed(line: string): object | null {
  try {
    const found: unknown = JSON.parse(line);
    return typeof found === 'object' ? found : null;
  } catch {
    return null;
  }
}

import { createHash } from 'node:crypto';

/** What became of a check: how the command ends (0 holds, 1 broken, 2 no such log) and what it prints. */
export type LogCheck = { readonly exit: 0 | 1 | 2; readonly lines: readonly string[] };
/** An end that was noted elsewhere. */
export type NotedEnd = { readonly rows: number; readonly head: string };

type Header = { readonly rows: number; readonly head: string; readonly profile: { readonly id: string; readonly name: string }; readonly exportedAt: string };
type Row = readonly [previousHash: string, profileId: string, number: number, at: number, actor: string, what: string, subjectKind: string, subjectId: string, detail: string];
type Entry = { readonly hash: string; readonly row: Row };

/** Checks an exported log by itself: written apart from the app, so that neither can share the other's mistake. An entry's hash is the SHA-256 of its
 *  `row` as compact JSON, and the first value of each row is the hash of the entry before. What it prints of a log can't steer a terminal. */
export function checkLog(text: string, noted: NotedEnd | null): LogCheck {
  const { exit, lines } = check(text, noted);
  return { exit, lines: lines.map((line) => line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')) };
}

function check(text: string, noted: NotedEnd | null): LogCheck {
  const [first = '', ...rest] = text.split('\n');
  const header = headerOf(first);
  if (header === null) return { exit: 2, lines: ['This is no audit log exported by Bursar, or a newer kind of one: its first line doesn’t say "bursar-audit-log", version 1.'] };
  if (rest.at(-1) === '') rest.pop();
  let [previous, count] = ['', 0];
  for (const [index, line] of rest.entries()) {
    const entry = entryOf(line);
    if (entry === null) return broken(count + 1, index, 'the line is no entry', header, rest);
    const wrong = wrongIn(entry, count + 1, previous, header.profile.id) ?? (noted?.rows === count + 1 && noted.head !== entry.hash ? 'it isn’t the one that was noted with this number' : null);
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

function wrongIn({ hash, row }: Entry, number: number, previous: string, profileId: string): string | null {
  if (row[2] !== number) return `entry ${number} should stand here: one was moved or taken out`;
  if (row[0] !== previous) return 'it doesn’t continue the entry before it: one was changed, moved or taken out';
  if (row[1] !== profileId) return 'it is of another profile than the first line says';
  return createHash('sha256').update(JSON.stringify(row)).digest('hex') === hash ? null : 'what it says doesn’t match its hash: it was changed';
}

// A made-up log may hold any number of them, and any name.
const [mostTold, longestName] = [20, 100];

/** Names the first broken entry, and who went on with a broken log later, if anybody. */
function broken(number: number, index: number, why: string, header: Header, lines: readonly string[]): LogCheck {
  const later = lines.slice(index).map(entryOf).filter((entry) => entry?.row[5] === 'audit.accept');
  const words = later.slice(0, mostTold).map((entry) => `Entry ${entry?.row[2]}: ${entry?.row[4].slice(0, longestName)} went on with a broken log; see its reason there.`);
  return { exit: 1, lines: [`BROKEN at entry ${number} (line ${index + 2}): ${why}.`, `${header.rows} rows by its first line; exported ${header.exportedAt}.`, ...words] };
}

function headerOf(line: string): Header | null {
  const found = parsed(line) as (Partial<Header> & { readonly format?: unknown; readonly version?: unknown }) | null;
  if (found?.format !== 'bursar-audit-log' || found.version !== 1) return null;
  const { rows, head, profile, exportedAt } = found;
  if (!Number.isSafeInteger(rows) || typeof head !== 'string' || !/^([0-9a-f]{64})?$/.test(head)) return null;
  if (typeof profile?.name !== 'string' || typeof profile.id !== 'string' || typeof exportedAt !== 'string' || !/^[\dTZ:.-]{20,30}$/.test(exportedAt)) return null;
  return { rows: Number(rows), head, profile, exportedAt };
}

const kinds = ['string', 'string', 'number', 'number', 'string', 'string', 'string', 'string', 'string'];

/** An entry is exactly what the app writes: words beside it, or a row that stands there twice, would be bound by no hash. */
function entryOf(line: string): Entry | null {
  const found = parsed(line) as { readonly hash?: unknown; readonly row?: unknown } | null;
  if (typeof found?.hash !== 'string' || !Array.isArray(found.row) || found.row.length !== kinds.length) return null;
  if (!found.row.every((value: unknown, at) => typeof value === kinds[at]) || JSON.stringify({ hash: found.hash, row: found.row }) !== line.replace(/\r$/, '')) return null;
  return { hash: found.hash, row: found.row as unknown as Row };
}

function parsed(line: string): object | null {
  try {
    const found: unknown = JSON.parse(line);
    return typeof found === 'object' ? found : null;
  } catch {
    return null;
  }
}

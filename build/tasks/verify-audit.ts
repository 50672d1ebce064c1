import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkLog, type LogCheck } from '../setup/audit-log.ts';

// npm run verify-audit -- FILE [--head HASH --rows N]: checks an exported audit log, with no need of the app. 0: holds, 1: broken, 2: can't tell.
const usage = 'Usage: npm run verify-audit -- FILE [--rows N --head HASH]\nFILE is an audit log exported under Settings, Audit log. --rows and --head are an end that was noted earlier.';

function run(args: readonly string[]): number {
  const asked = readArguments(args);
  if (asked === null) return say(2, usage);
  let text: string;
  try {
    text = readFileSync(asked.file, 'utf8');
  } catch {
    return say(2, `${asked.file} can't be read.\n${usage}`);
  }
  const check = checkLog(text, asked.noted);
  return say(check.exit, [...check.lines, ...afterwords(check)].join('\n'));
}

function readArguments(args: readonly string[]): { file: string; noted: { rows: number; head: string } | null } | null {
  try {
    const { values, positionals: [file, ...more] } = parseArgs({ args: [...args], allowPositionals: true, options: { head: { type: 'string' }, rows: { type: 'string' } } });
    if (file === undefined || more.length > 0 || (values.head === undefined) !== (values.rows === undefined)) return null;
    const [head, rows] = [values.head?.toLowerCase() ?? '', Number(values.rows ?? 0)];
    if (values.head !== undefined && (!/^[0-9a-f]{64}$/.test(head) || !Number.isSafeInteger(rows) || rows < 1)) return null;
    return { file, noted: values.head === undefined ? null : { rows, head } };
  } catch {
    return null;
  }
}

function afterwords({ exit }: LogCheck): readonly string[] {
  return exit === 0 ? ['Whoever can write the whole file can write a whole chain: compare rows and head with what was noted elsewhere.'] : [];
}

function say(code: number, words: string): number {
  (code === 2 ? console.error : console.log)(words);
  return code;
}

process.exitCode = run(process.argv.slice(2));

import pino from 'pino';
import { safeEvent, safeFields, type LogFields } from './fields.ts';
import type { LineSink } from './rotating-file.ts';

/** Takes only names that are written out in the source, so that no event is ever put together from data: `string` and patterns such as
 *  `paid-${string}` make an index signature, which an object without
 *  properties satisfies, and a written name doesn't. */
type Written<Event extends string> = Bare extends Record<Event, 1> ? never : Event;
type Bare = { readonly [name: symbol]: never };

/** Writes one line: the event's name in words with hyphens, and fields of {@link LogFields}; anything else is dropped. */
export type LogLine = <Event extends string>(event: Written<Event>, fields?: LogFields) => void;

/** The app's log. There is no way to log an object, an error or free text. */
export type Log = { readonly debug: LogLine; readonly info: LogLine; readonly warn: LogLine; readonly error: LogLine };

/** Where the lines go and from which level on they are kept (`info` by default). `sinks` may be a file, stderr, or a test's list. */
export type LogOptions = { readonly sinks: readonly Pick<LineSink, 'write'>[]; readonly level?: keyof Log };

/** Creates the app's log. Lines are JSON with time (ISO 8601), level, event and the allowed fields; no host name, user or process id. */
export function createLog(options: LogOptions): Log {
  const logger = pino(
    {
      level: options.level ?? 'info',
      base: null,
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => { for (const sink of options.sinks) sink.write(line); } },
  );
  const at = (level: keyof Log): LogLine => (event, fields = {}) => { logger[level](safeFields(fields), safeEvent(event)); };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Writes lines to the terminal the app was started from; for development. */
export const stderrSink: Pick<LineSink, 'write'> = { write: (line) => { process.stderr.write(line); } };

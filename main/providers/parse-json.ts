/** Reads JSON as it comes: a byte order mark and space around it are fine, the content type doesn't matter, undefined when it isn't JSON.
 *  A number with more digits than a double holds stays text, so that no amount is ever changed by reading it. */
export function parseJson(text: string): unknown {
  const bare = text.replace(/^\uFEFF/, '').trim();
  if (bare === '') return undefined;
  try {
    return JSON.parse(bare, keepLongNumbers);
  } catch {
    return undefined;
  }
}

function keepLongNumbers(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  return context.source.replace(/e.*$/i, '').replace(/\D/g, '').length > 15 ? context.source : value;
}

/** Tells whether a parsed value is a JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

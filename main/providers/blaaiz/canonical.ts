/** A value of a canonical object: text, or a number given as its exact digits. */
export type JsonValue = string | { readonly number: string };
/** A key and its value. */
export type JsonEntry = readonly [string, JsonValue];

/** Writes a flat JSON object in the order given, without spaces, numbers digit for digit; the same entries always give the same bytes. */
export function jsonObject(entries: readonly JsonEntry[]): string {
  const parts = entries.map(([key, value]) => `${JSON.stringify(key)}:${typeof value === 'string' ? JSON.stringify(value) : value.number}`);
  return `{${parts.join(',')}}`;
}

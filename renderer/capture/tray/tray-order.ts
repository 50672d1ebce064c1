/** The ids with one of them moved by so many places; it stops at the ends. */
export function moved(ids: readonly string[], id: string, by: number): readonly string[] {
  const from = ids.indexOf(id);
  if (from === -1) return ids;
  const to = Math.max(0, Math.min(ids.length - 1, from + by));
  const rest = ids.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** The ids with some of them, in their own order, put before another; null puts them at the end. */
export function putBefore(ids: readonly string[], some: ReadonlySet<string>, before: string | null): readonly string[] {
  if (before !== null && some.has(before)) return ids;
  const [taken, rest] = [ids.filter((id) => some.has(id)), ids.filter((id) => !some.has(id))];
  const at = before === null ? rest.length : rest.indexOf(before);
  return at === -1 ? ids : [...rest.slice(0, at), ...taken, ...rest.slice(at)];
}

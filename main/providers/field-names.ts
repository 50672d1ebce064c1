/** What a field is called on the wire, and in our forms. */
export type FieldNames = Readonly<Record<string, string>>;

/** Our name of a wire field from the list, undefined where the list has none; words that every object knows are no names. */
export function listedName(path: string, names: FieldNames): string | undefined {
  return Object.hasOwn(names, path) ? names[path] : undefined;
}

/** The words of a wire field in camel case. */
export function camelName(path: string): string {
  return path.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

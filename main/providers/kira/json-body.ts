/** A body in the making: parts that are undefined, '' or empty are left out, since Kira takes null for an error (Kira guide: Errors). */
export type BodyPart = string | boolean | undefined | readonly BodyPart[] | { readonly [key: string]: BodyPart };

/** Writes a body as canonical JSON: keys in the order given, without spaces, empty parts left out. The same parts always give the same bytes. */
export function jsonBody(parts: { readonly [key: string]: BodyPart }): string {
  return JSON.stringify(filled(parts) ?? {});
}

function filled(part: BodyPart): BodyPart {
  if (part === undefined || part === '') return undefined;
  if (typeof part !== 'object') return part;
  if (isList(part)) return part.length === 0 ? undefined : part.map(filled);
  const entries = Object.entries(part).map(([key, value]) => [key, filled(value)] as const).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function isList(part: BodyPart): part is readonly BodyPart[] {
  return Array.isArray(part);
}

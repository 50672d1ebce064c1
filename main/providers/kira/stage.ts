/** The same address at the other stage: Kira's practice stage is the path `/sandbox` (Kira guide: Quickstart). Keys belong to one of the two;
 *  Bursar only ever tells which, and never changes the address of a profile by itself. */
export function otherStage(baseUrl: string): string {
  const prefix = '/sandbox';
  return baseUrl.endsWith(prefix) ? baseUrl.slice(0, -prefix.length) : `${baseUrl}${prefix}`;
}

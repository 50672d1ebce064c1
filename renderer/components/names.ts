type Name = string | false | null | undefined;

/** Class names of one CSS module: `const c = names(css)`, then `className={c('row', chosen && 'chosen')}`. Unknown names are left out. */
export function names(css: Readonly<Record<string, string>>): (...wanted: readonly Name[]) => string {
  return (...wanted) => wanted.map((name) => (name ? css[name] : undefined)).filter(Boolean).join(' ');
}

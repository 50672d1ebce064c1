import type { XmlNode } from './xml.ts';

/** The first child of this name, following several names down; null where one is missing. */
export function childOf(node: XmlNode | null, ...names: readonly string[]): XmlNode | null {
  let at = node;
  for (const name of names) at = at?.children.find((one) => one.name === name) ?? null;
  return at;
}

/** All children of one of these names. */
export function childrenOf(node: XmlNode | null, ...names: readonly string[]): readonly XmlNode[] {
  return node?.children.filter((one) => names.includes(one.name)) ?? [];
}

/** All descendants of one of these names, in the order of the document. */
export function allOf(node: XmlNode | null, ...names: readonly string[]): readonly XmlNode[] {
  return node?.children.flatMap((one) => [...(names.includes(one.name) ? [one] : []), ...allOf(one, ...names)]) ?? [];
}

/** The text of a child for people: no control characters, at most 120 of them; null when there is none. */
export function wordsOf(node: XmlNode | null, ...names: readonly string[]): string | null {
  return plainWords(childOf(node, ...names)?.text ?? '');
}

/** Words from a device, made fit to show; null when nothing is left. */
export function plainWords(text: string): string | null {
  return text.replaceAll(/[\p{C}\s]+/gu, ' ').trim().slice(0, 120) || null;
}

/** A whole number of at least 0; null when the child is missing or says something else. */
export function countOf(node: XmlNode | null, ...names: readonly string[]): number | null {
  const text = childOf(node, ...names)?.text ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

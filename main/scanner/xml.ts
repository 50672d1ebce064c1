import { SaxesParser } from 'saxes';

/** An element by its local name: scanners disagree about prefixes, so they are left out, of attributes too. `text` is its own text, trimmed. */
export type XmlNode = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly text: string; readonly children: readonly XmlNode[] };

type Open = { readonly name: string; readonly attributes: Record<string, string>; text: string; readonly children: XmlNode[] };

/** The most bytes, elements and depth that are read. */
export const xmlLimits = { bytes: 1024 * 1024, nodes: 20_000, depth: 50 } as const;

/** Reads XML from anybody; null when it is no well-formed XML, is beyond the limits, or brings a DTD: no entity is ever expanded. */
export function parseXml(bytes: Uint8Array): XmlNode | null {
  if (bytes.byteLength > xmlLimits.bytes) return null;
  // Some devices send the zero that ends their own text.
  const text = decode(bytes).replace(/[\0\s]+$/, '').trimStart();
  return text === '' ? null : build(text);
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

class Unusable extends Error {}

function build(text: string): XmlNode | null {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const stack: Open[] = [];
  let root: XmlNode | null = null;
  let nodes = 0;
  const refuse = () => { throw new Unusable(); };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    nodes += 1;
    if (nodes > xmlLimits.nodes || stack.length >= xmlLimits.depth) refuse();
    stack.push({ name: local(name), attributes: locals(attributes), text: '', children: [] });
  });
  const addText = (part: string) => {
    const open = stack.at(-1);
    if (open) open.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const done = stack.pop();
    if (!done) return;
    const node: XmlNode = { ...done, text: done.text.trim() };
    const parent = stack.at(-1);
    if (parent) parent.children.push(node);
    else root = node;
  });
  try {
    parser.write(text).close();
    return root;
  } catch (error) {
    if (error instanceof Unusable) return null;
    throw error;
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function locals(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
}

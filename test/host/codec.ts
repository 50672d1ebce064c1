/** A value in its JSON form; `$` marks what JSON has no form for. */
export type Tag = { $: string; k?: string; v?: unknown };

/** Packs and unpacks the kinds of value that differ by channel: bytes, functions, promises. */
export type Special = {
  pack(value: unknown): Tag | undefined;
  unpack(tag: Tag): unknown;
};

export type Codec = { pack(value: unknown): unknown; unpack(packed: unknown): unknown };

/**
 * Makes the two directions between a structured-clone-like value and its JSON form.
 * It runs in this process and, by its source text, in the page's worlds: it may use nothing from outside itself.
 */
export function makeCodec(special: Special): Codec {
  const packObject = (value: object): unknown => {
    if (Array.isArray(value)) return value.map(pack);
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(pack) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(pack) };
    if (value instanceof Error) return { $: 'error', k: value.name, v: value.message };
    const entries = Object.entries(value).map(([key, item]) => [key, pack(item)]);
    return Object.hasOwn(value, '$') ? { $: 'object', v: entries } : Object.fromEntries(entries);
  };
  const pack = (value: unknown): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value === 'number') {
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: value === 0 ? '-0' : String(value) };
    }
    const own = special.pack(value);
    if (own) return own;
    if (typeof value !== 'object') throw new Error('An object could not be cloned.');
    return packObject(value);
  };
  const unpackTag = (tag: Tag): unknown => {
    const items = (): unknown[] => (tag.v as unknown[]).map(unpack);
    if (tag.$ === 'undefined') return undefined;
    if (tag.$ === 'bigint') return BigInt(tag.v as string);
    if (tag.$ === 'number') return Number(tag.v);
    if (tag.$ === 'date') return new Date((tag.v as number | null) ?? NaN);
    if (tag.$ === 'map') return new Map(items() as [unknown, unknown][]);
    if (tag.$ === 'set') return new Set(items());
    if (tag.$ === 'error') return Object.assign(new Error(String(tag.v)), { name: tag.k ?? 'Error' });
    if (tag.$ === 'object') return unpackEntries(tag.v as [string, unknown][]);
    return special.unpack(tag);
  };
  const unpackEntries = (entries: readonly [string, unknown][]): unknown =>
    Object.fromEntries(entries.map(([key, item]) => [key, unpack(item)]));
  const unpack = (packed: unknown): unknown => {
    if (packed === null || typeof packed !== 'object') return packed;
    if (Array.isArray(packed)) return packed.map(unpack);
    if (Object.hasOwn(packed, '$')) return unpackTag(packed as Tag);
    return unpackEntries(Object.entries(packed));
  };
  return { pack, unpack };
}

/** How bytes cross to and from this process: as base64 with the name of their type. */
export const nodeBytes: Special = {
  pack(value) {
    if (ArrayBuffer.isView(value)) {
      const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      const name = value.constructor.name;
      return { $: 'bytes', k: name === 'Buffer' ? 'Uint8Array' : name, v: bytes.toString('base64') };
    }
    if (value instanceof ArrayBuffer) return { $: 'bytes', k: 'ArrayBuffer', v: Buffer.from(value).toString('base64') };
    return undefined;
  },
  unpack(tag) {
    if (tag.$ !== 'bytes') throw new Error('An object could not be cloned.');
    const bytes = new Uint8Array(Buffer.from(tag.v as string, 'base64'));
    if (tag.k === 'ArrayBuffer') return bytes.buffer;
    if (tag.k === 'Uint8Array') return bytes;
    const View = { Uint8ClampedArray, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array, Float64Array }[
      tag.k ?? ''
    ];
    return View ? new View(bytes.buffer) : new DataView(bytes.buffer);
  },
};

/** Reads the part of a TensorFlow Lite file (a FlatBuffer, schema version 3) that a plain convolutional network has. Every offset is checked by DataView. */
export type TensorFile = {
  readonly tensors: readonly { readonly shape: readonly number[]; readonly data: Float32Array | null }[];
  readonly steps: readonly { readonly code: number; readonly inputs: readonly number[]; readonly outputs: readonly number[]; readonly option: (id: number) => number }[];
  readonly input: number; readonly outputs: readonly number[];
};

/** Numbers of the built-in operators in the schema. */
export const operators = { add: 0, join: 2, convolve: 3, convolveEach: 4, widen: 6, most: 17, relu: 19, reshape: 22, pad: 34 } as const;

const half = 1;
const single = 0;

/** Reads a file; throws on anything that is no such file, since it comes from our own package. */
export function readTensorFile(bytes: ArrayBuffer): TensorFile {
  const view = new DataView(bytes);
  if (view.getUint32(4, true) !== 0x334c4654) throw new Error('This is no TensorFlow Lite file.');
  const flat = flatBuffer(view);
  const model = flat.follow(0);
  const codes = flat.tables(model, 1).map((table) => Math.max(flat.byte(table, 0), flat.int(table, 3)));
  const [graph = 0] = flat.tables(model, 2);
  const buffers = flat.tables(model, 4).map((table) => flat.vector(table, 0));
  const tensors = flat.tables(graph, 0).map((table) => ({ shape: flat.ints(table, 0), data: numbers(view, flat.byte(table, 1), buffers[flat.int(table, 2)]) }));
  const steps = flat.tables(graph, 3).map((table) => {
    const options = flat.child(table, 4);
    return { code: codes[flat.int(table, 0)] ?? -1, inputs: flat.ints(table, 1), outputs: flat.ints(table, 2), option: (id: number) => (options === 0 ? 0 : flat.byte(options, id)) };
  });
  return { tensors, steps, input: flat.ints(graph, 1)[0] ?? 0, outputs: flat.ints(graph, 2) };
}

type Span = { readonly at: number; readonly count: number };

function flatBuffer(view: DataView) {
  const follow = (at: number) => at + view.getUint32(at, true);
  const place = (table: number, id: number) => {
    const fields = table - view.getInt32(table, true);
    const entry = 4 + 2 * id;
    const offset = entry < view.getUint16(fields, true) ? view.getUint16(fields + entry, true) : 0;
    return offset === 0 ? 0 : table + offset;
  };
  const vector = (table: number, id: number): Span => {
    const at = place(table, id);
    return at === 0 ? { at: 0, count: 0 } : { at: follow(at) + 4, count: view.getUint32(follow(at), true) };
  };
  const each = ({ at, count }: Span) => Array.from({ length: count }, (_none, index) => at + 4 * index);
  return {
    follow, vector,
    tables: (table: number, id: number) => each(vector(table, id)).map(follow),
    ints: (table: number, id: number) => each(vector(table, id)).map((at) => view.getInt32(at, true)),
    child: (table: number, id: number) => { const at = place(table, id); return at === 0 ? 0 : follow(at); },
    byte: (table: number, id: number) => { const at = place(table, id); return at === 0 ? 0 : view.getInt8(at); },
    int: (table: number, id: number) => { const at = place(table, id); return at === 0 ? 0 : view.getInt32(at, true); },
  };
}

/** Weights as 32-bit numbers; null where a tensor has none of its own or holds no weights. */
function numbers(view: DataView, type: number, span: Span | undefined): Float32Array | null {
  if (span === undefined || span.count === 0) return null;
  if (type === half) return Float32Array.from({ length: span.count / 2 }, (_none, index) => fromHalf(view.getUint16(span.at + 2 * index, true)));
  return type === single ? Float32Array.from({ length: span.count / 4 }, (_none, index) => view.getFloat32(span.at + 4 * index, true)) : null;
}

/** A 16-bit floating-point number (IEEE 754) as an ordinary one. */
function fromHalf(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const power = (bits >> 10) & 31;
  const part = bits & 1023;
  if (power === 0) return sign * part * 2 ** -24;
  return power === 31 ? sign * Infinity : sign * (1 + part / 1024) * 2 ** (power - 15);
}

import fc from 'fast-check';
import type { z } from 'zod';

/** Texts that have opened doors elsewhere, and a few that look harmless. */
export const hostileTexts = [
  '', ' ', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '../../../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/passwd', 'C:\\Windows\\win.ini', 'file:///etc/passwd',
  "'; DROP TABLE payouts; --", '" OR ""="', "' UNION SELECT * FROM sqlite_schema --", '%', '_', '%%%', '*', '"unbalanced', 'a AND (', 'NEAR(', '\u0000', 'nul\u0000byte', '\u202Etxt.exe', '\uD800', '\uFEFF', 'e\u0301', 'ß', 'İ',
  '<img src=x onerror=alert(1)>', '<script>1</script>', '${7*7}', '{{7*7}}', '%s%n%x', '$(id)', '`id`', '; rm -rf /', '-rf', '\r\nSet-Cookie: a=1', 'javascript:alert(1)', 'https://evil.example/', 'http://169.254.169.254/',
  '0', '-1', '1e309', 'NaN', 'null', 'undefined', 'true', '9999999999999999999999', '0123456789', '1.5.x', '9.-9.x', '0.0.', '1.99999999999999999999.a', 'NG', 'zz', 'wallet:read', 'https://blaaiz.example', 'x'.repeat(100), 'x'.repeat(199), 'a correct passphrase',
  'Somebody at Blaaiz said so on the phone.', '000000', '999999',
] as const;

/** Requests of the right shape with hostile content, read off a channel's own schema; `ids` are mixed into the texts. */
export function wildRequest(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const def = schema.def as unknown as Def;
  const inner = (each: z.ZodType) => wildRequest(each, ids);
  switch (def.type) {
    case 'object': return fc.record(Object.fromEntries(Object.entries(def.shape).map(([key, value]) => [key, inner(value)])), { requiredKeys: Object.keys(def.shape).filter((key) => def.shape[key]?.def.type !== 'optional') });
    case 'optional': return inner(def.innerType);
    case 'nullable': return fc.option(inner(def.innerType), { nil: null });
    case 'array': return fc.array(inner(def.element), { maxLength: 4 }).filter((list) => schema.safeParse(list).success);
    case 'tuple': return fc.tuple(...def.items.map(inner));
    case 'record': return fc.dictionary(inner(def.keyType) as fc.Arbitrary<string>, inner(def.valueType), { maxKeys: 5 });
    case 'union': return fc.oneof(...def.options.map(inner));
    case 'literal': return fc.constantFrom(...def.values);
    case 'enum': return fc.constantFrom(...Object.values(def.entries));
    case 'string': return textsOf(schema, ids);
    case 'number': return fc.oneof(fc.integer(), fc.constantFrom(0, -0, 1, -1, 500, 501, 0.5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 53, Number.MIN_VALUE)).filter((value) => schema.safeParse(value).success);
    case 'boolean': return fc.boolean();
    case 'custom': return fc.uint8Array({ maxLength: 64 });
    default: throw new Error(`No wild values for the schema type ${String((def as { type: string }).type)}`);
  }
}

type Def =
  | { readonly type: 'object'; readonly shape: Readonly<Record<string, z.ZodType>> }
  | { readonly type: 'optional' | 'nullable'; readonly innerType: z.ZodType }
  | { readonly type: 'array'; readonly element: z.ZodType }
  | { readonly type: 'tuple'; readonly items: readonly z.ZodType[] }
  | { readonly type: 'record'; readonly keyType: z.ZodType; readonly valueType: z.ZodType }
  | { readonly type: 'union'; readonly options: readonly z.ZodType[] }
  | { readonly type: 'literal'; readonly values: readonly unknown[] }
  | { readonly type: 'enum'; readonly entries: Readonly<Record<string, string>> }
  | { readonly type: 'string' | 'number' | 'boolean' | 'custom' };

function textsOf(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const fitting = [...ids, ...ids, ...hostileTexts].filter((text) => schema.safeParse(text).success);
  return fc.constantFrom(...fitting);
}

/** Anything that could cross the process boundary, shaped like nothing in particular. */
export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true, withNullPrototype: true, maxDepth: 3 }),
  fc.jsonValue(), fc.constantFrom(...hostileTexts), fc.constant(undefined),
);

/** Single values that break careless code. */
export function nasty(): readonly (readonly [string, unknown])[] {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level += 1) deep = { id: deep };
  return [
    ['a cycle', cyclic], ['twenty thousand levels', deep], ['a prototype of its own', JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')],
    ['a million characters', { id: 'x'.repeat(1_000_000), query: 'x'.repeat(1_000_000) }], ['a hundred thousand keys', Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at]))],
    ['a long list', Array.from({ length: 100_000 }, () => ({}))], ['a map', new Map([['id', 'x']])], ['a date out of range', new Date(NaN)], ['nothing', undefined], ['null', null], ['a number', 7], ['a big number', 10n ** 40n],
    ['bytes', new Uint8Array(1_000_000)], ['an error', new Error('x')], ['a pattern', /(a+)+$/],
  ];
}

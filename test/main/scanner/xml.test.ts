import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseXml, xmlLimits } from '../../../main/scanner/xml.ts';

const read = (text: string) => parseXml(Buffer.from(text));

test('reads elements and attributes by their local names, whatever the prefix', () => {
  const plain = { name: 'a', attributes: { ref: '1' }, text: 'x & y', children: [{ name: 'b', attributes: {}, text: 'z', children: [] }] };
  expect(read('<a ref="1">x &amp; y<b>z</b></a>')).toEqual(plain);
  expect(read('<q:a q:ref="1">x &amp; y<w:b><![CDATA[z]]></w:b></q:a>')).toEqual(plain);
});

test('reads UTF-16, a byte order mark, and text that ends with zeros', () => {
  const a = { name: 'a', attributes: {}, text: 'é', children: [] };
  expect(parseXml(Buffer.from('\uFEFF<a>é</a>', 'utf16le'))).toEqual(a);
  expect(parseXml(Buffer.from('\uFEFF<a>é</a>', 'utf16le').swap16())).toEqual(a);
  expect(read('\uFEFF<a>é</a>\r\n\0\0')).toEqual(a);
});

test.each([
  ['a DTD', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'], ['a DTD from elsewhere', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'], ['an entity of its own', '<a>&x;</a>'],
  ['no XML', 'hello'], ['nothing', ''], ['half an element', '<a><b></a>'], ['an open element', '<a>'], ['two roots', '<a/><b/>'],
  ['too deep', '<a>'.repeat(60) + '</a>'.repeat(60)], ['too many elements', `<a>${'<b/>'.repeat(xmlLimits.nodes)}</a>`], ['too long', `<a>${' '.repeat(xmlLimits.bytes)}</a>`],
])('refuses %s', (_what, text) => {
  expect(read(text)).toBeNull();
});

test('never throws, whatever the bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => { parseXml(bytes); }));
  const bits = fc.constantFrom('<', '>', '</', '/>', 'a', 'scan:a', ' x="1"', '&', '&amp;', '&#0;', '&#x110000;', '<!--', '-->', '<![CDATA[', ']]>', '<?xml ', '?>', '<!DOCTYPE', '[', ']', '"', '\0', 'é');
  fc.assert(fc.property(fc.array(bits, { maxLength: 30 }), (parts) => { read(parts.join('')); }), { numRuns: 500 });
});

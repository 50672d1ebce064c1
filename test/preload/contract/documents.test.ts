import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSlots, hasBack, idTypes, slotLabel, slotsFor, sniffDocument } from '../../../preload/contract/documents.ts';
import { nameForeignFile } from '../../../preload/contract/file-kinds.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('reading a file\u2019s type from its bytes', () => {
  it.each([['%PDF-1.7\n', 'application/pdf'], ['\xff\xd8\xff\xe0JFIF', 'image/jpeg'], ['\x89PNG\r\n\x1a\n', 'image/png']])('%j is %s', (head, mime) => {
    expect(sniffDocument(bytes(head))).toBe(mime);
  });

  it.each(['', '%PDF', ' %PDF-1.7', 'PNG', '\x89PNG\r\n', '<svg', 'GIF89a', '\xff\xd8'])('%j is none', (head) => { expect(sniffDocument(bytes(head))).toBeNull(); });

  it('doesn\u2019t care what follows the signature', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (tail) => {
      expect(sniffDocument(Uint8Array.from([0xff, 0xd8, 0xff, ...tail]))).toBe('image/jpeg');
    }));
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'an SVG drawing'], ['<?xml version="1.0"?>\n<!-- x -->\n<svg>', 'an SVG drawing'], ['  <!DOCTYPE html><html>', 'a web page'],
    ['<html>', 'a web page'], ['MZ\x90\0', 'a Windows program'], ['\x7fELF\x02', 'a Linux program'], ['\0\0\0\x18ftypheic\0\0', 'a HEIC photo'], ['GIF89a', 'a GIF picture'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'a WebP picture or a sound'], ['PK\x03\x04', 'a ZIP or Office file'], ['II*\0', 'a TIFF picture'], ['#!/bin/sh', 'a script'],
    ['<?xml version="1.0"?><invoice>', 'an XML file'], ['hello', 'a file of an unknown kind'], ['', 'a file of an unknown kind'],
  ])('calls %j %s', (head, kind) => { expect(nameForeignFile(bytes(head)).kind).toBe(kind); });
});

describe('slots', () => {
  it('offers the back exactly where the document has one, and only knows slots of the list', () => {
    for (const idType of idTypes) {
      const slots = slotsFor(idType);
      expect(slots.some(({ slot, required }) => slot === 'identity_back' && required)).toBe(hasBack(idType));
      expect(slots.every(({ slot }) => documentSlots.includes(slot))).toBe(true);
      expect(new Set(slots.map(({ slot }) => slotLabel(slot, idType))).size).toBe(slots.length);
    }
    expect(hasBack('passport')).toBe(false);
  });
});

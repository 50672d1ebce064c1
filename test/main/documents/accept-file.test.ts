import { describe, expect, it } from 'vitest';
import { acceptFile, plainName, slotRefused } from '../../../main/documents/accept-file.ts';
import { documentSlots, idTypes, maxDocumentPages } from '../../../preload/contract/documents.ts';
import { photo } from '../customers/desk.ts';

describe('what a file is called', () => {
  it.each([
    ['pass.jpg', 'pass.jpg'], ['/home/thea/pass.jpg', 'pass.jpg'], ['C:\\scans\\pass.jpg', 'pass.jpg'], ['a/b\\ c.pdf ', 'c.pdf'], ['', 'document'], ['scans/', 'document'], [' ', 'document'], ['..', '..'],
  ])('%j is %j', (name, plain) => { expect(plainName(name)).toBe(plain); });
});

describe('a file that is offered', () => {
  it('is named in the refusal by its last part only', () => {
    const refused = acceptFile({ name: '/home/thea/private/pass.jpg', bytes: new Uint8Array(), pages: null });
    expect(JSON.stringify(refused)).toContain('pass.jpg');
    expect(JSON.stringify(refused)).not.toContain('private');
  });

  it('has its pages counted only where it is a PDF', () => {
    const pages = maxDocumentPages + 1;
    expect(acceptFile({ name: 'a.pdf', bytes: photo(), pages })).toEqual({ ok: true, value: 'image/jpeg' });
    const pdf = new TextEncoder().encode('%PDF-1.7');
    expect(acceptFile({ name: 'a.jpg', bytes: pdf, pages })).toMatchObject({ ok: false, error: { code: 'file-pages' } });
    expect(acceptFile({ name: 'a.jpg', bytes: pdf, pages: null })).toEqual({ ok: true, value: 'application/pdf' });
  });
});

describe('a slot', () => {
  it('is refused only for the back of a passport, under its own name', () => {
    const refused = idTypes.flatMap((type) => documentSlots.filter((slot) => slotRefused(slot, type) !== null).map((slot) => `${type} ${slot}`));
    expect(refused).toEqual(['passport identity_back']);
    expect(slotRefused('identity_back', 'passport')).toMatchObject({ code: 'validation', fix: expect.any(String), fields: [{ path: 'identity_back' }] });
  });
});

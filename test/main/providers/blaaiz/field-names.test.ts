import { describe, expect, it } from 'vitest';
import { customerFieldNames, customerWireNames, fileFieldNames, ourFieldName, payoutFieldNames } from '../../../../main/providers/blaaiz/field-names.ts';
import { documentSlots } from '../../../../preload/contract/documents.ts';

describe('our name of a wire field', () => {
  it('is the one in the list', () => {
    expect(ourFieldName('bic_code', payoutFieldNames)).toBe('details.bic');
    expect(ourFieldName('swift_code', payoutFieldNames)).toBe('details.bic');
    expect(ourFieldName('id_file_back', fileFieldNames)).toBe('identity_back');
  });

  it('is the same words in camel case where the list has none', () => {
    expect(ourFieldName('some_new_field_2', payoutFieldNames)).toBe('someNewField2');
    expect(ourFieldName('plain', {})).toBe('plain');
  });

  it.each(['constructor', 'toString', '__proto__'])('is a text even for %s', (path) => { expect(ourFieldName(path, customerFieldNames)).toBeTypeOf('string'); });

  it('leads back from every field of a customer', () => {
    for (const [ours, wire] of Object.entries(customerWireNames)) expect(ourFieldName(wire, customerFieldNames)).toBe(ours);
  });

  it('names only slots that there are', () => {
    expect(Object.values(fileFieldNames).toSorted()).toEqual([...documentSlots].toSorted());
  });
});

import { expect, it } from 'vitest';
import { camelName, listedName } from '../../../main/providers/field-names.ts';

it('finds our name of a field in a list, and only there', () => {
  expect(listedName('bic_code', { bic_code: 'bic' })).toBe('bic');
  for (const path of ['iban', 'constructor', 'toString', '__proto__']) expect(listedName(path, { bic_code: 'bic' })).toBeUndefined();
});

it('writes the words of a wire field in camel case', () => {
  expect(['some_new_field_2', 'plain', 'owners.0.id_number'].map(camelName)).toEqual(['someNewField2', 'plain', 'owners.0.idNumber']);
});

import { expect, it } from 'vitest';
import { latin } from '../../renderer/latin.ts';

it.each([
  ['Harrow & Finch LLP', 'Harrow & Finch LLP'], ['Müller & Söhne', 'Muller & Sohne'], ['Bahnhofstraße', 'Bahnhofstrasse'], ['Ọ̀ṣọ́ Adéṣínà', 'Oso Adesina'], ['Київ', 'Kiiv'], ['', ''],
])('writes %s as %s', async (text, plain) => {
  expect(await latin(text)).toBe(plain);
});

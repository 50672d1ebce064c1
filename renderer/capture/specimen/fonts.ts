import mono from '@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2?url';
import monoExt from '@fontsource-variable/geist-mono/files/geist-mono-latin-ext-wght-normal.woff2?url';
import sans from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import sansExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import sansViet from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url';

const ext = 'U+0100-02BA, U+02BD-02C5, U+1E00-1E9F, U+1EF2-1EFF, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+0329';
const latin = 'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+2000-206F, U+20AC, U+2122';
const files = [
  ['Specimen', sansViet, 'U+0102-0103, U+0110-0111, U+01A0-01A1, U+01AF-01B0, U+1EA0-1EF9'], ['Specimen', sansExt, ext], ['Specimen', sans, latin],
  ['SpecimenMono', monoExt, ext], ['SpecimenMono', mono, latin],
] as const;

let loading: Promise<void> | null = null;

/** Loads the type of the documents, once. */
export function loadFonts(): Promise<void> {
  loading ??= Promise.all(files.map(async ([name, url, unicodeRange]) => {
    document.fonts.add(await new FontFace(name, `url(${url})`, { weight: '100 900', unicodeRange }).load());
  })).then(() => undefined);
  return loading;
}

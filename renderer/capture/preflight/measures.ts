import recogniserAddress from '../mrz/recogniser.bin?url';
import type { Found } from '../geometry/find-document.ts';
import type { Grey, Rgba } from '../pixels.ts';
import type { Tools } from '../decode/tools.ts';
import type { ReadBarcode } from '../barcode/read-barcode.ts';
import type { FindFaces } from '../face/find-faces.ts';
import type { ZoneReading } from '../mrz/read-zone.ts';
import type { Retouch } from '../make/make.ts';
import type { PageMeasured } from '../measure/measure-page.ts';
import type { Wanted } from './port.ts';

export type { Found };

/** Everything that is run on pixels, passed in. */
export type Measures = Retouch & {
  /** Where nothing is wanted, any kind of document is looked for. */
  readonly findDocument: (picture: Rgba, wanted: Wanted | null) => Found | null;
  readonly measurePage: (picture: Rgba, found: Found | null, wanted: Wanted, dpi: number | null) => PageMeasured;
  readonly readZone: (grey: Grey) => ZoneReading | null;
  readonly readBarcode: ReadBarcode;
  readonly findFaces: FindFaces;
};

let loaded: Promise<Measures> | null = null;

/** The measures, fetched with the first page that is looked at. */
export function loadMeasures(tools: Tools): Promise<Measures> {
  loaded ??= tools.ours(load);
  return loaded;
}

async function load(): Promise<Measures> {
  const [{ findDocument }, { formats }, { cutOut }, { measurePage, formatsFor }, { levelLight }, { readZone }, { createRecogniser }, { faceFinder }] = await Promise.all([
    import('../geometry/find-document.ts'), import('../geometry/formats.ts'), import('../geometry/cut-out.ts'), import('../measure/measure-page.ts'), import('../measure/level-light.ts'),
    import('../mrz/read-zone.ts'), import('../mrz/recogniser.ts'), import('../face/model.ts'),
  ]);
  const [recognise, findFaces] = [createRecogniser(new Uint8Array(await (await fetch(recogniserAddress)).arrayBuffer())), await faceFinder()];
  return {
    findFaces, measurePage, cutOut, levelLight,
    readZone: (grey) => readZone(grey, recognise),
    // Its engine is large, and few documents have a barcode.
    readBarcode: async (picture) => (await (await import('../barcode/model.ts')).barcodeReader())(picture),
    findDocument: (picture, wanted) => findDocument(picture, wanted ? { formats: formatsFor(wanted), likely: formatsFor(wanted).slice(0, 1) } : { formats: Object.values(formats), likely: [] }),
  };
}

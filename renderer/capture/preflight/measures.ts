import type { Evidence } from '../../../preload/contract/evidence.ts';
import recogniserAddress from '../mrz/recogniser.bin?url';
import type { Found } from '../geometry/find-document.ts';
import type { Grey, Quad, Rgba } from '../pixels.ts';
import type { Tools } from '../decode/tools.ts';
import type { ReadBarcode } from '../barcode/read-barcode.ts';
import type { FindFaces } from '../face/find-faces.ts';
import type { ZoneReading } from '../mrz/read-zone.ts';
import type { Retouch } from '../make/make.ts';
import type { Wanted } from './port.ts';


export type { Found };

/** What the pixels of a page say by themselves, without zone, barcode and faces. */
export type PageMeasured = Pick<Evidence, 'shown' | 'document' | 'sharpness' | 'glare' | 'exposure' | 'contrast' | 'cut' | 'cover' | 'screen' | 'copy'>;

/** Everything that is run on pixels, passed in. */
export type Measures = Retouch & {
  readonly findDocument: (picture: Rgba, wanted: Wanted) => Found | null;
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
  const [{ findDocument }, { formats }, { warp, flatSize }, { readZone }, { createRecogniser }, { faceFinder }] = await Promise.all([
    import('../geometry/find-document.ts'), import('../geometry/formats.ts'), import('../geometry/warp.ts'), import('../mrz/read-zone.ts'), import('../mrz/recogniser.ts'), import('../face/model.ts'),
  ]);
  const [recognise, findFaces] = [createRecogniser(new Uint8Array(await (await fetch(recogniserAddress)).arrayBuffer())), await faceFinder()];
  return {
    findFaces,
    readZone: (grey) => readZone(grey, recognise),
    // Its engine is large, and few documents have a barcode.
    readBarcode: async (picture) => (await (await import('../barcode/model.ts')).barcodeReader())(picture),
    findDocument: (picture, { slot }) => findDocument(picture, slot === 'proof_of_address' ? { formats: [formats.a4, formats.letter], likely: [formats.a4] } : { formats: [formats.td3, formats.td2, formats.card], likely: [formats.td3] }),
    measurePage: (picture, found, _wanted, dpi) => ({
      shown: 'unclear', document: found ? { area: areaOfQuad(found.quad, picture), dpi } : null, sharpness: { score: 50, worst: 50, areas: [] }, glare: { share: 0, areas: [] },
      exposure: { mean: 128, dark: 0, bright: 0 }, contrast: 100, cut: { corners: [], sides: [] }, cover: { share: 0, areas: [] }, screen: 0, copy: 0,
    }),
    cutOut: (picture, quad) => {
      const { width, height } = flatSize(quad, 4096);
      return warp(picture, quad, width, height);
    },
    levelLight: (picture) => picture,
  };
}
function areaOfQuad(quad: Quad, { width, height }: Rgba) {
  const spot = (index: 0 | 1 | 2 | 3) => ({ x: quad[index].x / width, y: quad[index].y / height });
  return [spot(0), spot(1), spot(2), spot(3)] as [ReturnType<typeof spot>, ReturnType<typeof spot>, ReturnType<typeof spot>, ReturnType<typeof spot>];
}

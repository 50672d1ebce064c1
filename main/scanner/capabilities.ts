import { scanMimes, type ScanColor, type ScanMime, type ScanSource, type ScanSourceInfo } from '../../preload/contract/scanning.ts';
import type { XmlNode } from './xml.ts';
import { allOf, childOf, childrenOf, countOf, wordsOf } from './xml-read.ts';

type Units = { readonly width: number; readonly height: number; readonly leastWidth: number; readonly leastHeight: number };

/** One source as the protocol has it: least and largest size in 1/300 inch, `centred` when paper runs along the middle; `format` is the kind of file to ask for,
 *  `ext` whether the newer element for it is understood, `intent` whether it knows the intent Document. */
export type SourceCaps = ScanSourceInfo & { readonly units: Units; readonly centred: boolean; readonly format: ScanMime; readonly ext: boolean; readonly intent: boolean };

/** What a scanner says of itself in ScannerCapabilities (eSCL). */
export type Capabilities = { readonly make: string; readonly uuid: string | null; readonly sources: readonly SourceCaps[] };

/** Units of the protocol in an inch, whatever the resolution. */
export const unitsPerInch = 300;
const mmPerInch = 25.4;
/** A size in 1/300 inch for a length in mm. */
export function toUnits(mm: number): number {
  return Math.round((mm / mmPerInch) * unitsPerInch);
}

const modes: Readonly<Record<string, ScanColor>> = { RGB24: 'color', RGB48: 'color', Grayscale8: 'gray', Grayscale16: 'gray', BlackAndWhite1: 'mono' };
const places: readonly (readonly [ScanSource, string, string])[] = [
  ['platen', 'Platen', 'PlatenInputCaps'], ['feeder', 'Adf', 'AdfSimplexInputCaps'], ['duplex', 'Adf', 'AdfDuplexInputCaps'],
];
const usualResolutions: readonly number[] = [75, 100, 150, 200, 300, 400, 600, 1200];
const dpiLimits = { least: 50, most: 1200 } as const;
const a4: readonly [number, number] = [2480, 3508];

/** Reads ScannerCapabilities; null when it is something else, or no source of it can be used. */
export function readCapabilities(root: XmlNode | null): Capabilities | null {
  if (root?.name !== 'ScannerCapabilities') return null;
  const shared = profilesOf(root);
  const sources = places.flatMap(([source, part, inner]) => {
    const caps = childOf(root, part, inner);
    const centred = wordsOf(root, part, 'Justification', 'XImagePosition') === 'Center';
    const read = caps === null ? null : readSource(source, caps, shared, centred);
    return read === null ? [] : [read];
  });
  if (sources.length === 0) return null;
  const uuid = /^(?:urn:uuid:)?([0-9a-f-]{8,40})$/i.exec(wordsOf(root, 'UUID') ?? '')?.[1]?.toLowerCase() ?? null;
  return { make: wordsOf(root, 'MakeAndModel') ?? wordsOf(root, 'ModelName') ?? 'Scanner', uuid, sources };
}

/** The profiles that sources only refer to. */
function profilesOf(root: XmlNode): ReadonlyMap<string, XmlNode> {
  const named = childrenOf(childOf(root, 'SettingProfiles'), 'SettingProfile');
  return new Map(named.map((profile) => [profile.attributes['name'] ?? '', profile]));
}

function readSource(source: ScanSource, caps: XmlNode, shared: ReadonlyMap<string, XmlNode>, centred: boolean): SourceCaps | null {
  const profiles = childrenOf(childOf(caps, 'SettingProfiles'), 'SettingProfile').map((profile) => shared.get(profile.attributes['ref'] ?? '') ?? profile);
  const formats = profiles.flatMap((profile) => allOf(profile, 'DocumentFormat', 'DocumentFormatExt'));
  const format = scanMimes.find((mime) => formats.some(({ text }) => text.toLowerCase() === mime)) ?? (formats.length === 0 ? 'image/jpeg' : null);
  if (format === null) return null;
  const said = profiles.flatMap((profile) => allOf(profile, 'ColorMode').map(({ text }) => modes[text]));
  // Black and white alone can't be said in JPEG.
  const colors = (['color', 'gray', 'mono'] as const).filter((color) => said.includes(color) && (color !== 'mono' || format !== 'image/jpeg'));
  const [width, height] = [countOf(caps, 'MaxWidth') || a4[0], countOf(caps, 'MaxHeight') || a4[1]];
  return {
    source, format, ext: formats.some(({ name }) => name === 'DocumentFormatExt'), colors: colors.length > 0 ? colors : ['color'],
    resolutions: resolutionsOf(profiles), units: { width, height, leastWidth: countOf(caps, 'MinWidth') ?? 0, leastHeight: countOf(caps, 'MinHeight') ?? 0 },
    centred,
    intent: allOf(childOf(caps, 'SupportedIntents'), 'Intent', 'SupportedIntent').some(({ text }) => text === 'Document'), maxWidth: toMm(width), maxHeight: toMm(height),
  };
}

function toMm(units: number): number {
  return Math.round((units / unitsPerInch) * mmPerInch * 10) / 10;
}

function resolutionsOf(profiles: readonly XmlNode[]): number[] {
  const places = profiles.flatMap((profile) => allOf(profile, 'SupportedResolutions'));
  const discrete = places.flatMap((place) => allOf(place, 'DiscreteResolution')).flatMap((one) => {
    const [x, y] = [countOf(one, 'XResolution'), countOf(one, 'YResolution')];
    return x !== null && x === y ? [x] : [];
  });
  const found = discrete.length > 0 ? discrete : places.flatMap((place) => allOf(place, 'ResolutionRange')).flatMap(usualWithin);
  const fit = [...new Set(found)].filter((dpi) => dpi >= dpiLimits.least && dpi <= dpiLimits.most).sort((a, b) => a - b).slice(0, 30);
  return fit.length > 0 ? fit : [unitsPerInch];
}

/** The usual resolutions that a range allows; both directions have the same range, in every device known. */
function usualWithin(range: XmlNode): readonly number[] {
  const across = childOf(range, 'XResolutionRange') ?? childOf(range, 'XResolution');
  const [min, max, step] = [countOf(across, 'Min') ?? 0, countOf(across, 'Max') ?? 0, countOf(across, 'Step') || 1];
  return usualResolutions.filter((dpi) => dpi >= min && dpi <= max && (dpi - min) % step === 0);
}

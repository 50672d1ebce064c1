import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ScanColor, ScanSettings } from '../../preload/contract/scanning.ts';
import { toUnits, type SourceCaps } from './capabilities.ts';

const modeNames: Readonly<Record<ScanColor, string>> = { color: 'RGB24', gray: 'Grayscale8', mono: 'BlackAndWhite1' };

/** Finds the source that is asked for and checks the wish against what it can. Error validation, by field. */
export function fitSource(sources: readonly SourceCaps[], settings: ScanSettings): Result<SourceCaps, AppError> {
  const source = sources.find((one) => one.source === settings.source);
  const problem = problemOf(source, settings);
  if (source && problem === null) return ok(source);
  const [path, message] = problem ?? ['source', 'This scanner has no such source.'];
  return fail(appError('validation', message, { fix: 'Choose something the scanner offers.', fields: [{ path, message }] }));
}

function problemOf(source: SourceCaps | undefined, { color, dpi }: ScanSettings): readonly [string, string] | null {
  if (!source) return ['source', 'This scanner has no such source.'];
  if (!source.colors.includes(color)) return ['color', 'The scanner can\u2019t scan this source that way.'];
  return source.resolutions.includes(dpi) ? null : ['dpi', `The scanner can\u2019t scan at ${dpi} dpi from this source.`];
}

/** Writes ScanSettings (eSCL): the region in 1/300 inch whatever the resolution, never beyond what the source can. Nothing of it is free text. */
export function scanSettingsXml(caps: SourceCaps, settings: ScanSettings): string {
  const { source, color, dpi } = settings;
  const { units } = caps;
  const width = between(toUnits(settings.width), units.leastWidth, units.width);
  const height = between(toUnits(settings.height), units.leastHeight, units.height);
  const left = caps.centred ? Math.floor((units.width - width) / 2) : 0;
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
<pwg:Version>2.0</pwg:Version>${caps.intent ? '\n<scan:Intent>Document</scan:Intent>' : ''}
<pwg:ScanRegions><pwg:ScanRegion>
<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
<pwg:XOffset>${left}</pwg:XOffset><pwg:YOffset>0</pwg:YOffset><pwg:Width>${width}</pwg:Width><pwg:Height>${height}</pwg:Height>
</pwg:ScanRegion></pwg:ScanRegions>
<pwg:InputSource>${source === 'platen' ? 'Platen' : 'Feeder'}</pwg:InputSource>
<scan:ColorMode>${modeNames[color]}</scan:ColorMode>
<pwg:DocumentFormat>${caps.format}</pwg:DocumentFormat>${caps.ext ? `\n<scan:DocumentFormatExt>${caps.format}</scan:DocumentFormatExt>` : ''}
<scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution>${source === 'platen' ? '' : `\n<scan:Duplex>${source === 'duplex'}</scan:Duplex>`}
</scan:ScanSettings>`;
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

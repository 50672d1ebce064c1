import { paperSizes, usualDpi, type PaperSize, type ScanColor, type ScannerInfo, type ScanSettings, type ScanSource, type ScanSourceInfo } from '../../../preload/contract/scanning.ts';

/** A size of paper, or all that the source can see. */
export type Paper = PaperSize | 'whole';
/** What a person chose for a scan. */
export type ScanChoice = { readonly source: ScanSource; readonly color: ScanColor; readonly dpi: number; readonly paper: Paper };

/** What stands there until a person chooses otherwise. */
export const usualChoice: ScanChoice = { source: 'platen', color: 'color', dpi: usualDpi, paper: 'a4' };

/** Scanners round their sizes: a sheet may be this much (mm) larger than what they say. */
const slack = 1;

/** The sizes of paper that a source takes, and all of it last. */
export function papersOf({ maxWidth, maxHeight }: ScanSourceInfo): readonly Paper[] {
  return [...paperSizes.filter(({ width, height }) => width <= maxWidth + slack && height <= maxHeight + slack).map(({ id }) => id), 'whole'];
}

/** The source of a scanner that is chosen, or its first. */
export function sourceOf(info: ScannerInfo, source: ScanSource): ScanSourceInfo {
  const found = info.sources.find((one) => one.source === source) ?? info.sources[0];
  if (!found) throw new Error('A scanner has a source.');
  return found;
}

/** The same choice, as far as the scanner can: else the nearest finer resolution, its first colour, all of the glass. */
export function fitChoice(info: ScannerInfo, choice: ScanChoice): ScanChoice {
  const source = sourceOf(info, choice.source);
  const dpi = source.resolutions.includes(choice.dpi) ? choice.dpi : source.resolutions.find((one) => one >= choice.dpi) ?? source.resolutions.at(-1) ?? usualDpi;
  const color = source.colors.includes(choice.color) ? choice.color : source.colors[0] ?? 'color';
  return { source: source.source, color, dpi, paper: papersOf(source).includes(choice.paper) ? choice.paper : 'whole' };
}

/** What main is asked for. */
export function settingsOf(info: ScannerInfo, choice: ScanChoice): ScanSettings {
  const { source, color, dpi, paper } = fitChoice(info, choice);
  const { maxWidth, maxHeight } = sourceOf(info, source);
  const size = paperSizes.find(({ id }) => id === paper);
  const within = (mm: number) => Math.min(Math.max(mm, 10), 1000);
  return { source, color, dpi, width: within(size?.width ?? maxWidth), height: within(size?.height ?? maxHeight) };
}

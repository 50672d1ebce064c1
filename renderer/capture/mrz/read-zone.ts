import { zoneShapes, type ZoneFormat } from '../../../preload/contract/mrz-layout.ts';
import type { Grey, Quad } from '../pixels.ts';
import { decide, seen, type Decision } from './decide.ts';
import { zoneSites, type ZoneSite } from './find-zone.ts';
import { isPlausible } from './plausible.ts';
import type { Recogniser } from './recogniser.ts';
import { slotsOf, type Slots } from './slots.ts';
import { cutStrip, quadOf } from './strip.ts';
import type { TextLine } from './text-line.ts';
import { withEnds } from './line-ends.ts';

type Turn = 0 | 90 | 180 | 270;

/**
 * A zone that was read. `quad` surrounds its lines in the picture as they read; `turn` makes the picture upright, clockwise. `corrected` are the places, counted
 * through all lines, where the signs are not those that the eye alone found; `confidence` the probability that all signs are right, 0 to 1;
 * `certain` is false where another text is possible too. A clear text whose check digits fail is certain: the document is wrong, not the reading.
 */
export type ZoneRead = {
  readonly state: 'read'; readonly format: ZoneFormat; readonly lines: readonly string[]; readonly quad: Quad; readonly turn: Turn;
  readonly corrected: readonly number[]; readonly confidence: number; readonly certain: boolean;
};
/** What a picture shows: a zone that was read, or one that is there and can't be read. */
export type ZoneReading = ZoneRead | { readonly state: 'unreadable'; readonly quad: Quad; readonly turn: Turn };

/** Least probability for a reading to be certain. */
const sure = 0.94;
/** Least probability that the lines have the lengths of a format. */
const leastLength = 0.3;
/** Least probability of a text whose check digits fail. */
const leastToAccuse = 0.8;
/** Least clarity of lines that are text at all. */
const leastClear = 0.895;
const quiteClear = 0.97;
/** Least probability of a line's likeliest length in text that isn't quite clear. */
const leastSettled = 0.22;
const quiteSettled = 0.5;

/** Finds and reads the machine-readable zone in a whole photo or in a rectified document, in any direction; null when there is none. */
export function readZone(grey: Grey, recognise: Recogniser): ZoneReading | null {
  let best: ZoneReading | null = null;
  for (const site of zoneSites(grey)) {
    const reading = readSite(site, reader(grey, site, recognise));
    if (reading && worth(reading) > worth(best)) best = reading;
    if (best?.state === 'read' && best.certain) break;
  }
  return best;
}

type ReadLine = (line: TextLine, over: boolean) => Slots;

/** Reads lines of a site, each at most once each way up. */
function reader(grey: Grey, site: ZoneSite, recognise: Recogniser): ReadLine {
  const known = [new Map<TextLine, Slots>(), new Map<TextLine, Slots>()] as const;
  return (line, over) => {
    const slots = known[over ? 1 : 0].get(line) ?? slotsOf(recognise(cutStrip(grey, line, site.place, over)));
    known[over ? 1 : 0].set(line, slots);
    return slots;
  };
}

function worth(reading: ZoneReading | null): number {
  if (!reading) return -1;
  return reading.state === 'unreadable' ? 0 : 1 + reading.confidence + (reading.certain ? 1 : 0);
}

function readSite(site: ZoneSite, read: ReadLine): ZoneReading | null {
  const [first] = site.lines;
  if (!first) return null;
  const over = read(first, true).clarity > read(first, false).clarity;
  const turn = turnOf(site.angle + (over ? 180 : 0));
  for (const lines of withEnds(site.lines)) {
    const upright = lines.map((line) => read(line, over));
    const slots = over ? upright.toReversed() : upright;
    const format = formatOf(slots);
    if (format) return readAs(format, slots, quadOf(lines, site.place, over), turn);
  }
  const slots = site.lines.map((line) => read(line, over));
  return isZoneLike(slots) ? { state: 'unreadable', quad: quadOf(site.lines, site.place, over), turn } : null;
}

type Fitting = { readonly name: ZoneFormat; readonly odds: number };

function readAs(format: Fitting, slots: readonly Slots[], quad: Quad, turn: Turn): ZoneReading {
  const decision = decide(slots.map((line) => line.of(zoneShapes[format.name].width)), format.name);
  const confidence = decision.odds * format.odds;
  // Check digits that fail speak against the document only where its signs are clear.
  if (!decision.checked && confidence < leastToAccuse) return { state: 'unreadable', quad, turn };
  const certain = confidence >= sure && isPlausible(decision.lines, format.name);
  return { state: 'read', format: format.name, lines: decision.lines, quad, turn, corrected: correctedIn(decision), confidence, certain };
}

function likeliestLength(slots: Slots): number {
  return slots.lengths.indexOf(Math.max(...slots.lengths));
}

function formatOf(slots: readonly Slots[]): Fitting | null {
  const names: readonly ZoneFormat[] = slots.length === 3 ? ['TD1'] : ['TD2', 'TD3'];
  const tried = names.map((name) => ({ name, odds: slots.reduce((odds, line) => odds * (line.lengths[zoneShapes[name].width] ?? 0), 1) }));
  const best = tried.toSorted((a, b) => b.odds - a.odds)[0];
  return best && best.odds >= leastLength ? best : null;
}

/** A zone that can't be read is known by lines that are clear enough to be text, nearly as long as a zone's, with fillers: many at a line's end unless all is clear. */
function isZoneLike(slots: readonly Slots[]): boolean {
  const mean = (of: (line: Slots) => number) => slots.reduce((sum, line) => sum + of(line), 0) / slots.length;
  const clear = mean((line) => line.clarity), settled = mean((line) => Math.max(...line.lengths));
  if (clear < leastClear || (settled < leastSettled && clear < quiteClear)) return false;
  const texts = slots.map((line) => seen(line.of(likeliestLength(line))));
  const fillers = clear >= quiteClear && settled >= quiteSettled ? /<</ : /<{5,}.?$/;
  return texts.every((text) => text.length >= 18 && text.length <= 45) && texts.some((text) => fillers.test(text));
}

function correctedIn({ lines, read }: Decision): readonly number[] {
  const text = lines.join(''), eye = read.join('');
  return Array.from(text, (_, place) => place).filter((place) => text[place] !== eye[place]);
}

function turnOf(angle: number): Turn {
  const quarter = Math.round((360 - angle % 360) / 90) % 4;
  return ([0, 90, 180, 270] as const)[quarter] ?? 0;
}

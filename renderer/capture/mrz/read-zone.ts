import { zoneShapes, type ZoneFormat } from '../../../preload/contract/mrz-layout.ts';
import type { Grey, Quad } from '../pixels.ts';
import { decide, type Decision } from './decide.ts';
import { zoneSites, type ZoneSite } from './find-zone.ts';
import { isPlausible } from './plausible.ts';
import type { Recogniser } from './recogniser.ts';
import { slotsOf, type Slots } from './slots.ts';
import { cutStrip, quadOf } from './strip.ts';

type Turn = 0 | 90 | 180 | 270;

/**
 * A zone that was read. `quad` surrounds its lines in the picture as they read; `turn` makes the picture upright, clockwise. `corrected` are the places, counted
 * through all lines, where the signs are not those that the eye alone found; `confidence` the probability that all signs are right, 0 to 1;
 * `certain` is false where another text is possible too or the check digits fail.
 */
export type ZoneRead = {
  readonly state: 'read'; readonly format: ZoneFormat; readonly lines: readonly string[]; readonly quad: Quad; readonly turn: Turn;
  readonly corrected: readonly number[]; readonly confidence: number; readonly certain: boolean;
};
/** What a picture shows: a zone that was read, or one that is there and can't be read. */
export type ZoneReading = ZoneRead | { readonly state: 'unreadable'; readonly quad: Quad; readonly turn: Turn };

/** Least probability for a reading to be certain. */
const sure = 0.97;
/** Least probability that the lines have the lengths of a format. */
const leastLength = 0.3;

/** Finds and reads the machine-readable zone in a whole photo or in a rectified document, in any direction; null when there is none. */
export function readZone(grey: Grey, recognise: Recogniser): ZoneReading | null {
  let best: ZoneReading | null = null;
  for (const site of zoneSites(grey)) {
    const reading = readSite(grey, site, recognise);
    if (reading && worth(reading) > worth(best)) best = reading;
    if (best?.state === 'read' && best.certain) break;
  }
  return best;
}

function worth(reading: ZoneReading | null): number {
  if (!reading) return -1;
  return reading.state === 'unreadable' ? 0 : 1 + reading.confidence + (reading.certain ? 1 : 0);
}

type Looked = { readonly slots: readonly Slots[]; readonly over: boolean };

function readSite(grey: Grey, site: ZoneSite, recognise: Recogniser): ZoneReading | null {
  const looked = look(grey, site, recognise);
  if (!looked) return null;
  const quad = quadOf(site.lines, site.place, looked.over);
  const turn = turnOf(site.angle + (looked.over ? 180 : 0));
  const format = formatOf(looked.slots);
  if (!format) return isZoneLike(looked.slots) ? { state: 'unreadable', quad, turn } : null;
  const decision = decide(looked.slots.map((slots) => slots.of(zoneShapes[format.name].width)), format.name);
  const certain = decision.checked && decision.odds * format.odds >= sure && isPlausible(decision.lines, format.name);
  return { state: 'read', format: format.name, lines: decision.lines, quad, turn, corrected: correctedIn(decision), confidence: decision.odds * format.odds, certain };
}

/** Reads the lines; the first one both ways, to learn which is up. */
function look(grey: Grey, site: ZoneSite, recognise: Recogniser): Looked | null {
  const [first] = site.lines;
  if (!first) return null;
  const read = (line: typeof first, over: boolean) => slotsOf(recognise(cutStrip(grey, line, site.place, over)));
  const upright = read(first, false), turned = read(first, true);
  const over = turned.clarity > upright.clarity;
  const rest = site.lines.slice(1).map((line) => read(line, over));
  const slots = [over ? turned : upright, ...rest];
  return { over, slots: over ? slots.toReversed() : slots };
}

function likeliestLength(slots: Slots): number {
  return slots.lengths.indexOf(Math.max(...slots.lengths));
}

function formatOf(slots: readonly Slots[]): { readonly name: ZoneFormat; readonly odds: number } | null {
  const names: readonly ZoneFormat[] = slots.length === 3 ? ['TD1'] : ['TD2', 'TD3'];
  const tried = names.map((name) => ({ name, odds: slots.reduce((odds, line) => odds * (line.lengths[zoneShapes[name].width] ?? 0), 1) }));
  const best = tried.toSorted((a, b) => b.odds - a.odds)[0];
  return best && best.odds >= leastLength ? best : null;
}

/** A zone that can't be read is known by lines with as many signs as a zone's, some of them fillers. */
function isZoneLike(slots: readonly Slots[]): boolean {
  return slots.every((line) => { const length = likeliestLength(line); return length >= 20 && length <= 46; });
}

function correctedIn({ lines, read }: Decision): readonly number[] {
  const text = lines.join(''), eye = read.join('');
  return Array.from(text, (_, place) => place).filter((place) => text[place] !== eye[place]);
}

function turnOf(angle: number): Turn {
  const quarter = Math.round((360 - angle % 360) / 90) % 4;
  return ([0, 90, 180, 270] as const)[quarter] ?? 0;
}

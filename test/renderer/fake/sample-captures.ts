import { noEdit, type Capture } from '../../../preload/contract/captures.ts';
import { goodEvidence } from './sample-evidence.ts';
import { samplePng } from './sample-files.ts';
import type { World } from './world.ts';

/** A page that waits in the tray, looked at already. */
export function sampleCapture(id: string, change: Partial<Capture> = {}): Capture {
  return {
    id, name: `${id}.png`, source: 'file', mime: 'image/png', bytes: 900, page: 1, pages: 1, state: 'ready', problem: null, edit: noEdit, evidence: goodEvidence, documentId: null,
    addedAt: Date.UTC(2026, 10, 20, 13), ...change,
  };
}

/** A tray with these pages, each with an original behind it. */
export function trayOf(...pages: readonly Capture[]): Pick<World, 'captures' | 'originals'> {
  return { captures: [...pages], originals: new Map(pages.map(({ id }) => [id, samplePng(8, 8)])) };
}

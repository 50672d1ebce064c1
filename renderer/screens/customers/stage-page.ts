import type { Capture, CaptureEdit } from '../../../preload/contract/captures.ts';
import type { DocumentInfo } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Evidence } from '../../../preload/contract/evidence.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { ask } from '../../call.ts';
import type { Original } from '../../capture/preflight/port.ts';
import { pageOf } from '../../capture/tray/look-page.ts';
import { theLooker } from '../../capture/tray/looker.ts';
import { usePicture, type Picture } from '../../capture/marks/use-picture.ts';

/** A page that can stand on the stage: a captured one as it came, or one of a document whose originals are not in the tray’s book. */
export type StagePage = {
  readonly key: string;
  readonly name: string;
  readonly turn: CaptureEdit['turn'];
  readonly evidence: Evidence | null;
  readonly capture: Capture | null;
  readonly original: () => Promise<Result<Original, AppError>>;
};

/** Longest side of a picture on the stage, in pixels: sharp on a large screen, and no more memory than that. */
const most = 2_000;

/** A captured page. */
export function stagePage(capture: Capture, evidence: Evidence | null = capture.evidence): StagePage {
  const { id, name, edit } = capture;
  return { key: `${id}/${edit.turn}`, name, turn: edit.turn, evidence, capture, original: () => pageOf(capture) };
}

/** The pages of a document, in order: as captured where that is known, else those of the kept file. */
export function documentPages(customerId: string, document: DocumentInfo, captures: readonly Capture[]): readonly StagePage[] {
  const known = document.captureIds.flatMap((id) => captures.find((one) => one.id === id) ?? []);
  if (known.length > 0 && known.length === document.captureIds.length) return known.map((capture, index) => stagePage(capture, document.evidence[index] ?? capture.evidence));
  return Array.from({ length: document.pages ?? 1 }, (_, index) => ({
    key: `${document.id}/${index}`, name: document.name, turn: 0 as const, evidence: document.evidence[index] ?? null, capture: null,
    original: async () => {
      const read = await ask('documents.read', { customerId, documentId: document.id });
      return read.ok ? ok({ name: document.name, bytes: read.value.bytes, page: index + 1 }) : read;
    },
  }));
}

/** The picture of a page, from the worker: this page’s own thread never opens what came from outside. */
export function usePagePicture(page: StagePage | null): Picture {
  return usePicture(page?.key ?? null, async () => {
    if (!page) return { ok: false, error: { code: 'internal', message: '' } };
    const original = await page.original();
    return original.ok ? theLooker().show(original.value, page.turn, most) : original;
  });
}

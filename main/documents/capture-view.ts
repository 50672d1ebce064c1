import type { Capture } from '../../preload/contract/captures.ts';
import type { CaptureRecord } from '../store/captures.ts';

/** A captured page as the screen may know it: without where its original lies. */
export function toCapture(record: CaptureRecord): Capture {
  const { id, name, source, mime, bytes, page, pages, state, problem, edit, evidence, documentId, addedAt } = record;
  return { id, name, source, mime, bytes, page, pages, state, problem, edit, evidence, documentId, addedAt };
}

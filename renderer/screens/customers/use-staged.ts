import { useMemo, useState } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import type { DocumentInfo, DocumentSlot } from '../../../preload/contract/documents.ts';
import type { Finding, Override } from '../../../preload/contract/preflight.ts';
import { useCall } from '../../api.ts';
import { judgedNow, type Against } from './judged.ts';
import { documentPages, stagePage, type StagePage } from './stage-page.ts';

/** What stands on the stage: a slot’s document, or a page of the tray that is weighed as if it were there. `findings` are of all its pages. */
export type Staged = {
  readonly of: 'document' | 'tray';
  readonly pages: readonly StagePage[];
  readonly page: StagePage;
  readonly index: number;
  readonly turnTo: (index: number) => void;
  readonly findings: readonly Finding[];
  readonly overrides: readonly Override[];
};

/** What decides on the stage. */
export type StagedInput = {
  readonly customerId: string | null;
  readonly slot: DocumentSlot;
  readonly document: DocumentInfo | null;
  readonly documents: readonly DocumentInfo[];
  readonly tray: readonly Capture[];
  readonly shown: string | null;
  readonly against: Against;
};

const noPages: readonly Capture[] = [];

/** The captured pages of a document, in its order; none while it has none. */
export function useDocumentCaptures(document: DocumentInfo | null): readonly Capture[] {
  const { data } = useCall('captures.list', { documentId: document?.id ?? '-' }, { enabled: document !== null });
  return useMemo(() => (document ? document.captureIds.flatMap((id) => data?.find((one) => one.id === id) ?? []) : noPages), [document, data]);
}

/** What stands on the stage now; null when the slot is empty and no page of the tray was chosen. */
export function useStaged({ customerId, slot, document, documents, tray, shown, against }: StagedInput): Staged | null {
  const captures = useDocumentCaptures(document);
  const [at, setAt] = useState({ of: '', index: 0 });
  const waiting = tray.find(({ id, state }) => id === shown && state === 'ready') ?? null;
  const pages = useMemo(
    () => (waiting ? [stagePage(waiting)] : document && customerId !== null ? documentPages(customerId, document, captures) : []),
    [waiting, document, customerId, captures],
  );
  const name = waiting?.id ?? document?.id ?? '';
  const index = at.of === name ? Math.min(at.index, pages.length - 1) : 0;
  const page = pages[index];
  if (!page) return null;
  const turning = { pages, page, index, turnTo: (next: number) => setAt({ of: name, index: next }) };
  if (waiting) return { of: 'tray', ...turning, findings: triedFindings(waiting, slot, documents, against), overrides: [] };
  return { of: 'document', ...turning, findings: judgedNow(documents, against)[slot] ?? [], overrides: document?.overrides ?? [] };
}

/** What would be found if this page were in the slot; nothing while it hasn't been looked at. */
function triedFindings({ evidence }: Capture, slot: DocumentSlot, documents: readonly DocumentInfo[], against: Against): readonly Finding[] {
  return evidence ? (judgedNow(documents, against, { slot, evidence: [evidence] })[slot] ?? []) : [];
}

import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Capture } from '../../../preload/contract/captures.ts';
import { slotsFor, type DocumentInfo, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import { useCall } from '../../api.ts';
import { ask } from '../../call.ts';
import type { CapturingState } from '../../capture/tray/capture-state.ts';
import { makeCapturing, type Capturing } from '../../capture/tray/capturing.ts';
import { theLooker } from '../../capture/tray/looker.ts';
import type { CustomerEditor } from './customer-editor.ts';

/** Capturing for one customer: what it can do, how it stands, and the tray. */
export type DeskCapture = { readonly capturing: Capturing; readonly state: CapturingState; readonly tray: readonly Capture[] };

const noPages: readonly Capture[] = [];

/** Captures for the customer in the editor; the first document keeps the form, so that it has somewhere to belong. */
export function useCapture(editor: CustomerEditor, documents: readonly DocumentInfo[]): DeskCapture {
  const [capturing] = useState(() => makeCapturing({
    looker: theLooker, customerId: () => editor.ensureId(), idType: () => editor.store.getState().fields.idType,
  }));
  useEffect(() => capturing.know(new Set(documents.map(({ slot }) => slot))), [capturing, documents]);
  const state = useStore(capturing.store);
  const { data } = useCall('captures.list', { documentId: null });
  const { checking, going } = state;
  // What is just being put into a slot doesn't wait in the tray.
  const passing = checking !== null && checking.slot !== null;
  const tray = useMemo(
    () => (data ?? noPages).filter((one) => !going.has(one.id) && !(passing && one.state === 'ready' && one.evidence === null)),
    [data, going, passing],
  );
  return { capturing, state, tray };
}

/** Looks at identity documents again once they are said to be of another kind: other things are read from them then. */
export function useKindFollowed({ capturing }: DeskCapture, idType: IdType, documents: readonly DocumentInfo[], frozen: boolean): void {
  const seen = useRef(idType);
  useEffect(() => {
    if (frozen || seen.current === idType) return;
    seen.current = idType;
    const there = new Set(slotsFor(idType).map(({ slot }) => slot));
    for (const { id, slot, captureIds, state } of documents) {
      const ofIdentity = slot === 'identity' || slot === 'identity_back';
      if (state === 'kept' && ofIdentity && there.has(slot) && captureIds.length > 0) void lookAgain(capturing, slot, id, captureIds);
    }
  }, [capturing, idType, documents, frozen]);
}

async function lookAgain(capturing: Capturing, slot: DocumentSlot, documentId: string, captureIds: readonly string[]): Promise<void> {
  const pages = await ask('captures.list', { documentId });
  if (!pages.ok) return;
  const own = captureIds.flatMap((id) => pages.value.find((one) => one.id === id) ?? []);
  if (own.length > 0) await capturing.place(slot, own);
}

/** Opens what a scanner or the watched folder brought, one after the other, and chooses what a scanner brought. */
export function useTended({ capturing, state, tray }: DeskCapture, slot: DocumentSlot, frozen: boolean): void {
  const idle = state.checking === null;
  useEffect(() => {
    if (idle && !frozen) capturing.tend(tray, slot);
  }, [capturing, tray, slot, idle, frozen]);
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(tray.map(({ id }) => id));
    if (before === null) return;
    const fresh = tray.filter(({ id, source, state: now, documentId }) => !before.has(id) && source === 'scanner' && now === 'ready' && documentId === null);
    if (fresh.length === 0) return;
    const { chosen, shown } = capturing.store.getState();
    capturing.choose([...chosen, ...fresh.map(({ id }) => id)], shown ?? fresh[0]?.id ?? null);
  }, [capturing, tray]);
}

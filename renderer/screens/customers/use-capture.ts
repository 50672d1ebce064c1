import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Capture } from '../../../preload/contract/captures.ts';
import type { DocumentInfo, DocumentSlot } from '../../../preload/contract/documents.ts';
import { useCall } from '../../api.ts';
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
  return { capturing, state, tray: data ?? noPages };
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

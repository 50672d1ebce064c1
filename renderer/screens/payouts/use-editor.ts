import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { holdEditor } from '../../state/open-editors.ts';
import type { PayoutEditor, PayoutEditorState } from '../../state/payout-editor.ts';
import { makePriceAsker, priceQuestion, type PriceAsker, type PriceState } from '../../state/price-asker.ts';

/** A part of the editor's state, without rendering again for the rest. */
export function useEditor<T>(editor: PayoutEditor, pick: (state: PayoutEditorState) => T): T {
  return useStore(editor.store, pick);
}

/** Keeps the editor for as long as the screen shows it; leaving saves what is typed. */
export function useHeld(editor: PayoutEditor): void {
  useEffect(() => holdEditor(editor), [editor]);
}

/** The price of the draft as main has it, asked anew when something changes that it depends on. */
export function useDraftPrice(editor: PayoutEditor): { readonly state: PriceState; readonly again: () => void } {
  const [asker] = useState<PriceAsker>(() => makePriceAsker((id) => ask('payouts.price', { id }), keptPrice(editor.store.getState().payout)));
  const kept = useEditor(editor, (state) => state.payout);
  const question = useMemo(() => (kept ? priceQuestion(kept.draft) : null), [kept]);
  const id = kept?.id ?? null;
  useEffect(() => asker.watch(id, question), [asker, id, question]);
  useEffect(() => () => asker.stop(), [asker]);
  return { state: useStore(asker.store), again: asker.again };
}

function keptPrice(payout: Payout | null): { readonly price: NonNullable<Payout['price']>; readonly of: string } | null {
  const of = payout ? priceQuestion(payout.draft) : null;
  return payout?.price && of !== null ? { price: payout.price, of } : null;
}

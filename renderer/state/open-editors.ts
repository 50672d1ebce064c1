import type { Payout } from '../../preload/contract/payouts.ts';
import { ask } from '../call.ts';
import type { DraftEdit } from './draft-edits.ts';
import { makeHeldEditors } from './held-editors.ts';
import { openPayoutEditor, type PayoutDoor, type PayoutEditor } from './payout-editor.ts';

const door: PayoutDoor = {
  save: (request) => ask('payouts.save', request),
  get: (request) => ask('payouts.get', request),
};
const held = makeHeldEditors<PayoutEditor>();

/** Keeps an editor while a screen shows it. Gives the way to let go of it. */
export const holdEditor = held.hold;

/** The editor of a kept draft; one that still holds unsaved words is given back as it is. */
export function editorOf(payout: Payout): PayoutEditor {
  const known = held.find(payout.id);
  const current = known && (known.dirty() || known.store.getState().revision >= payout.revision);
  return current ? known : openPayoutEditor(payout, door);
}

/** An editor for a new payout. */
export function newEditor(start: DraftEdit): PayoutEditor {
  return openPayoutEditor(null, door, start);
}

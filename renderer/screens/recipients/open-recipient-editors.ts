import type { Recipient } from '../../../preload/contract/recipients.ts';
import { ask } from '../../call.ts';
import { makeHeldEditors } from '../../state/held-editors.ts';
import { openRecipientEditor, type RecipientEditor } from './recipient-editor.ts';

const held = makeHeldEditors<RecipientEditor>();

/** Keeps an editor while a screen shows it. Gives the way to let go of it. */
export const holdRecipientEditor = held.hold;

/** The editor of a kept recipient; one that still holds unsaved words is given back as it is. */
export function recipientEditorOf(recipient: Recipient): RecipientEditor {
  return held.find(recipient.id) ?? openRecipientEditor(recipient, (request) => ask('recipients.save', request));
}

/** An editor for a new recipient. */
export function newRecipientEditor(): RecipientEditor {
  return openRecipientEditor(null, (request) => ask('recipients.save', request));
}

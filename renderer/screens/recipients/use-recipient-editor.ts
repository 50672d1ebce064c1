import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { FieldIssue } from '../../../preload/contract/errors.ts';
import { recipientIssues, type RecipientIssue } from '../../../preload/contract/recipient-checks.ts';
import type { RecipientFieldKey, RecipientFields } from '../../../preload/contract/recipients.ts';
import { holdRecipientEditor } from './open-recipient-editors.ts';
import type { RecipientEditor, RecipientEditorState } from './recipient-editor.ts';

/** A part of the editor's state, without rendering again for the rest. */
export function useRecipientEditor<T>(editor: RecipientEditor, pick: (state: RecipientEditorState) => T): T {
  return useStore(editor.store, pick);
}

/** Keeps the editor for as long as the screen shows it; leaving saves what is typed. */
export function useHeldRecipient(editor: RecipientEditor): void {
  useEffect(() => holdRecipientEditor(editor), [editor]);
}

/** What stands below a field: an error, or a doubt. */
export type ShownIssue = { readonly level: RecipientIssue['level']; readonly message: string };

/** Which issues the form shows: those of fields that were left, all errors after a try to make it, and what Kira refused until it is changed. */
export type ShownIssues = {
  readonly of: (key: RecipientFieldKey) => ShownIssue | null;
  readonly change: (key: RecipientFieldKey) => void;
  readonly leave: (key: RecipientFieldKey) => void;
};

/** Decides what to show; `all` is set once making it was tried, `theirs` is what main or Kira found. */
export function useShownIssues(fields: RecipientFields, all: boolean, theirs: readonly FieldIssue[]): ShownIssues {
  const [left, setLeft] = useState<ReadonlySet<RecipientFieldKey>>(new Set());
  const [changed, setChanged] = useState<ReadonlySet<RecipientFieldKey>>(new Set());
  const issues = recipientIssues(fields);
  const own = (key: RecipientFieldKey): ShownIssue | null => {
    const found = issues.filter(({ path }) => path === key);
    const error = found.find(({ level }) => level === 'error');
    if (error) return all || (left.has(key) && fields[key].trim() !== '') ? error : null;
    return left.has(key) || all ? (found[0] ?? null) : null;
  };
  return {
    of: (key) => {
      const refused = changed.has(key) ? undefined : theirs.find(({ path }) => path === key);
      const mine = own(key);
      return refused && mine?.level !== 'error' ? { level: 'error', message: refused.message } : mine;
    },
    // While it is typed it is calm; it is looked at again when it is left.
    change: (key) => {
      setLeft((keys) => new Set([...keys].filter((one) => one !== key)));
      setChanged((keys) => (keys.has(key) ? keys : new Set([...keys, key])));
    },
    leave: (key) => setLeft((keys) => (keys.has(key) ? keys : new Set([...keys, key]))),
  };
}

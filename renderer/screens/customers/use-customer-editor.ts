import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import type { FieldIssue } from '../../../preload/contract/errors.ts';
import type { CustomerEditor, CustomerEditorState } from './customer-editor.ts';
import type { FieldName } from './form-issues.ts';
import { holdCustomerEditor } from './open-customer-editors.ts';

/** A part of the editor's state, without rendering again for the rest. */
export function useCustomerEditor<T>(editor: CustomerEditor, pick: (state: CustomerEditorState) => T): T {
  return useStore(editor.store, pick);
}

/** Keeps the editor for as long as the screen shows it; leaving saves what is typed. */
export function useHeldCustomer(editor: CustomerEditor): void {
  useEffect(() => holdCustomerEditor(editor), [editor]);
}

/** Which problems the form shows: those found on leaving a field, and all after a submit. A mended field turns calm at once. */
export type ShownIssues = {
  readonly errorOf: (name: FieldName) => string | null;
  /** The field was left. */
  readonly leave: (name: FieldName) => void;
};

/** Decides what to show of `issues`; `all` is set once a submit was tried. */
export function useShownIssues(fields: CustomerFields, issues: readonly FieldIssue[], all: boolean): ShownIssues {
  const [left, setLeft] = useState<ReadonlySet<FieldName>>(new Set());
  const wrong = new Set(issues.map((issue) => issue.path));
  // Mended: it may be broken again while typing without a word, until it is left again.
  if ([...left].some((name) => !wrong.has(name))) setLeft(new Set([...left].filter((name) => wrong.has(name))));
  return {
    errorOf: (name) => (all || left.has(name) ? (issues.find((issue) => issue.path === name)?.message ?? null) : null),
    leave: (name) => {
      // An empty field that was only passed through is not wrong yet.
      if (wrong.has(name) && fields[name].trim() !== '') setLeft((names) => new Set([...names, name]));
    },
  };
}

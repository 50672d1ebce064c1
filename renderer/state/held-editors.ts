import { onFlush } from '../flush.ts';

/** What is asked of an editor that can be held; `id` is null until main keeps what it edits. */
export type Holdable = {
  readonly store: { readonly getState: () => { readonly id: string | null } };
  readonly flush: () => Promise<boolean>;
  readonly stop: () => void;
};

/** Editors of one kind that a screen shows or that hold something unsaved. */
export type HeldEditors<E extends Holdable> = {
  /** The held editor of what has this id. */
  find(id: string): E | undefined;
  /** Keeps an editor while a screen shows it; what it holds is saved before the vault locks or the profile changes. Gives the way to let go of it. */
  hold(editor: E): () => void;
};

/** Makes the place where editors of one kind live until everything typed is safe, also when their screens have gone. */
export function makeHeldEditors<E extends Holdable>(): HeldEditors<E> {
  // With how many screens show each: none for one whose last change could not be saved yet.
  const held = new Map<E, number>();
  onFlush(async () => (await Promise.all([...held.keys()].map((editor) => editor.flush()))).every(Boolean));
  return {
    find: (id) => [...held.keys()].find((editor) => editor.store.getState().id === id),
    hold(editor) {
      held.set(editor, (held.get(editor) ?? 0) + 1);
      return () => {
        held.set(editor, (held.get(editor) ?? 1) - 1);
        void editor.flush().then((safe) => {
          if (!safe || (held.get(editor) ?? 0) > 0) return;
          editor.stop();
          held.delete(editor);
        });
      };
    },
  };
}

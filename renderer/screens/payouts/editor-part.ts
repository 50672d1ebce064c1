import type { PayoutEditor } from '../../state/payout-editor.ts';

/** What each part of the editor is given. `problemOf` says what a submit found wrong with a field, until it is mended. */
export type EditorPart = {
  readonly editor: PayoutEditor;
  readonly problemOf: (path: string) => string | null;
};

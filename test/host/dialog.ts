import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';

type Kind = 'message' | 'open' | 'save';
/** A dialog that main wanted shown. */
export type ShownDialog = { readonly kind: Kind | 'error'; readonly text: string };

/** Dialogs without a screen: told on the error stream, answered by tests beforehand, else by the safest answer. */
export class HostDialog implements Pick<Dialog, 'showErrorBox'> {
  readonly shown: ShownDialog[] = [];
  private readonly answers: { kind: Kind; value: unknown }[] = [];
  private readonly tell: (text: string) => void;

  constructor(tell: (text: string) => void) {
    this.tell = tell;
  }

  /** Prepares the answer to the next dialog of a kind: a button's index, file paths, or a path. */
  prepare(kind: Kind, value: unknown): void {
    this.answers.push({ kind, value });
  }

  showErrorBox(title: string, content: string): void {
    this.note('error', `${title}: ${content}`);
  }

  /** Answers with the prepared button, else with cancel, else with the first. */
  async showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    return { response: this.press(args), checkboxChecked: false };
  }

  showMessageBoxSync(...args: unknown[]): number {
    return this.press(args);
  }

  /** Answers with the prepared paths, else as if the user had cancelled. */
  async showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    this.note('open', options<OpenDialogOptions>(args).title ?? 'Open');
    const paths = this.take('open') as string[] | undefined;
    return { canceled: !paths, filePaths: paths ?? [] };
  }

  /** Answers with the prepared path, else as if the user had cancelled. */
  async showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    this.note('save', options<SaveDialogOptions>(args).title ?? 'Save');
    const path = this.take('save') as string | undefined;
    return { canceled: !path, filePath: path ?? '' };
  }

  private press(args: unknown[]): number {
    const box = options<MessageBoxOptions>(args);
    this.note('message', [box.message, box.detail].filter(Boolean).join(' / '));
    const answer = this.take('message');
    return typeof answer === 'number' ? answer : (box.cancelId ?? box.defaultId ?? 0);
  }

  private take(kind: Kind): unknown {
    const at = this.answers.findIndex((answer) => answer.kind === kind);
    return at === -1 ? undefined : this.answers.splice(at, 1)[0]?.value;
  }

  private note(kind: ShownDialog['kind'], text: string): void {
    this.shown.push({ kind, text });
    this.tell(`dialog (${kind}): ${text}`);
  }
}

// The window is an optional first argument, as in Electron.
function options<T extends object>(args: unknown[]): Partial<T> {
  return args.at(-1) as T;
}

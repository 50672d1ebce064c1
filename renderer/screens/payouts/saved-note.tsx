import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { Button } from '../../components/button.tsx';
import { timeOf } from '../../components/clock.ts';
import { names } from '../../components/names.ts';
import type { SaveState } from '../../state/autosave.ts';
import { t } from '../../text.ts';
import css from './saved-note.module.css';

const c = names(css);

/** Whatever saves by itself what is typed; `keepMine` is there when two windows can write the same. */
type SavedByItself = {
  readonly store: Pick<StoreApi<{ readonly saving: SaveState }>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly flush: () => Promise<boolean>;
  readonly keepMine?: () => Promise<boolean>;
};

/** Whether what is typed is safe: "Saved on this computer 14:06", or why not and how to save it. */
export function SavedNote({ editor }: { readonly editor: SavedByItself }): ReactElement | null {
  const saving = useStore(editor.store, (state) => state.saving);
  if (saving.kind === 'failed') return <NotSaved editor={editor} message={saving.error.message} conflict={saving.error.code === 'conflict'} />;
  if (saving.kind === 'saved') {
    const time = timeOf(saving.at);
    return (
      <span className={c('note')}>
        <Check size={14} strokeWidth={2} aria-hidden />
        <span className={c('wide')}>{t('Saved on this computer {time}', { time })}</span>
        <span className={c('narrow')}>{t('Saved {time}', { time })}</span>
      </span>
    );
  }
  if (saving.kind === 'idle') return null;
  return <span className={c('note')}><LoaderCircle size={14} strokeWidth={2} aria-hidden />{t('Saving')}</span>;
}

function NotSaved({ editor, message, conflict }: { readonly editor: SavedByItself; readonly message: string; readonly conflict: boolean }): ReactElement {
  return (
    <span className={c('note', 'bad')} role="alert">
      <CircleAlert size={14} strokeWidth={2} aria-hidden />
      <span className={c('why')} title={message}>{t('Not saved: {why}', { why: message })}</span>
      {conflict && editor.keepMine
        ? <Button size="small" onPress={() => void editor.keepMine?.()}>{t('Keep what is here')}</Button>
        : <Button size="small" onPress={() => void editor.flush()}>{t('Try again')}</Button>}
    </span>
  );
}

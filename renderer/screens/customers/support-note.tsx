import type { ReactElement } from 'react';
import { useCall } from '../../api.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Skeleton } from '../../components/empty.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './support-note.module.css';

const c = names(css);

/** The note for Blaaiz support, ready to copy: ids and times, no names, no documents. */
export function SupportNote({ id, open, onClose }: { readonly id: string; readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const note = useCall('customers.supportNote', { id }, { enabled: open });
  return (
    <Dialog
      open={open} onClose={onClose} title={t('Note to Blaaiz support')} subtitle={t('It names ids and times, never the person or a document.')}
      foot={(
        <>
          <Button kind="quiet" onPress={onClose}>{t('Close')}</Button>
          <Button onPress={() => void ask('app.openHelp', { page: 'blaaiz-support' })}>{t('Open Blaaiz support')}</Button>
        </>
      )}
    >
      <ErrorBanner error={note.error} />
      {note.isPending && open ? <Skeleton lines={5} /> : null}
      {note.data ? (
        <div className={c('note')}>
          <Copyable label={t('Subject')} text={note.data.subject} />
          <Copyable label={t('Text')} text={note.data.body} />
        </div>
      ) : null}
    </Dialog>
  );
}

function Copyable({ label, text }: { readonly label: string; readonly text: string }): ReactElement {
  return (
    <section aria-label={label}>
      <div className={c('head')}><h3>{label}</h3><CopyButton text={text} label={t('Copy {label}', { label: label.toLowerCase() })}>{t('Copy')}</CopyButton></div>
      <p className={c('text')} data-copyable="">{text}</p>
    </section>
  );
}

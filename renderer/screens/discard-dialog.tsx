import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { AppError } from '../../preload/contract/errors.ts';
import { ask } from '../call.ts';
import { ErrorBanner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../text.ts';

/** Props of {@link DiscardDialog}: `id` is thrown away, `children` say what goes with it. */
export type DiscardDialogProps = {
  readonly of: 'customers' | 'payouts';
  readonly id: string;
  readonly editor: { readonly flush: () => Promise<boolean>; readonly stop: () => void };
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: string;
};

/** Asks before a customer or a payout that was never sent is thrown away, then goes back to its list. */
export function DiscardDialog({ of, id, editor, open, onClose, children }: DiscardDialogProps): ReactElement {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const discard = async () => {
    setBusy(true);
    await editor.flush();
    const answer = await ask(`${of}.discard`, { id });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    editor.stop();
    await navigate({ to: `/${of}` });
  };
  return (
    <Dialog
      open={open} onClose={onClose} width="small" alert title={t('Throw this draft away?')}
      foot={(
        <>
          <Button kind="quiet" onPress={onClose}>{t('Keep it')}</Button>
          <Button kind="destroy" busy={busy} onPress={() => void discard()}>{t('Throw away')}</Button>
        </>
      )}
    >
      <p>{children}</p>
      <ErrorBanner error={error} />
    </Dialog>
  );
}

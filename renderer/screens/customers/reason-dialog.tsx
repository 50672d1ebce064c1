import { useState, type ReactElement } from 'react';
import type { DocumentInfo } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Finding } from '../../../preload/contract/preflight.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import css from './reason-dialog.module.css';

const c = names(css);
const least = 10;

/** Props of {@link ReasonDialog}: `findings` are those that the reason lets go. */
export type ReasonDialogProps = {
  readonly customerId: string;
  readonly document: DocumentInfo;
  readonly label: string;
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
};

/** Asks why a document is kept in spite of what was found, and shows what is kept of the answer. */
export function ReasonDialog({ customerId, document, label, findings, onClose }: ReasonDialogProps): ReactElement {
  const who = useAppPart((state) => state.preferences.userName);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const short = reason.trim().length < least;
  const keep = async () => {
    setTried(true);
    if (short || busy) return;
    setBusy(true);
    const kept = await ask('documents.override', { customerId, documentId: document.id, ids: findings.map(({ id }) => id), reason: reason.trim() });
    setBusy(false);
    if (kept.ok) onClose();
    else setError(kept.error);
  };
  return (
    <Dialog
      open onClose={onClose} title={t('Keep it, with a reason')} subtitle={t('Blaaiz may still refuse it, and repeated refusals can block the customer for good.')}
      foot={(
        <>
          <Button kind="quiet" onPress={onClose}>{t('Take it again instead')}</Button>
          <Button kind="primary" busy={busy} onPress={() => void keep()}>{t('Keep it')}</Button>
        </>
      )}
    >
      <ul className={c('list')} aria-label={t('What was found')}>
        {findings.map(({ id, label: name, cause, value }) => <li key={id}><strong>{cause}</strong><span className={c('value')}>{t('{name}: {value}', { name, value })}</span></li>)}
      </ul>
      <TextField
        label={t('Why it is kept')} lines={3} maxLength={500} autoFocus value={reason} onChange={setReason} spellCheck
        error={tried && short ? t('Write at least {least} characters, so that somebody else understands it.', { least }) : null}
        hint={t('For instance: the only passport; the glare lies on the cover, not on the data.')}
      />
      <div className={c('audit')}>
        <p className={c('auditHead')}>{t('What is kept in the audit log')}</p>
        <p>{t('{who} kept {what} in spite of: {checks}.', { who: who === '' ? t('The person at this computer') : who, what: label.toLowerCase(), checks: findings.map(({ label: name }) => name.toLowerCase()).join(', ') })}</p>
        <p data-copyable="">{reason.trim() === '' ? t('The reason, as you write it, and the time.') : `“${reason.trim()}”`}</p>
      </div>
      <ErrorBanner error={error} />
    </Dialog>
  );
}

import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { formatMoney } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { locale, t } from '../../text.ts';
import css from './find-out.module.css';
import { codeNotYet, KiraCodeEntry } from './kira-code-entry.tsx';
import { codeProblem } from './kira-released.ts';
import { useCode, useCodeNeeded, type CodeEntry } from './kira-use-code.ts';
import { isUnseen } from './was-cut.ts';

const c = names(css);
type DialogProps = { readonly payout: Payout; readonly open: boolean; readonly onClose: () => void };
type FormProps = Omit<DialogProps, 'open'>;

/** Decides that a payout whose outcome is not known is sent again: the same bytes under the same reference or key, with a reason that is kept. */
export function SendAgainDialog({ payout, open, onClose }: DialogProps): ReactElement {
  return (
    <Dialog open={open} onClose={onClose} stays alert title={isUnseen(payout) ? t('Take this payout as not sent?') : t('Send this payout again?')} subtitle={about(payout)}>
      {open ? <ByProvider payout={payout} onClose={onClose} /> : null}
    </Dialog>
  );
}

/** Which payout it is: amount, payee, account and reference. */
function about({ send, payeeName, accountTail, reference }: Payout): string {
  return [send ? formatMoney(send, locale()) : '', t('to {name} {tail}', { name: payeeName, tail: accountTail }).trim(), reference].filter((part) => part !== '').join(', ');
}

function ByProvider(props: FormProps): ReactElement | null {
  const needed = useCodeNeeded(props.payout);
  if (isUnseen(props.payout)) return <UnseenForm {...props} />;
  if (props.payout.provider !== 'kira') return <BlaaizForm {...props} />;
  if (needed === null) return null;
  return needed ? <CodeForm {...props} /> : <KiraForm {...props} code={null} />;
}

/** Nothing is sent by this: what comes from a backup is ready again. */
function UnseenForm(props: FormProps): ReactElement {
  const provider = providerNames[props.payout.provider];
  return (
    <Form
      {...props} code={null} words={{ reason: t('Why it was not sent'), keep: t('Keep looking'), decide: t('Make it ready again') }} warning={(
        <Banner family="wait" head={t('Nothing is sent by this')}>
          {t('{provider} is asked once more. If it has nothing, the payout is ready again, to be checked and released as any other.', { provider })}
        </Banner>
      )}
    />
  );
}

function BlaaizForm(props: FormProps): ReactElement {
  return (
    <Form
      {...props} code={null} warning={(
        <Banner family="wait" head={t('Ask Blaaiz first if you can')}>
          {t('The same bytes go out under the same reference. Blaaiz refuses a reference that it has, so a second payment is unlikely, not impossible.')}
        </Banner>
      )}
    />
  );
}

function CodeForm(props: FormProps): ReactElement {
  const code = useCode(props.payout.id, codeProblem(props.payout));
  return <KiraForm {...props} code={code} />;
}

function KiraForm(props: FormProps & { readonly code: CodeEntry | null }): ReactElement {
  return (
    <Form
      {...props} warning={(
        <Banner family="wait" head={t('The same payout, not a second one')}>
          {t('The same bytes go out under the same key. If Kira has the payout it answers with it; if not, it makes it now.')}
        </Banner>
      )}
    />
  );
}

type Words = { readonly reason: string; readonly keep: string; readonly decide: string };
type DecideProps = FormProps & { readonly code: CodeEntry | null; readonly warning: ReactNode; readonly words?: Words };

function againWords({ send }: Payout): Words {
  return { reason: t('Why it is right to send it again'), keep: t('Don’t send'), decide: t('Send {amount} again', { amount: send ? formatMoney(send, locale()) : '' }) };
}

/** The reason, the code where one is asked for, and the decision. */
function Form({ payout, onClose, code, warning, words = againWords(payout) }: DecideProps): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const pressed = useRef(false);
  const wrong = reason.trim().length < 10 ? t('Write why, in ten letters or more. It is kept.') : null;
  const notYet = code ? codeNotYet(code) : null;
  const refused = (stopped: AppError) => {
    if (code && (stopped.code === 'code-wrong' || stopped.code === 'code-needed' || stopped.code === 'code-blocked')) code.refuse(stopped);
    else setError(stopped);
  };
  const send = async () => {
    setTried(true);
    if (wrong || notYet || pressed.current) return;
    pressed.current = true;
    setBusy(true);
    setError(null);
    const answer = await ask('payouts.sendAgain', { id: payout.id, reason: reason.trim(), code: code ? code.digits : null });
    if (answer.ok) return onClose();
    setBusy(false);
    refused(answer.error);
    pressed.current = false;
  };
  return (
    <form
      className={c('dialog')} onSubmit={(event) => {
        event.preventDefault();
        // With a code, only the button sends.
        if (!code) void send();
      }}
    >
      {warning}
      <ErrorBanner error={error} />
      <TextField label={words.reason} value={reason} onChange={setReason} lines={3} maxLength={500} spellCheck autoFocus error={tried ? wrong : null} />
      {code ? <KiraCodeEntry code={code} focus={false} /> : null}
      <div className={c('leftLine')}>
        <Button kind="quiet" onPress={onClose}>{words.keep}</Button>
        {code
          ? <Button kind="destroy" busy={busy} notYet={busy ? null : blockedOr(code, notYet)} onPress={() => void send()}>{words.decide}</Button>
          : <Button kind="destroy" type="submit" busy={busy}>{words.decide}</Button>}
      </div>
    </form>
  );
}

function blockedOr(code: CodeEntry, notYet: string | null): string | null {
  return code.phase === 'blocked' ? t('Kira takes no codes for now.') : notYet;
}

import { Inbox, KeyRound, Mail, Timer, TimerOff } from 'lucide-react';
import { useEffect, type ReactElement } from 'react';
import { useCall } from '../../api.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { countdownOf, exactTimeOf, leftOf, momentOf } from '../../components/clock.ts';
import { CodeField } from '../../components/code-field.tsx';
import { names } from '../../components/names.ts';
import said from '../../components/said.module.css';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import css from './kira-code.module.css';
import { goodUntil, type CodeEntry } from './kira-use-code.ts';

const c = names({ ...said, ...css });

/** Where the one-time code is typed: the field, how long it is good, how many tries are left, when a new one can be mailed. While Kira takes
 *  none, only when it does again. */
export function KiraCodeEntry({ code, focus = true }: { readonly code: CodeEntry; readonly focus?: boolean }): ReactElement {
  const { phase, field } = code;
  useEffect(() => {
    if (focus && phase !== 'blocked') field.current?.focus();
  }, [field, focus, phase]);
  if (phase === 'blocked') return <Blocked code={code} />;
  return (
    <div className={c('entry')}>
      {code.askError ? <ErrorBanner error={code.askError} /> : null}
      <div>
        <CodeField label={t('Code from the e-mail')} qualifier={t('paste works anywhere in this window')} value={code.digits} onChange={code.type} error={code.error} handle={field} />
        <Standing code={code} />
      </div>
      <PracticeLine code={code} />
      <p role="status" className={c('said')}>{code.said}</p>
    </div>
  );
}

function Blocked({ code: { state, now } }: { readonly code: CodeEntry }): ReactElement {
  const until = state?.blockedUntil ?? now;
  return (
    <Banner family="bad" head={t('Kira takes no codes for now: too many were wrong.')} live>
      {t('Possible again at {time}, in {left}. Nothing was sent; the payout stays ready.', { time: momentOf(until, now), left: countdownOf(until - now) })}
    </Banner>
  );
}

/** The line below the field: validity, tries left (only where Kira said so), and the way to a new code. */
function Standing({ code }: { readonly code: CodeEntry }): ReactElement | null {
  const { state, phase, now, asking } = code;
  if (!state) return null;
  const until = goodUntil(state);
  return (
    <div className={c('standing')}>
      {phase === 'valid' && until !== null ? <span className={c('item')}><Timer size={14} strokeWidth={2} aria-hidden />{t('Valid for {left}', { left: countdownOf(leftOf({ from: state.sentAt ?? now, until }, now)) })}</span> : null}
      {phase === 'expired' && until !== null && !asking ? (
        <span className={c('item', 'over')}><TimerOff size={14} strokeWidth={2} aria-hidden />{t('The code ran out at {time}', { time: exactTimeOf(until) })}</span>
      ) : null}
      {state.attemptsLeft === null ? null : <span className={c('item')}><KeyRound size={14} strokeWidth={2} aria-hidden />{t('{n, plural, one {# try} other {# tries}} left', { n: state.attemptsLeft })}</span>}
      <NewCode code={code} />
    </div>
  );
}

function NewCode({ code }: { readonly code: CodeEntry }): ReactElement {
  const { state, now, asking, phase } = code;
  const from = state?.resendFrom ?? 0;
  if (from > now && !asking) return <span className={c('item', 'quiet')}><Mail size={14} strokeWidth={2} aria-hidden />{t('New code possible in {left}', { left: countdownOf(leftOf({ from: state?.sentAt ?? now, until: from }, now)) })}</span>;
  return <Button size="small" icon={Mail} busy={asking} onPress={code.mail}>{phase === 'none' ? t('Mail a code') : t('Mail a new code')}</Button>;
}

/** How often the practice mailbox is looked into, in ms. */
const look = 2_000;

/** In the built-in sandbox nobody gets a mail: its newest stands here. */
function PracticeLine({ code }: { readonly code: CodeEntry }): ReactElement | null {
  const practice = useAppPart((app) => app.profile?.builtIn ?? false);
  const mails = useCall('practice.mailbox', {}, { enabled: practice, every: practice ? look : false }).data ?? [];
  // While no code is good, or a new one is on its way, the newest mail holds one that is of no use.
  const newest = code.phase === 'valid' && !code.asking ? mails[0] : undefined;
  if (!practice) return null;
  return (
    <div className={c('practice')} data-card="">
      <Inbox size={16} strokeWidth={1.75} aria-hidden />
      {newest ? (
        <>
          <span className={c('mail')}>{t('Practice mailbox, {time}:', { time: exactTimeOf(newest.at) })} <span className={c('digits')} data-copyable="">{newest.code}</span></span>
          <Button
            size="small" onPress={() => {
              code.type(newest.code);
              code.field.current?.focus();
            }}
          >
            {t('Use this code')}
          </Button>
        </>
      ) : <span className={c('mail')}>{t('Practice mailbox: no mail yet.')}</span>}
    </div>
  );
}

/** Why the code can't be used yet, in one sentence; null when it can. */
export function codeNotYet(code: CodeEntry): string | null {
  if (code.phase === 'expired') return t('The code ran out. Have a new one mailed.');
  return code.digits.length < 6 ? t('Type the six digits of the code first.') : null;
}

import { useNavigate } from '@tanstack/react-router';
import { Send, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { formatMoney } from '../../../preload/contract/money.ts';
import { Button } from '../../components/button.tsx';
import { EnvChip } from '../../shell/env-chip.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { names } from '../../components/names.ts';
import { useAwayPending } from '../away/away-banner.tsx';
import { useApp } from '../../state/app-state.ts';
import { locale, t } from '../../text.ts';
import { closes } from './price-lines.ts';
import css from './review.module.css';
import type { Review } from './use-review.ts';

const c = names(css);

/** What the foot says where it is not about a wallet: the room it acts in, the button, what comes after pressing it, and what pressing does. */
export type FootWords = { readonly room: string; readonly button: string; readonly after?: ReactNode; readonly icon?: LucideIcon; readonly onSend: () => void };

/** The one button, with the room it acts in above it. */
export function ReviewFoot({ review, words }: { readonly review: Review; readonly words?: FootWords }): ReactElement {
  const navigate = useNavigate();
  const app = useApp();
  const live = app.profile?.env === 'live';
  const seconds = app.preferences.takeBackSeconds;
  const { room, button, after, icon = Send, onSend } = words ?? walletWords(review, live);
  const lookFirst = useAwayPending();
  const notYet = lookFirst ? t('Look at what changed first.') : reasonNotYet(review, app.connection.online);
  return (
    <div className={c('foot')}>
      <p className={c('env')}>
        <EnvChip env={live ? 'live' : 'sandbox'} />
        {room}
      </p>
      {review.changed ? <Button kind="primary" size="decisive" wide onPress={review.accept}>{t('Accept new price')}</Button> : (
        <Button kind="primary" size="decisive" wide icon={icon} busy={review.sending} notYet={notYet} onPress={onSend}>{button}</Button>
      )}
      <Button size="decisive" wide onPress={() => void navigate({ to: '/payouts' })}>{t('Keep as ready')}</Button>
      <p className={c('hint')} aria-live="polite">
        {review.sending ? t('Already being sent') : review.changed ? t('Accepting sends nothing: you send it next.') : notYet ?? after
          ?? (seconds > 0 ? <>{t('You have {n} s to take it back with', { n: seconds })} <Kbd>Esc</Kbd></> : t('It leaves at once.'))}
      </p>
    </div>
  );
}

function walletWords(review: Review, live: boolean): FootWords {
  return {
    room: live ? t('Real money leaves the wallet.') : t('No real money moves.'), onSend: review.send,
    button: live && review.shown ? t('Send {amount}', { amount: formatMoney(review.shown.send, locale()) }) : live ? t('Send') : t('Send in sandbox'),
  };
}

/** Why it can't be sent now, in one sentence; null when it can. */
export function reasonNotYet(review: Pick<Review, 'shown' | 'checks' | 'reading' | 'priceError'> & Partial<Pick<Review, 'stop'>>, online: boolean): string | null {
  if (!online) return t('You are offline. It stays ready; nothing is sent by itself.');
  if (review.reading && !review.shown) return t('Reading price and balance again.');
  if (!review.shown) return t('There is no price yet.');
  if (review.priceError) return t('The price could not be read again. It is needed to send.');
  if (!closes(review.shown)) return t('The price does not add up. It can’t be sent like this.');
  // The code is asked for when the payout is released, not before.
  const first = review.checks?.find((check) => check.state !== 'met' && check.id !== 'code');
  return first ? `${first.label}.` : review.stop ?? null;
}

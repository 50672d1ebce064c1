import { Hourglass, KeyRound, Send } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { formatMoney } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { useCall } from '../../api.ts';
import { Note } from '../../components/banner.tsx';
import { names } from '../../components/names.ts';
import { useAppPart } from '../../state/app-state.ts';
import { kiraOf } from '../../state/kira-edits.ts';
import { locale, t } from '../../text.ts';
import { KiraCodeDialog } from './kira-code-dialog.tsx';
import { codeProblem, forgetReleased, wasReleased } from './kira-released.ts';
import { KiraReviewChecks } from './kira-review-checks.tsx';
import { useReviewFacts } from './kira-review-facts.ts';
import { useCodeNeeded } from './kira-use-code.ts';
import { coinWords } from './kira-words.ts';
import { LimitChecks } from './limit-checks.tsx';
import { ReviewFoot, type FootWords } from './review-foot.tsx';
import { ReviewFrame } from './review-frame.tsx';
import css from './review.module.css';
import { useAccount } from './use-account.ts';
import { useGuards } from './use-guards.ts';
import { useReview, type Review } from './use-review.ts';

const c = names(css);

/** The last look before a Kira payout goes. From a balance it is released with a code; by stablecoin it only asks for an address. */
export function KiraReview({ payout }: { readonly payout: Payout }): ReactElement {
  const account = useAccount(payout);
  const recipient = useCall('recipients.list', { query: '', fresh: false }).data?.find((one) => one.id === payout.draft.payeeId);
  const own = useReview(payout);
  const facts = useReviewFacts(payout, account, recipient);
  const problem = codeProblem(payout);
  const sheet = useSheet(payout, problem !== null, own.returned);
  const needed = useCodeNeeded(payout);
  const { review, duplicates, limits } = useGuards(payout, own, needed === false ? own.send : sheet.open);
  const words = useFootWords(payout, review, duplicates.guard(sheet.open));
  return (
    <>
      <ReviewFrame
        payout={payout} review={review} duplicates={duplicates} facts={facts} from={t('You send')} trouble={sheet.shown ? null : payout.problem} note={<DepositNote payout={payout} />}
        checks={<KiraReviewChecks payout={payout} review={review} account={account} guards={<LimitChecks lines={limits} />} />}
        foot={<ReviewFoot review={review} words={words} />}
      />
      {review.shown && !review.changed ? (
        <KiraCodeDialog key={review.returned} payout={payout} recipient={recipient} price={review.shown} problem={problem} open={sheet.shown} onClose={sheet.close} release={review.release} />
      ) : null}
    </>
  );
}

/** Whether the code's sheet is open: by itself when a payout that was sent from here came back for a code. */
function useSheet({ id }: Payout, cameBack: boolean, returned: number) {
  const [shown, setShown] = useState(() => cameBack && wasReleased(id));
  const [seen, setSeen] = useState(returned);
  if (seen !== returned) {
    setSeen(returned);
    if (cameBack && wasReleased(id)) setShown(true);
  }
  useEffect(() => forgetReleased(id), [id]);
  useEffect(() => {
    if (shown) forgetReleased(id);
  }, [id, shown]);
  return { shown, open: () => setShown(true), close: () => setShown(false) };
}

function DepositNote({ payout }: { readonly payout: Payout }): ReactElement | null {
  const kira = kiraOf(payout.draft);
  if (kira.mode !== 'crypto') return null;
  return (
    <div className={c('deposit')}>
      <Note family="move">
        {t('No money leaves now: you get an address to fund. Once {coin} arrives there, the payout starts by itself.', { coin: coinWords(kira) })}
      </Note>
    </div>
  );
}

/** What the button says and does, by how the payout is paid for and whether a code is asked for. */
function useFootWords(payout: Payout, review: Review, openSheet: () => void): FootWords {
  const live = useAppPart((app) => app.profile?.env) === 'live';
  const needed = useCodeNeeded(payout);
  const room = live ? t('Real money leaves the account.') : t('Practice money.');
  if (kiraOf(payout.draft).mode === 'crypto') {
    return { room: t('No money leaves now.'), button: t('Get the deposit address'), icon: Hourglass, onSend: review.send };
  }
  if (needed === false) {
    const amount = review.shown ? t('Send {amount}', { amount: formatMoney(review.shown.send, locale()) }) : t('Send');
    return { room, button: amount, icon: Send, onSend: review.send };
  }
  return { room, button: t('Release payout'), icon: KeyRound, onSend: openSheet, after: t('Kira mails a code to type in the next step.') };
}

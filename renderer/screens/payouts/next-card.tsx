import { LifeBuoy, Link2, Lock, MessageSquareText, UserCheck, type LucideIcon } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { ask } from '../../call.ts';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import css from './find-out.module.css';
import { SendAgainDialog } from './send-again-dialog.tsx';
import { isUnseen } from './was-cut.ts';

const c = names(css);
type Facts = NonNullable<Payout['unknown']>;
type CardProps = { readonly payout: Payout; readonly facts: Facts; readonly now: number; readonly number?: number };

/** The last card: what happens then: by itself, by what the provider tells, or by a person's decision. */
export function NextCard({ payout, facts, now, number = 3 }: CardProps): ReactElement {
  const [open, setOpen] = useState<'answer' | 'again' | null>(null);
  const kira = payout.provider === 'kira';
  const unseen = isUnseen(payout);
  const again = unseen ? unseenWords(payout, facts, now) : kira ? replayWords(facts, now) : decideWords(facts, now);
  const closed = kira && !unseen && again.reason !== null;
  return (
    <Card title={t('{number}. What happens then', { number })}>
      <Row icon={Link2} what={t('If it is found')} note={t('It is linked to this payout and followed as usual. You do nothing.')}><span className={c('note')}>{t('by itself')}</span></Row>
      {closed ? (
        <Row icon={LifeBuoy} what={t('Ask Kira support')} note={t('Tell them the amount, the account and when it left, as they stand beside this. They can look where Bursar can’t.')}>
          <Button onPress={() => void ask('app.openHelp', { page: 'kira-support' })}>{t('Open Kira support')}</Button>
        </Row>
      ) : null}
      <Row icon={MessageSquareText} what={t('If {provider} tells you', { provider: providerNames[payout.provider] })} note={t('Record what they said, who said it and when.')}>
        <Button onPress={() => setOpen('answer')}>{t('Record an answer')}</Button>
      </Row>
      <Row icon={UserCheck} what={again.what} note={again.note}>
        <Button {...(again.reason ? { icon: Lock } : {})} onPress={() => setOpen('again')} notYet={again.reason}>{unseen ? t('It was not sent') : t('Send again')}</Button>
      </Row>
      <AnswerDialog payout={payout} open={open === 'answer'} onClose={() => setOpen(null)} />
      <SendAgainDialog payout={payout} open={open === 'again'} onClose={() => setOpen(null)} />
    </Card>
  );
}

function Row({ icon: Icon, what, note, children }: { readonly icon: LucideIcon; readonly what: string; readonly note: string; readonly children: ReactNode }): ReactElement {
  return (
    <CardRow>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={c('icon')} />
      <div className={c('words')}>
        <p className={c('what')}>{what}</p>
        <p className={c('note')}>{note}</p>
      </div>
      {children}
    </CardRow>
  );
}

/** What sending again means, and why it can't be done yet or any more; null when it can. */
type Again = { readonly what: string; readonly note: string; readonly reason: string | null };

/** Nothing of it left here: it isn't sent again but given back, after the settle time and a look that found nothing. */
function unseenWords({ provider }: Payout, facts: Facts, now: number): Again {
  const { reason, what } = decideWords(facts, now);
  const note = provider === 'kira' ? t('A person decides, with a written reason. It is ready again then; nothing is sent by it.')
    : t('It is ready again then, by itself or by a person’s decision with a written reason; nothing is sent by it.');
  return { what, note, reason };
}

/** Blaaiz knows no key: only after the settle time, and after one more look, a person may decide. */
function decideWords(facts: Facts, now: number): Again {
  const time = momentOf(facts.decideFrom, now);
  const locked = now < facts.decideFrom;
  const lookedSince = facts.lookups.some((look) => look.at >= facts.decideFrom && look.answered && !look.found);
  const early = locked ? t('Locked until {time}: until then it may still turn up.', { time }) : t('Look once more first: nobody has asked since {time}.', { time });
  return {
    what: locked ? t('If it is still not found at {time}', { time }) : t('If it is still not found'),
    note: t('A person decides, with a written reason. The reference stays the same.'), reason: locked || !lookedSince ? early : null,
  };
}

/** Kira makes one payout of a key, for as long as it keeps the key: until then the same bytes can go again at once (Kira guide: Idempotency). */
function replayWords({ replayUntil }: Facts, now: number): Again {
  const time = replayUntil === null ? '' : momentOf(replayUntil, now);
  if (replayUntil !== null && now < replayUntil) {
    return {
      what: t('Until {time}, the same can go again', { time }), reason: null,
      note: t('The same bytes under the same key: if Kira has the payout it answers with it, if not it makes it now. It can’t be paid twice.'),
    };
  }
  return {
    what: t('The same can’t go again'),
    note: replayUntil === null ? t('Its key is not known here, so it could be paid twice.') : t('Kira kept its key until {time}. Sent now, it could be paid twice.', { time }),
    reason: t('Kira no longer knows the key. Look, or ask Kira support.'),
  };
}

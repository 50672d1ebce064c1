import { Link2, Lock, MessageSquareText, UserCheck } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import css from './find-out.module.css';
import { notFound } from './looks-card.tsx';
import { SendAgainDialog } from './send-again-dialog.tsx';

const c = names(css);

/** Card 3: what happens then: by itself, by what the provider tells, or by a person's decision. */
export function NextCard({ payout, facts, now }: { readonly payout: Payout; readonly facts: NonNullable<Payout['unknown']>; readonly now: number }): ReactElement {
  const [open, setOpen] = useState<'answer' | 'again' | null>(null);
  const at = momentOf(facts.decideFrom, now);
  const locked = now < facts.decideFrom;
  const lookedSince = facts.lookups.some((look) => look.at >= facts.decideFrom && look.detail === notFound);
  const reason = locked ? t('Locked until {time}: until then it may still turn up.', { time: at }) : lookedSince ? null : t('Look once more first: nobody has asked since {time}.', { time: at });
  return (
    <Card title={t('3. What happens then')}>
      <CardRow>
        <Link2 size={16} strokeWidth={1.75} aria-hidden className={c('icon')} />
        <div className={c('words')}>
          <p className={c('what')}>{t('If it is found')}</p>
          <p className={c('note')}>{t('It is linked to this payout and followed as usual. You do nothing.')}</p>
        </div>
        <span className={c('note')}>{t('by itself')}</span>
      </CardRow>
      <CardRow>
        <MessageSquareText size={16} strokeWidth={1.75} aria-hidden className={c('icon')} />
        <div className={c('words')}>
          <p className={c('what')}>{t('If Blaaiz tells you')}</p>
          <p className={c('note')}>{t('Record what they said, who said it and when.')}</p>
        </div>
        <Button onPress={() => setOpen('answer')}>{t('Record an answer')}</Button>
      </CardRow>
      <CardRow>
        <UserCheck size={16} strokeWidth={1.75} aria-hidden className={c('icon')} />
        <div className={c('words')}>
          <p className={c('what')}>{locked ? t('If it is still not found at {time}', { time: at }) : t('If it is still not found')}</p>
          <p className={c('note')}>{t('A person decides, with a written reason. The reference stays the same.')}</p>
        </div>
        <Button
          {...(reason ? { icon: Lock } : {})} onPress={() => setOpen('again')} notYet={reason}
        >
          {t('Send again')}
        </Button>
      </CardRow>
      <AnswerDialog payout={payout} open={open === 'answer'} onClose={() => setOpen(null)} />
      <SendAgainDialog payout={payout} open={open === 'again'} onClose={() => setOpen(null)} />
    </Card>
  );
}

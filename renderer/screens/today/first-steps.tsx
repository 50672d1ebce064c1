import { useNavigate } from '@tanstack/react-router';
import { Check, Plus, UserPlus } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Card, CardRow } from '../../components/layout.tsx';
import colours from '../../components/family.module.css';
import { names } from '../../components/names.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import type { Summary } from './today.tsx';
import css from './today.module.css';

const c = names({ ...colours, ...css });

/** The way to the first payout, for somebody who has none: three steps, each saying what it needs and what it does. */
export function FirstSteps({ summary }: { readonly summary: Summary }): ReactElement {
  const navigate = useNavigate();
  const hasCustomer = summary.customers > 0;
  return (
    <Steps>
      <Step
        number={1} done={hasCustomer} head={t('Add the customer who pays')}
        note={t('A person with a passport, driving licence or residence permit. The document is checked here before Blaaiz sees it.')}
        action={hasCustomer ? null : <Button icon={UserPlus} hint="new-customer" onPress={() => void navigate({ to: '/customers/new' })}>{t('New customer')}</Button>}
      />
      <Step
        number={2} done={false} head={t('Draft a payout')}
        note={hasCustomer ? t('Name who receives and how much. Everything is saved as you type, also without a network.') : t('You can draft before the customer is verified; it waits here.')}
        action={<Button icon={Plus} onPress={() => void navigate({ to: '/payouts/new' })}>{t('Draft a payout')}</Button>}
      />
      <Step
        number={3} done={false} head={t('Check it and send it, once')}
        note={t('Price and balance are read again, you see the sum, and you have a few seconds to take it back.')} action={null}
      />
    </Steps>
  );
}

/** The card around the steps to a first payout. */
export function Steps({ children }: { readonly children: ReactNode }): ReactElement {
  const sandbox = useAppPart((app) => app.profile?.env !== 'live');
  return <Card title={t('Your first payout')} note={sandbox ? t('In the sandbox no real money moves') : undefined}>{children}</Card>;
}

/** One step: its number, or that it is done, what it is for, and the way to it. */
export function Step({ number, done, head, note, action }: { readonly number: number; readonly done: boolean; readonly head: string; readonly note: string; readonly action: ReactNode }): ReactElement {
  return (
    <CardRow>
      <span className={c('tile', done ? 'ok' : 'idle')}>{done ? <Check size={16} strokeWidth={2} role="img" aria-label={t('Done')} /> : number}</span>
      <div className={c('words')}>
        <p className={c('head')}>{head}</p>
        <p className={c('wrap')}>{note}</p>
      </div>
      {action}
    </CardRow>
  );
}

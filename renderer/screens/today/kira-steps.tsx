import { useNavigate } from '@tanstack/react-router';
import { Landmark, Plus, UserPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useCall } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { t } from '../../text.ts';
import { Step, Steps } from './first-steps.tsx';

/** The way to the first payout through Kira: an account that can pay, a recipient, then the payout itself. */
export function KiraSteps(): ReactElement {
  const navigate = useNavigate();
  const accounts = useCall('accounts.list', { fresh: false }).data?.accounts ?? [];
  const recipients = useCall('recipients.list', { query: '', fresh: false }).data ?? [];
  const hasAccount = accounts.some(({ readiness }) => readiness === 'ready');
  const hasRecipient = recipients.some(({ state }) => state === 'there');
  return (
    <Steps>
      <Step
        number={1} done={hasAccount} head={t('Have an account that can pay out')}
        note={hasAccount ? t('It pays in US dollars from its balance, or by a deposit of stablecoin for each payout.') : t('Kira opens virtual accounts; each says here whether it is ready, and if not, what is missing.')}
        action={hasAccount ? null : <Button icon={Landmark} onPress={() => void navigate({ to: '/accounts' })}>{t('See accounts')}</Button>}
      />
      <Step
        number={2} done={hasRecipient} head={t('Add the recipient who is paid')}
        note={t('One account at a bank, reached by wire or SWIFT. It is checked here first, because Kira can’t change it afterwards.')}
        action={hasRecipient ? null : <Button icon={UserPlus} onPress={() => void navigate({ to: '/recipients/new' })}>{t('New recipient')}</Button>}
      />
      <Step
        number={3} done={false} head={t('Draft a payout')} note={t('Choose account and recipient and set the amount. Everything is saved as you type, also without a network.')}
        action={<Button icon={Plus} onPress={() => void navigate({ to: '/payouts/new' })}>{t('Draft a payout')}</Button>}
      />
      <Step
        number={4} done={false} head={t('Check it and send it, once')}
        note={t('From a balance, a code that Kira mails releases it. By deposit, it waits up to 24 hours for the stablecoin.')} action={null}
      />
    </Steps>
  );
}

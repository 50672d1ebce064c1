import { ArrowRight } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorLayout, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import stack from '../../components/stack.module.css';
import { useNow } from '../../components/use-now.ts';
import { useKey } from '../../keys.ts';
import { t } from '../../text.ts';
import { Facts } from './facts.tsx';
import { FindOutSide } from './find-out-side.tsx';
import { providerFacts } from './provider-facts.tsx';
import { wholeStatus } from './status-sentence.ts';

const c = names(stack);

/** A payout that was found while somebody looked on: where it stands at the provider, and the way to its page. */
export function Found({ payout, onOpen }: { readonly payout: Payout; readonly onOpen: () => void }): ReactElement {
  const now = useNow();
  const provider = providerNames[payout.provider];
  useKey('primary', onOpen);
  return (
    <Screen
      header={(
        <WorkHeader
          crumbs={[{ label: t('Payouts'), to: '/payouts' }]} title={t('Find out')} pill={<StatusPill status={wholeStatus(payout)} place="header" />}
          actions={<Button kind="primary" icon={ArrowRight} onPress={onOpen}>{t('Open the payout')}</Button>}
        />
      )}
    >
      <InspectorLayout label={t('What left this computer')} inspector={<FindOutSide payout={payout} now={now} />}>
        <div className={c('page')}>
          <Banner family="ok" live head={t('Found: {provider} has it, once', { provider })}>
            {(payout.sent?.timesSent ?? 0) > 1 ? t('It is linked to this payout and followed from now on.') : t('It is linked to this payout and followed from now on. Nothing was sent a second time.')}
          </Banner>
          <Facts label={t('At {provider}', { provider })} facts={providerFacts(payout)} />
        </div>
      </InspectorLayout>
    </Screen>
  );
}

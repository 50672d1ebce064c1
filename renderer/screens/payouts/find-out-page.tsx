import { Search } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorLayout, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { useNow } from '../../components/use-now.ts';
import stack from '../../components/stack.module.css';
import { useKey } from '../../keys.ts';
import { t } from '../../text.ts';
import { FindOutSide } from './find-out-side.tsx';
import css from './find-out.module.css';
import { LooksCard } from './looks-card.tsx';
import { NextCard } from './next-card.tsx';
import { WalletCard } from './wallet-card.tsx';
import { isUnseen, wasCut, wasStopped } from './was-cut.ts';

const c = names({ ...stack, ...css });

/** Finding out whether a payout went: what is known, what is looked up, and what a person may decide. Safe to leave. */
export function FindOut({ payout }: { readonly payout: Payout }): ReactElement {
  const now = useNow(1_000);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ readonly error: AppError; readonly answered: number } | null>(null);
  const answered = payout.unknown?.lookups.filter((one) => one.answered).length ?? 0;
  const look = async () => {
    setBusy(true);
    const answer = await ask('payouts.look', { id: payout.id });
    setBusy(false);
    setFailed(answer.ok ? null : { error: answer.error, answered });
  };
  useKey('primary', () => void look(), !busy);
  const facts = payout.unknown;
  // A look that was answered since, by itself too, makes an older failure moot.
  const error = failed?.answered === answered ? failed.error : null;
  // An account that is paid for by deposits holds no money that could tell, and of what left elsewhere no balance is known.
  const held = payout.draft.kira?.mode !== 'crypto' && !isUnseen(payout);
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Payouts'), to: '/payouts' }, ...(payout.reference ? [{ label: payout.reference, to: `/payouts/${payout.id}` }] : [])]}
          title={t('Find out')} pill={<StatusPill status={payoutStatus('unknown')} place="header" />}
          actions={<Button kind="primary" icon={Search} busy={busy} onPress={() => void look()}>{t('Look now')}</Button>}
        />
      )}
    >
      <InspectorLayout label={t('What left this computer')} inspector={<FindOutSide payout={payout} now={now} />}>
        <div className={c('page')}>
          <Banner family="unk" head={headOf(payout)}>
            {nextOf(payout, now)}
          </Banner>
          <ErrorBanner error={error} />
          {facts ? (
            <>
              <LooksCard payout={payout} facts={facts} now={now} />
              {held ? <WalletCard payout={payout} facts={facts} now={now} /> : null}
              <NextCard payout={payout} facts={facts} now={now} number={held ? 3 : 2} />
            </>
          ) : null}
        </div>
      </InspectorLayout>
    </Screen>
  );
}

function headOf(payout: Payout): string {
  if (payout.restoredAt !== null) return t('This payout comes from a backup; it may have left after it was made');
  if (wasStopped(payout.unknown?.cause ?? '')) return t('Bursar stopped while this payout was being sent');
  return wasCut(payout) ? t('The line dropped while this payout was being sent') : t('It is not known whether this payout went out');
}

function nextOf(payout: Payout, now: number): string {
  const cause = payout.unknown?.cause ?? '';
  const provider = providerNames[payout.provider];
  const decides = payout.provider === 'kira' || now >= (payout.unknown?.decideFrom ?? Infinity);
  const after = decides ? t('Nothing is sent again by itself. You can leave this page.') : t('Nothing is sent again until that is known. You can leave this page.');
  return cause === '' || wasCut(payout) || wasStopped(cause) || payout.restoredAt !== null
    ? t('{provider} may or may not have it. {after}', { provider, after })
    : t('{provider} may or may not have it: {cause}. {after}', { provider, after, cause: inside(cause) });
}

/** A cause in the middle of a sentence: small at the start, but for a provider's name, and without its full stop. */
function inside(cause: string): string {
  const bare = cause.replace(/\.$/, '');
  return Object.values(providerNames).some((name) => bare.startsWith(name)) ? bare : bare.charAt(0).toLowerCase() + bare.slice(1);
}

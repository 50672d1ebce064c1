import { Landmark, RefreshCw } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { ask } from '../../call.ts';
import { Age } from '../../components/age.tsx';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Skeleton } from '../../components/empty.tsx';
import { InspectorLayout, ListHeader, Screen } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useAppPart } from '../../state/app-state.ts';
import { locale, t } from '../../text.ts';
import { AccountCard } from './account-card.tsx';
import css from './accounts.module.css';
import { DepositsPanel } from './deposits-panel.tsx';
import { useAccounts, type Accounts } from './use-accounts.ts';

const c = names(css);

/** Kira's virtual accounts: what each can do, what it holds and where to pay in; beside it the money that came in. */
export function AccountsScreen(): ReactElement {
  const found = useAccounts();
  const online = useAppPart((state) => state.connection.online);
  const [shown, setShown] = useState<string | null>(null);
  const account = found.accounts?.find((one) => one.id === shown);
  return (
    <Screen
      header={(
        <ListHeader
          title={t('Accounts')} {...(found.accounts ? { count: found.accounts.length.toLocaleString(locale()) } : {})}
          actions={(
            <>
              <Age at={found.readAt} before={t('Read from Kira ')} />
              <Button icon={RefreshCw} busy={found.busy} notYet={online ? null : t('You are offline. The figures stay as last read.')} onPress={found.read}>{t('Read again')}</Button>
            </>
          )}
        />
      )}
    >
      <InspectorLayout label={t('Money that came in')} always inspector={account ? <DepositsPanel key={account.id} account={account} onClose={() => setShown(null)} /> : null}>
        <div className={c('page')}>
          <ErrorBanner error={found.error} />
          {found.error ? null : <OfflineNote />}
          <List found={found} shown={shown} onShow={setShown} />
        </div>
      </InspectorLayout>
    </Screen>
  );
}

function OfflineNote(): ReactElement | null {
  const online = useAppPart((state) => state.connection.online);
  if (online) return null;
  return <Banner family="idle" head={t('Offline: these are the figures as last read.')}>{t('Each says how old it is. They are read again when there is a line.')}</Banner>;
}

function List({ found, shown, onShow }: { readonly found: Accounts; readonly shown: string | null; readonly onShow: (id: string | null) => void }): ReactElement | null {
  const { accounts, readAt, busy, error } = found;
  if (!accounts) return error ? null : <Skeleton lines={6} />;
  if (accounts.length === 0) return readAt === null && busy ? <Skeleton lines={6} /> : <Nothing known={readAt !== null} />;
  return (
    <ul className={c('cards')} aria-label={t('Accounts')}>
      {accounts.map((account: VirtualAccount) => (
        <li key={account.id}><AccountCard account={account} open={account.id === shown} onDeposits={() => onShow(account.id === shown ? null : account.id)} /></li>
      ))}
    </ul>
  );
}

function Nothing({ known }: { readonly known: boolean }): ReactElement {
  const help = <Button onPress={() => void ask('app.openHelp', { page: 'kira-support' })}>{t('Write to Kira')}</Button>;
  if (!known) return <Empty icon={Landmark}>{t('The accounts have not been read yet. Read them when there is a line.')}</Empty>;
  return <Empty icon={Landmark} action={help}>{t('Kira has no virtual account for your business yet. Payouts leave from one, and Kira opens it.')}</Empty>;
}

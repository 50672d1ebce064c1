import { Gauge, Lock, Wifi, WifiOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { Connection } from '../../preload/contract/app.ts';
import { providerNames, type ProviderId } from '../../preload/contract/provider.ts';
import { ask } from '../call.ts';
import { momentOf, timeOf } from '../components/clock.ts';
import { capsOf } from '../keys.ts';
import { names } from '../components/names.ts';
import tip from '../components/tooltip.module.css';
import { useApp } from '../state/app-state.ts';
import { t } from '../text.ts';
import css from './bar-state.module.css';

const c = names(css);

/** Whether the provider is reached, what is left of the request budget, and the lock. */
export function BarState(): ReactElement {
  const { connection, profile, platform } = useApp();
  return (
    <div className={c('state')}>
      {profile ? <Line connection={connection} provider={profile.provider} /> : null}
      {connection.budget ? <Budget budget={connection.budget} /> : null}
      <Hinted words={lockWords(connection, platform === 'darwin')}>
        <Button className={c('lock')} aria-label={t('Lock now')} onPress={() => void ask('vault.lock', { reason: 'user' })}>
          <Lock size={16} strokeWidth={1.75} aria-hidden />
        </Button>
      </Hinted>
    </div>
  );
}

function Line({ connection, provider }: { readonly connection: Connection; readonly provider: ProviderId }): ReactElement {
  const words = connection.online ? t('Online') : t('Offline since {time}', { time: momentOf(connection.since) });
  const Icon = connection.online ? Wifi : WifiOff;
  const more = connection.detail ?? (connection.online ? t('{provider} is reached since {time}', { provider: providerNames[provider], time: momentOf(connection.since) }) : t('Drafts are kept. Nothing sends itself when the line comes back.'));
  return (
    <Hinted words={more}>
      <Button className={c('line', connection.online ? 'online' : 'offline')} aria-label={`${words}. ${more}`}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className={c('words', !connection.online && 'always')} role="status">{words}</span>
      </Button>
    </Hinted>
  );
}

function Budget({ budget }: { readonly budget: NonNullable<Connection['budget']> }): ReactElement {
  const reset = budget.resetAt ? t('Requests left this minute; full again at {time}', { time: timeOf(budget.resetAt) }) : t('Requests left this minute');
  const words = t('{left} of {all}', { left: budget.remaining, all: budget.limit });
  return (
    <Hinted words={reset}>
      <Button className={c('line', 'budget')} aria-label={`${words}. ${reset}`}>
        <Gauge size={16} strokeWidth={1.75} aria-hidden />
        <span className={c('figure')}>{words}</span>
      </Button>
    </Hinted>
  );
}

function lockWords(connection: Connection, mac: boolean): string {
  const lock = t('Lock now, {keys}', { keys: capsOf('lock', mac).join(mac ? '' : ' ') });
  return connection.budget ? t('{lock}. {left} of {all} requests left', { lock, left: connection.budget.remaining, all: connection.budget.limit }) : lock;
}

function Hinted({ words, children }: { readonly words: string; readonly children: ReactElement }): ReactElement {
  return (
    <TooltipTrigger delay={400}>
      {children}
      <Tooltip className={tip['tip'] ?? ''} offset={6}>{words}</Tooltip>
    </TooltipTrigger>
  );
}

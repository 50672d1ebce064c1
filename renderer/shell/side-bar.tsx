import { Link } from '@tanstack/react-router';
import { History, Settings, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { Reply } from '../../preload/contract/api.ts';
import { useCall } from '../api.ts';
import { names } from '../components/names.ts';
import tip from '../components/tooltip.module.css';
import { useApp } from '../state/app-state.ts';
import { locale, t } from '../text.ts';
import { screensFor, type ScreenEntry } from './screens.ts';
import css from './side-bar.module.css';

const c = names(css);

type EntryProps = {
  readonly to: ScreenEntry['to'] | '/settings' | '/away';
  readonly icon: LucideIcon;
  readonly label: string;
  readonly count?: number | undefined;
  /** The count asks for somebody: filled, and spoken as `needs`. */
  readonly needs?: string | null;
};

type Counted = Pick<EntryProps, 'count' | 'needs'>;

/** The way to every screen that the profile's provider has: 200 px of words, or a 52 px rail in narrower windows. */
export function SideBar(): ReactElement {
  const { preferences, profile } = useApp();
  const { data } = useCall('today.summary', {});
  const name = preferences.userName.trim();
  return (
    <nav className={c('side')} aria-label={t('Screens')} data-region="side" tabIndex={-1}>
      {screensFor(profile?.provider ?? null).map(({ to, icon, words }) => <Entry key={to} to={to} icon={icon} label={words()} {...countOf(to, data)} />)}
      <Changed />
      <div className={c('room')} />
      <Entry to="/settings" icon={Settings} label={t('Settings')} />
      {name ? (
        <div className={c('person')}>
          <span className={c('initials')} aria-hidden>{initials(name)}</span>
          <span className={c('personName')}>{name}</span>
        </div>
      ) : null}
    </nav>
  );
}

/** What changed while the provider was out of reach: there while somebody has to look at it, or payouts wait to be compared. */
function Changed(): ReactElement | null {
  const { data } = useCall('away.sheet', {});
  if (!data || data.until === null || (!data.pending && data.held === 0)) return null;
  if (!data.pending) return <Entry to="/away" icon={History} label={t('What changed')} count={data.held} needs={t('{n, plural, one {# payout is held} other {# payouts are held}}', { n: data.held })} />;
  const count = data.mattering;
  return <Entry to="/away" icon={History} label={t('What changed')} count={count === 0 ? undefined : count} needs={t('look at it before anything is released')} />;
}

/** What stands after a screen's word: how many there are, or how many need somebody. */
function countOf(to: ScreenEntry['to'], today: Reply<'today.summary'> | undefined): Counted {
  if (!today) return {};
  if (to === '/customers') return { count: today.customers };
  if (to === '/deposits') {
    const awaited = today.deposits.filter(({ payout }) => payout.state === 'awaiting_deposit').length;
    return awaited === 0 ? {} : { count: awaited, needs: t('{n, plural, one {# is awaited} other {# are awaited}}', { n: awaited }) };
  }
  if (to === '/repairs') return today.repairs === 0 ? {} : { count: today.repairs, needs: t('{n, plural, one {# needs you} other {# need you}}', { n: today.repairs }) };
  const waiting = to === '/payouts' ? today.needsYou.filter((item) => item.kind === 'payout').length : 0;
  return waiting === 0 ? {} : { count: waiting, needs: t('{n, plural, one {# needs you} other {# need you}}', { n: waiting }) };
}

function Entry({ to, icon: Icon, label, count, needs }: EntryProps): ReactElement {
  // What is said begins with what is shown, so that the entry can be pressed by saying it.
  const spoken = [label, needs ?? count?.toLocaleString(locale())].filter(Boolean).join(', ');
  return (
    <TooltipTrigger delay={400}>
      <Focusable>
        <Link to={to} className={c('entry')} activeProps={{ 'aria-current': 'page' }} activeOptions={{ exact: false, includeSearch: false }} aria-label={spoken}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
          <span className={c('label')}>{label}</span>
          {count === undefined ? null : <>{' '}<span className={c('count', needs && 'needs')}>{count.toLocaleString(locale())}</span></>}
        </Link>
      </Focusable>
      <Tooltip className={`${tip['tip'] ?? ''} ${c('railTip')}`} placement="right" offset={6}>{needs ? `${label}, ${needs}` : label}</Tooltip>
    </TooltipTrigger>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/);
  return `${words[0]?.slice(0, 1) ?? ''}${words.length > 1 ? (words.at(-1)?.slice(0, 1) ?? '') : ''}`.toUpperCase();
}

import { Link } from '@tanstack/react-router';
import { Send, Settings, Sun, Users, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import { useCall } from '../api.ts';
import { names } from '../components/names.ts';
import tip from '../components/tooltip.module.css';
import { useApp } from '../state/app-state.ts';
import { locale, t } from '../text.ts';
import css from './side-bar.module.css';

const c = names(css);

type EntryProps = {
  readonly to: '/today' | '/customers' | '/payouts' | '/settings';
  readonly icon: LucideIcon;
  readonly label: string;
  readonly count?: number | undefined;
  /** The count asks for somebody: filled, and spoken as `needs`. */
  readonly needs?: string | null;
};

/** The way to every screen: 200 px of words, or a 52 px rail in narrower windows. */
export function SideBar(): ReactElement {
  const { preferences } = useApp();
  const { data } = useCall('today.summary', {});
  const waiting = data?.needsYou.filter((item) => item.kind === 'payout').length ?? 0;
  const name = preferences.userName.trim();
  return (
    <nav className={c('side')} aria-label={t('Screens')} data-region="side" tabIndex={-1}>
      <Entry to="/today" icon={Sun} label={t('Today')} />
      <Entry to="/customers" icon={Users} label={t('Customers')} count={data?.customers} />
      <Entry to="/payouts" icon={Send} label={t('Payouts')} count={waiting || undefined} needs={waiting > 0 ? t('{n, plural, one {# needs you} other {# need you}}', { n: waiting }) : null} />
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

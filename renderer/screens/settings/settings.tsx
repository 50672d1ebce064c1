import { Link, Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './settings.module.css';

const c = names(css);

/** Settings: the list of pages at the left, one page at the right. */
export function SettingsScreen(): ReactElement {
  const pages = [
    ['/settings/general', t('General')], ['/settings/profiles', t('Profiles')], ['/settings/lock', t('Lock and secrets')],
    ['/settings/rules', t('Rules')], ['/settings/limits', t('Limits')], ['/settings/audit', t('Audit log')], ['/settings/backup', t('Backup')], ['/settings/about', t('About')],
  ] as const;
  return (
    <div className={c('settings')}>
      <nav className={c('pages')} aria-label={t('Settings')}>
        <h2 className={c('head')}>{t('Settings')}</h2>
        {pages.map(([to, label]) => (
          <Link key={to} to={to} className={c('entry')} activeProps={{ 'aria-current': 'page' }}>{label}</Link>
        ))}
      </nav>
      <div className={c('page')}><Outlet /></div>
    </div>
  );
}

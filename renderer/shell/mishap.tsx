import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { names } from '../components/names.ts';
import { t } from '../text.ts';
import css from './outside.module.css';

const c = names(css);

/** A screen that broke: a bug of ours. The rest of the window goes on, and nothing was lost or sent by it. */
export function Mishap({ reset }: Pick<ErrorComponentProps, 'reset'>): ReactElement {
  return (
    <div className={c('lost')} role="alert">
      <p>{t('This screen could not be shown. Nothing was sent, and what you typed is kept.')}</p>
      <button type="button" className={c('again')} onClick={reset}>{t('Show it again')}</button>
      <Link to="/today">{t('Go to Today')}</Link>
    </div>
  );
}

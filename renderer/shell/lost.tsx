import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { names } from '../components/names.ts';
import { t } from '../text.ts';
import css from './outside.module.css';

const c = names(css);

/** An address that leads nowhere, with the way back. */
export function Lost(): ReactElement {
  return (
    <div className={c('lost')}>
      <p>{t('There is nothing at this address.')}</p>
      <Link to="/today">{t('Go to Today')}</Link>
    </div>
  );
}

import { Minus, Square, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { ask } from '../call.ts';
import { names } from '../components/names.ts';
import { t } from '../text.ts';
import css from './window-buttons.module.css';

const c = names(css);

/** Minimise, maximise and close, where the desktop draws none. */
export function WindowButtons(): ReactElement {
  return (
    <div className={c('buttons')}>
      <Button className={c('button')} aria-label={t('Minimise')} onPress={() => void ask('app.window', { action: 'minimize' })}><Minus size={14} strokeWidth={1.75} aria-hidden /></Button>
      <Button className={c('button')} aria-label={t('Maximise')} onPress={() => void ask('app.window', { action: 'maximize' })}><Square size={11} strokeWidth={1.75} aria-hidden /></Button>
      <Button className={c('button', 'close')} aria-label={t('Close window')} onPress={() => void ask('app.window', { action: 'close' })}><X size={15} strokeWidth={1.75} aria-hidden /></Button>
    </div>
  );
}

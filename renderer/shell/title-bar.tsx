import { Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { ask } from '../call.ts';
import { KeyHint } from '../components/kbd.tsx';
import { names } from '../components/names.ts';
import { useApp } from '../state/app-state.ts';
import { setUi } from '../state/ui.ts';
import { t } from '../text.ts';
import { BarState } from './bar-state.tsx';
import { ProfileChip } from './profile-chip.tsx';
import css from './title-bar.module.css';
import { WindowButtons } from './window-buttons.tsx';

const c = names(css);

/** The 40 px at the top: profile, search, state of the line, lock, window. It is what the window is dragged by. */
export function TitleBar(): ReactElement {
  const { profile, platform } = useApp();
  // The bar stays in reach while a dialog is open: react-aria leaves what carries this mark alone.
  return (
    <header
      className={c('bar', profile?.env === 'sandbox' && 'sandbox', platform)} data-region="bar" data-react-aria-top-layer="true" tabIndex={-1}
      onDoubleClick={(event) => { if (platform === 'linux' && event.target === event.currentTarget) void ask('app.window', { action: 'maximize' }); }}
    >
      <div className={c('start')}><ProfileChip /></div>
      <Button className={c('search')} onPress={() => setUi({ palette: true })}>
        <Search size={14} strokeWidth={2} aria-hidden />
        <span className={c('searchWords')}>{t('Search or do anything')}</span>
        <KeyHint name="palette" />
      </Button>
      <div className={c('end')}>
        <BarState />
        {platform === 'linux' ? <WindowButtons /> : null}
      </div>
    </header>
  );
}

/** The bar of screens that stand outside: name and window buttons only. */
export function BareBar(): ReactElement {
  const { platform } = useApp();
  return (
    <header className={c('bar', platform)} data-region="bar">
      <span className={c('name')}>{t('Bursar')}</span>
      <div />
      <div className={c('end')}>{platform === 'linux' ? <WindowButtons /> : null}</div>
    </header>
  );
}

import { useNavigate, useRouterState } from '@tanstack/react-router';
import { ClipboardX } from 'lucide-react';
import type { ReactElement } from 'react';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { names } from '../components/names.ts';
import { calmClipboard, useClipboardWatch } from '../state/clipboard-watch.ts';
import { t } from '../text.ts';
import css from './alarm.module.css';

const c = names(css);

/** The alarm that the clipboard no longer holds the copied address; nothing while it does. It stands over every screen until it was read. */
export function ClipboardAlarm(): ReactElement | null {
  const alarm = useClipboardWatch((watch) => watch.alarm);
  const navigate = useNavigate();
  const at = useRouterState({ select: (state) => state.location.pathname });
  if (!alarm) return null;
  const away = at !== `/deposits/${alarm.payoutId}`;
  return (
    <div className={c('alarm')}>
      <Banner
        family="bad" icon={ClipboardX} live head={t('Your clipboard was changed after you copied the address. Do not paste it.')}
        actions={(
          <>
            {away ? <Button size="small" onPress={() => void navigate({ to: '/deposits/$id', params: { id: alarm.payoutId } })}>{t('Open the deposit')}</Button> : null}
            <Button size="small" onPress={calmClipboard}>{t('I have read this')}</Button>
          </>
        )}
      >
        {alarm.like
          ? t('It now holds another address. Programs that steal deposits do this: send nothing, have this computer scanned for malware, and make the deposit from another one.')
          : t('It now holds something else, perhaps something you copied yourself. Copy the address again before you paste, and compare its first and last four characters at your exchange.')}
      </Banner>
    </div>
  );
}

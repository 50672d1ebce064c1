import { useNavigate, useRouterState } from '@tanstack/react-router';
import { OctagonX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useCall } from '../api.ts';
import { Banner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { names } from '../components/names.ts';
import { brokenHead } from '../screens/settings/audit-words.ts';
import { useAppPart } from '../state/app-state.ts';
import { t } from '../text.ts';
import css from './alarm.module.css';

const c = names(css);
const page = '/settings/audit';

/** The alarm that the audit log is broken; it stands over every screen until somebody has written why to go on. Its own page says the same itself. */
export function AuditAlarm(): ReactElement | null {
  const open = useAppPart((state) => state.profile !== null);
  const { data: log } = useCall('audit.state', {}, { enabled: open });
  const navigate = useNavigate();
  const at = useRouterState({ select: (state) => state.location.pathname });
  if (!open || log?.verdict !== 'broken' || log.accepted !== null || at === page) return null;
  return (
    <div className={c('alarm')}>
      <Banner
        family="bad" icon={OctagonX} live head={brokenHead(log)}
        actions={<Button size="small" onPress={() => void navigate({ to: page })}>{t('Open the audit log')}</Button>}
      >
        {log.words}
      </Banner>
    </div>
  );
}

import type { ReactElement } from 'react';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Card, Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { HundredthsSetting } from './hundredths-setting.tsx';
import { NumberSetting } from './number-setting.tsx';
import css from './settings.module.css';

const c = names(css);

/** How payouts leave and how long they are watched. */
export function RulesPage(): ReactElement {
  const preferences = useAppPart((state) => state.preferences);
  const save = useAct('app.savePreferences');
  return (
    <Screen header={<WorkHeader title={t('Rules')} />}>
      <Page>
        <div className={c('stack')}>
          <ErrorBanner error={save.error} />
          <Card title={t('Sending')}>
            <NumberSetting
              name={t('Time to take a payout back')} note={t('A payout waits this long before it leaves; Esc takes it back. 0 sends at once.')} unit={t('s')}
              value={preferences.takeBackSeconds} from={0} to={30} onChange={(takeBackSeconds) => save.mutate({ takeBackSeconds })}
            />
          </Card>
          <Card title={t('Price at release')}>
            <HundredthsSetting
              name={t('A price may move by this share')} note={t('It is read again at release. If it moved further, it comes back to you with the old and the new figures.')} unit={t('%')}
              value={preferences.toleranceBasisPoints} to={1_000} onChange={(toleranceBasisPoints) => save.mutate({ toleranceBasisPoints })}
            />
            <HundredthsSetting
              name={t('or by this amount')} note={t('In the wallet’s currency. Whichever of the two allows more counts.')} unit=""
              value={preferences.toleranceHundredths} to={100_000} onChange={(toleranceHundredths) => save.mutate({ toleranceHundredths })}
            />
          </Card>
          <Card title={t('After sending')}>
            <NumberSetting
              name={t('Watch completed payouts')} note={t('A bank can return money days later. Bursar goes on looking for this many working days.')} unit={t('days')}
              value={preferences.watchDays} from={1} to={30} onChange={(watchDays) => save.mutate({ watchDays })}
            />
          </Card>
        </div>
      </Page>
    </Screen>
  );
}

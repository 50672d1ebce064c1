import type { ReactElement } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { Card, Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { KeysList } from '../../shell/keys-list.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';

const c = names(css);

// Filled in by the build from the packages themselves; absent where the page isn't built (tests).
const licences = typeof LICENCES === 'undefined' ? [] : LICENCES;

/** Version, the open work Bursar stands on, and all keys. */
export function AboutPage(): ReactElement {
  const version = useAppPart((state) => state.version);
  return (
    <Screen header={<WorkHeader title={t('About')} />}>
      <Page>
        <div className={c('stack')}>
          <Card title={t('Bursar')}>
            <SettingRow name={t('Version')}><span className={c('good')}><span className={c('mono')} data-copyable="">{version}</span><CopyButton text={version} label={t('Copy the version')} /></span></SettingRow>
            <SettingRow name={t('Licence')} note={t('Free software: use it, change it, pass it on.')}>{t('MIT')}</SettingRow>
          </Card>
          <Card title={t('Keys')}><div className={c('text')}><KeysList /></div></Card>
          {licences.length > 0 ? (
            <Card title={t('Built with')}>
              <ul className={c('licences')}>
                {licences.map((one) => <li key={one.name}><span>{one.name} {one.version}</span><span>{one.licence}</span></li>)}
              </ul>
            </Card>
          ) : null}
        </div>
      </Page>
    </Screen>
  );
}

import type { ReactElement } from 'react';
import type { HeldProfile } from '../../../preload/contract/backup.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { names } from '../../components/names.ts';
import { EnvChip } from '../../shell/env-chip.tsx';
import { t } from '../../text.ts';
import css from './backup.module.css';

const c = names(css);

/** The profiles in a backup and the hosts that get their keys, for a person to notice one that isn't theirs; `over` says that there is a vault here already. */
export function BackupProfiles({ profiles, over }: { readonly profiles: readonly HeldProfile[]; readonly over: boolean }): ReactElement {
  if (profiles.length === 0) return <p className={c('quiet')}>{t('There is no profile in this backup.')}</p>;
  return (
    <section className={c('held')} aria-label={t('Profiles in this backup')}>
      <h3>{t('Profiles in this backup')}</h3>
      <ul>
        {profiles.map((profile, index) => (
          <li key={index}>
            <span className={c('made')}>{profile.name}</span>
            <EnvChip env={profile.env} />
            <span className={c('quiet')}>{over && !profile.known ? t('{provider}, new on this computer', { provider: providerNames[profile.provider] }) : providerNames[profile.provider]}</span>
            <span className={c('host')}>{profile.host ?? t('played by this computer')}</span>
          </li>
        ))}
      </ul>
      <p className={c('quiet')}>{t('Their keys are sent to these addresses. Leave it if you don’t know one of them.')}</p>
    </section>
  );
}

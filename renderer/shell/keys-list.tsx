import type { ReactElement } from 'react';
import { Kbd } from '../components/kbd.tsx';
import { names } from '../components/names.ts';
import { capsOf, keysFor, keyTable } from '../keys.ts';
import { useApp } from '../state/app-state.ts';
import { t } from '../text.ts';
import css from './keys-list.module.css';

const c = names(css);

/** Every key of the app in words, straight from the table it listens by. */
export function KeysList(): ReactElement {
  const { platform, profile } = useApp();
  const keys = keysFor(profile?.provider ?? null);
  const groups = [['anywhere', t('Anywhere')], ['lists', t('In lists')], ['payouts', t('In payouts')], ['documents', t('At documents')]] as const;
  return (
    <div className={c('groups')}>
      {groups.filter(([group]) => keys.some((name) => keyTable[name].group === group)).map(([group, title]) => (
        <section key={group}>
          <h3 className={c('title')}>{title}</h3>
          <dl>
            {keys.filter((name) => keyTable[name].group === group).map((name) => (
              <div key={name} className={c('line')}>
                <dt>{keyTable[name].words()}</dt>
                <dd className={c('caps')}>{capsOf(name, platform === 'darwin').map((cap) => <Kbd key={cap}>{cap}</Kbd>)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

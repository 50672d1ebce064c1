import { useState, type ReactElement } from 'react';
import { providerNames, type ProviderId } from '../../../preload/contract/provider.ts';
import { names } from '../../components/names.ts';
import { RadioCards } from '../../components/radio-cards.tsx';
import { t } from '../../text.ts';
import { BlaaizForm } from './blaaiz-form.tsx';
import type { ProviderFormProps } from './form-frame.tsx';
import { KiraForm } from './kira-form.tsx';
import css from './setup.module.css';

const c = names(css);

/** Connects an account: which provider first, then what that one asks for. */
export function ProfileForm(props: ProviderFormProps): ReactElement {
  const [provider, setProvider] = useState<ProviderId>('blaaiz');
  return (
    <div className={c('form')}>
      <RadioCards
        label={t('Provider')} value={provider} onChange={setProvider}
        choices={[
          { id: 'blaaiz', label: providerNames.blaaiz, note: t('From wallets in pounds, euros, dollars or naira, to banks and mobile money') },
          { id: 'kira', label: providerNames.kira, note: t('US dollars by wire and SWIFT, from a virtual account or by stablecoin') },
        ]}
      />
      {provider === 'blaaiz' ? <BlaaizForm {...props} /> : <KiraForm {...props} />}
    </div>
  );
}

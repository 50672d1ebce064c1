import { FlaskConical, Landmark } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Profile } from '../../../preload/contract/app.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import { Outside } from '../../shell/outside.tsx';
import { useApp } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { useRestore } from '../settings/backup-restore.tsx';
import { ConnectionLines } from './connection-lines.tsx';
import { ProfileForm } from './profile-form.tsx';
import css from './setup.module.css';
import { VaultChoice, vaultMissing, type VaultDraft } from './vault-choice.tsx';

const c = names(css);

/** First run, on one page: both practice providers in one click, or an account with its test. */
export function SetupScreen(): ReactElement {
  const { vault } = useApp();
  const [draft, setDraft] = useState<VaultDraft>({ mode: null, passphrase: '', again: '' });
  const [connecting, setConnecting] = useState(false);
  const open = useOpenVault(draft);
  const sandbox = useAct('profiles.useSandbox');
  const missing = vaultMissing(vault, draft);
  const restore = useRestore({ over: vault.phase === 'unlocked' });
  const error = open.error ?? sandbox.error ?? restore.error;
  if (connecting) return <Connect onBack={() => setConnecting(false)} />;
  return (
    <Outside icon={Landmark} wide title={t('Welcome to Bursar')} subtitle={t('Pay people abroad from your desk, each payout exactly once.')}>
      <div className={c('choices')}>
        <ErrorBanner error={error} />
        <VaultChoice vault={vault} draft={draft} onChange={setDraft} />
        <section className={c('choice')}>
          <h2><FlaskConical size={16} strokeWidth={1.75} aria-hidden />{t('Practice')}</h2>
          <p>{t('Both providers, played by this computer: no account, no network, no real money. Everything works, down to codes, refusals and returns.')}</p>
          <Button kind="primary" size="decisive" notYet={missing} busy={open.isPending || sandbox.isPending} onPress={() => open.first(() => sandbox.mutate({ provider: 'blaaiz' }))}>{t('Practice with Blaaiz and Kira')}</Button>
        </section>
        <section className={c('choice')}>
          <h2><Landmark size={16} strokeWidth={1.75} aria-hidden />{t('Your own account')}</h2>
          <p>{t('With the keys that Blaaiz or Kira gave your business. You can do this later too, and connect several.')}</p>
          <Button size="decisive" notYet={missing} busy={open.isPending} onPress={() => open.first(() => setConnecting(true))}>{t('Connect an account')}</Button>
        </section>
        {vault.mode === 'session-only' && vault.phase === 'unlocked' ? null : (
          <div className={c('restore')}>
            <span>{t('You have worked with Bursar before?')}</span>
            <Button kind="quiet" busy={restore.picking} onPress={() => restore.pick(null)}>{t('Restore a backup')}</Button>
          </div>
        )}
        {restore.dialog}
      </div>
    </Outside>
  );
}

/** Sets the vault up once, then goes on; goes on at once when it is already open. */
function useOpenVault(draft: VaultDraft) {
  const { vault } = useApp();
  const setUp = useAct('vault.setUp');
  const first = (next: () => void) => {
    if (vault.phase !== 'unset') return next();
    const request = vault.keychain === 'available' ? { mode: 'keychain' as const }
      : draft.mode === 'passphrase' ? { mode: 'passphrase' as const, passphrase: draft.passphrase } : { mode: 'session-only' as const };
    setUp.mutate(request, { onSuccess: next });
  };
  return { first, isPending: setUp.isPending, error: setUp.error };
}

/** The form, then the test's lines; the profile is chosen only when the person goes in. */
function Connect({ onBack }: { readonly onBack: () => void }): ReactElement {
  const [added, setAdded] = useState<Profile | null>(null);
  if (added) return <Tested profile={added} />;
  return (
    <Outside icon={Landmark} wide title={t('Connect an account')} subtitle={t('The keys are kept on this computer and are never shown again.')}>
      <div className={c('panel')}>
        <ProfileForm onAdded={setAdded} back={<Button kind="quiet" onPress={onBack}>{t('Back')}</Button>} />
      </div>
    </Outside>
  );
}

function Tested({ profile }: { readonly profile: Profile }): ReactElement {
  const test = useAct('profiles.test');
  const choose = useAct('profiles.choose');
  const started = useRef(false);
  const { mutate } = test;
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    mutate({ id: profile.id });
  }, [mutate, profile.id]);
  return (
    <Outside icon={Landmark} wide title={profile.name} subtitle={test.isPending ? t('The connection is being tested.') : t('This is what the test found.')}>
      <div className={c('choices')}>
        {test.data ? <ConnectionLines report={test.data} provider={profile.provider} /> : null}
        <ErrorBanner error={test.error ?? choose.error} />
        <div className={c('foot')}>
          <Button busy={test.isPending} onPress={() => test.mutate({ id: profile.id })}>{t('Test again')}</Button>
          <Button kind="primary" busy={choose.isPending} onPress={() => choose.mutate({ id: profile.id })}>
            {profile.env === 'live' ? t('Start with {name}, live', { name: profile.name }) : t('Start with {name}', { name: profile.name })}
          </Button>
        </div>
      </div>
    </Outside>
  );
}

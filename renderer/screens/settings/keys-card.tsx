import { Clock, KeyRound, Lock, type LucideIcon } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Request } from '../../../preload/contract/api.ts';
import type { Profile, VaultState } from '../../../preload/contract/app.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { shortDateOf } from '../../components/clock.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import { kiraClientIdProblem } from '../setup/addresses.ts';
import css from './settings.module.css';

const c = names(css);
type Field = Request<'profiles.replaceSecret'>['field'];

/** Where the vault keeps keys, in words. */
export function whereKept(vault: VaultState): { readonly icon: LucideIcon; readonly words: string; readonly kept: boolean } {
  switch (vault.mode) {
    case 'keychain': return { icon: KeyRound, words: t('In this computer’s keychain'), kept: true };
    case 'passphrase': return { icon: Lock, words: t('Sealed with your passphrase'), kept: true };
    case 'session-only':
    case null: return { icon: Clock, words: t('Until Bursar closes'), kept: false };
  }
}

function fieldWords(field: Field): string {
  switch (field) {
    case 'client_id': return t('Client ID');
    case 'client_secret': return t('Client secret');
    case 'password': return t('Password');
    case 'x-api-key': return t('API key');
    case 'webhook_secret': return t('Webhook secret');
  }
}

/** The keys that an account has, by provider. */
function fieldsOf(profile: Profile): readonly Field[] {
  return profile.provider === 'kira' ? ['client_id', 'password', 'x-api-key'] : ['client_id', 'client_secret', 'webhook_secret'];
}

/** What stands for a key: dots, of the client ID the tail, and null where none is set. */
function shownAs(profile: Profile, field: Field): string | null {
  const set = field === 'webhook_secret' ? profile.hasWebhookSecret : profile.secretAddedAt !== null;
  if (!set) return null;
  return field === 'client_id' ? `•••• •••• ${profile.clientIdHint}` : '•••• •••• ••••';
}

/** The keys of a profile: when they were added, and a way to replace each. What they are is never shown. */
export function KeysCard({ profile }: { readonly profile: Profile }): ReactElement {
  const vault = useAppPart((state) => state.vault);
  const [replacing, setReplacing] = useState<Field | null>(null);
  const where = whereKept(vault);
  const Icon = where.icon;
  const added = profile.secretAddedAt === null ? null : t('added {date}', { date: shortDateOf(profile.secretAddedAt) });
  const row = (field: Field) => <Row key={field} field={field} shown={shownAs(profile, field)} note={field === 'webhook_secret' ? t('only with a relay') : added} onReplace={() => setReplacing(field)} />;
  return (
    <Card title={t('{provider} keys', { provider: providerNames[profile.provider] })} mark={<span className={c(where.kept ? 'good' : 'warn')}><Icon size={14} strokeWidth={2} aria-hidden />{where.words}</span>} note={t('Can be replaced, never shown')}>
      {fieldsOf(profile).map(row)}
      {replacing ? <Replace profile={profile} field={replacing} onClose={() => setReplacing(null)} /> : null}
    </Card>
  );
}

type RowProps = { readonly field: Field; readonly shown: string | null; readonly note: string | null; readonly onReplace: () => void };

function Row({ field, shown, note, onReplace }: RowProps): ReactElement {
  const key = fieldWords(field);
  return (
    <CardRow>
      <span className={c('keyName')}>{key}</span>
      {shown === null ? <span className={c('unset')}>{t('not set')}</span> : <span className={c('dots')}>{shown}</span>}
      <span className={c('quiet')}>{note}</span>
      <Button size="small" label={shown === null ? t('Add the {key}', { key }) : t('Replace the {key}', { key })} onPress={onReplace}>{shown === null ? t('Add') : t('Replace')}</Button>
    </CardRow>
  );
}

function Replace({ profile, field, onClose }: { readonly profile: Profile; readonly field: Field; readonly onClose: () => void }): ReactElement {
  const replace = useAct('profiles.replaceSecret');
  const [value, setValue] = useState('');
  const notYet = value.trim() === '' ? t('Paste the new key first.') : profile.provider === 'kira' && field === 'client_id' ? kiraClientIdProblem(value) : null;
  const save = () => replace.mutate({ id: profile.id, field, value: value.trim() }, {
    onSuccess: () => {
      toast(t('Key replaced'));
      onClose();
    },
  });
  return (
    <Dialog
      open onClose={onClose} width="small" stays title={t('New {key}', { key: fieldWords(field) })} subtitle={t('For {name}. The old one is forgotten.', { name: profile.name })}
      foot={(
        <>
          <Button onPress={onClose}>{t('Keep the old one')}</Button>
          <Button kind="primary" busy={replace.isPending} notYet={notYet} onPress={save}>{t('Replace')}</Button>
        </>
      )}
    >
      <div className={c('form')}>
        <ErrorBanner error={replace.error} />
        <TextField label={fieldWords(field)} value={value} onChange={setValue} type={field === 'client_id' ? 'text' : 'password'} mono autoFocus />
      </div>
    </Dialog>
  );
}

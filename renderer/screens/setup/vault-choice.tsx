import { KeyRound, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { VaultState } from '../../../preload/contract/app.ts';
import { names } from '../../components/names.ts';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../text.ts';
import css from './setup.module.css';

const c = names(css);

/** Where the data key will live, as chosen so far. */
export type VaultDraft = { readonly mode: 'passphrase' | 'session-only' | null; readonly passphrase: string; readonly again: string };

/** The shortest passphrase that main takes. */
export const minPassphrase = 8;

/** What is still missing before the vault can be set up; null when nothing is. */
export function vaultMissing(vault: VaultState, draft: VaultDraft): string | null {
  if (vault.phase !== 'unset' || vault.keychain === 'available') return null;
  if (vault.keychain === 'checking') return t('The keychain of this computer is being tried.');
  if (draft.mode === null) return t('Choose first how secrets are kept.');
  if (draft.mode === 'session-only') return null;
  if (draft.passphrase.length < minPassphrase) return t('The passphrase needs {n} characters.', { n: minPassphrase });
  return draft.passphrase === draft.again ? null : t('The two passphrases differ.');
}

/** Where secrets will be kept: the keychain when it works, else plainly a choice. */
export function VaultChoice({ vault, draft, onChange }: { readonly vault: VaultState; readonly draft: VaultDraft; readonly onChange: (draft: VaultDraft) => void }): ReactElement | null {
  if (vault.phase !== 'unset') return null;
  if (vault.keychain !== 'unavailable') {
    return (
      <p className={c('where')}>
        <KeyRound size={14} strokeWidth={2} aria-hidden />
        {vault.keychain === 'checking' ? t('The keychain of this computer is being tried.') : t('Keys are kept in this computer’s keychain; customers, payouts and documents are sealed with a key from there.')}
      </p>
    );
  }
  return (
    <div className={c('panel', 'vault')}>
      <p className={c('where', 'missing')}>
        <TriangleAlert size={14} strokeWidth={2} aria-hidden />
        <span>{t('This computer has no keychain that Bursar can use.')} {vault.keychainReason}</span>
      </p>
      <RadioCards
        label={t('How should secrets be kept?')} value={draft.mode} onChange={(mode: 'passphrase' | 'session-only') => onChange({ ...draft, mode })}
        choices={[
          { id: 'passphrase', label: t('With a passphrase'), note: t('Asked at every start. It cannot be recovered') },
          { id: 'session-only', label: t('Until Bursar closes'), note: t('Everything is forgotten on closing') },
        ]}
      />
      {draft.mode === 'passphrase' ? (
        <>
          <TextField
            label={t('Passphrase')} type="password" autoComplete="new-password" value={draft.passphrase} onChange={(passphrase) => onChange({ ...draft, passphrase })}
            hint={t('At least {n} characters. A few unrelated words are easy to remember and hard to guess.', { n: minPassphrase })}
          />
          <TextField
            label={t('Passphrase again')} type="password" autoComplete="new-password" value={draft.again} onChange={(again) => onChange({ ...draft, again })}
            good={draft.again !== '' && draft.again === draft.passphrase ? t('Matches') : null}
          />
        </>
      ) : null}
    </div>
  );
}

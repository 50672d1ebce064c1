import type { FormEvent, ReactElement, ReactNode } from 'react';
import type { Profile } from '../../../preload/contract/app.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { ProviderId } from '../../../preload/contract/provider.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FormSummary, type FormProblem } from '../../components/form-summary.tsx';
import { names } from '../../components/names.ts';
import { RadioCards } from '../../components/radio-cards.tsx';
import { t } from '../../text.ts';
import { baseUrlOf, type Env } from './addresses.ts';
import css from './setup.module.css';

const c = names(css);

/** Props of a provider's form; `back` stands before the button. */
export type ProviderFormProps = { readonly onAdded: (profile: Profile) => void; readonly back?: ReactNode };

type Framed = { readonly problems: readonly FormProblem[]; readonly attempt: number; readonly busy: boolean; readonly error: AppError | null; readonly submit: (event: FormEvent) => void };

/** What stands around a provider's fields: what is wrong above, the button below. */
export function FormFrame({ form, back, children }: { readonly form: Framed; readonly back: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <form onSubmit={form.submit} noValidate>
      <FormSummary problems={form.attempt > 0 ? form.problems : []} attempt={form.attempt} />
      <ErrorBanner error={form.error} />
      {children}
      <div className={c('foot')}>
        {back}
        <Button kind="primary" type="submit" busy={form.busy}>{t('Connect and test')}</Button>
      </div>
    </form>
  );
}

type EnvironmentProps = {
  readonly provider: ProviderId;
  readonly env: Env;
  readonly baseUrl: string;
  readonly onChange: (change: { readonly env: Env; readonly baseUrl: string }) => void;
  readonly notes: Readonly<Record<Env, string>>;
};

/** Sandbox or live; an address that was not typed by a person follows. */
export function EnvironmentField({ provider, env, baseUrl, onChange, notes }: EnvironmentProps): ReactElement {
  return (
    <RadioCards
      label={t('Environment')} value={env} onChange={(next: Env) => onChange({ env: next, baseUrl: baseUrl === baseUrlOf(provider, env) ? baseUrlOf(provider, next) : baseUrl })}
      choices={[{ id: 'sandbox', label: t('Sandbox'), note: notes.sandbox }, { id: 'live', label: t('Live'), note: notes.live }]}
    />
  );
}

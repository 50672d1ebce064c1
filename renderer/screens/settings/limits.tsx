import { Gauge, Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Reply } from '../../../preload/contract/api.ts';
import { currencies, walletCurrencies, type CurrencyCode } from '../../../preload/contract/currency.ts';
import type { CurrencyLimits } from '../../../preload/contract/limits.ts';
import { money } from '../../../preload/contract/money.ts';
import { useCall } from '../../api.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Empty, Skeleton } from '../../components/empty.tsx';
import { Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Select } from '../../components/select.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { LimitsCard } from './limits-card.tsx';
import { newRow, sameLimits, toLimits, toRows } from './limits-form.ts';
import { SaveLimits } from './limits-save.tsx';
import css from './limits.module.css';

const c = names(css);
type Kept = Reply<'limits.get'>;

/** What this profile may send at most, a currency each. */
export function LimitsPage(): ReactElement {
  const profile = useAppPart((app) => app.profile);
  const { data, error } = useCall('limits.get', {}, { enabled: profile !== null });
  if (data) return <Form key={profile?.id} kept={data} profile={profile?.name ?? ''} />;
  return (
    <Screen header={<WorkHeader title={t('Limits')} />}>
      <Page>{error ? <ErrorBanner error={error} /> : profile === null ? <Empty icon={Gauge}>{t('Choose a profile first. Limits belong to one.')}</Empty> : <Skeleton lines={6} />}</Page>
    </Screen>
  );
}

function Form({ kept, profile }: { readonly kept: Kept; readonly profile: string }): ReactElement {
  const [rows, setRows] = useState(() => toRows(kept.limits));
  const [saving, setSaving] = useState<readonly CurrencyLimits[] | null>(null);
  const limits = toLimits(rows);
  const moved = kept.ahead !== null || kept.zone !== kept.zoneHere;
  const changed = limits === null || moved || !sameLimits(limits, kept.limits);
  const notYet = limits === null ? t('A field can’t be read.') : changed ? null : t('Nothing is changed.');
  const saved = (fresh: readonly CurrencyLimits[]) => {
    setSaving(null);
    setRows(toRows(fresh));
  };
  return (
    <Screen header={<WorkHeader title={t('Limits')} note={profile} actions={<Button kind="primary" notYet={notYet} onPress={() => setSaving(limits)}>{t('Save limits')}</Button>} />}>
      <Page>
        <div className={c('stack')}>
          {rows.length === 0 ? <Empty icon={Gauge}>{t('Without limits, only the balance bounds what can be sent. With them, a payout over one stays ready until it fits, whoever sends it.')}</Empty> : (
            <p className={c('lead')}>{t('A payout over one of these stays ready until it fits. What was refused, failed, came back or was taken back does not count. A day goes from midnight to midnight in {zone}.', { zone: placeOf(kept.zone) })}</p>
          )}
          {rows.length > 0 && moved ? <Moved kept={kept} /> : null}
          {rows.map((row) => (
            <LimitsCard
              key={row.currency} row={row} used={kept.today.find(({ currency }) => currency === row.currency) ?? money(0, row.currency)}
              onChange={(next) => setRows(rows.map((each) => (each.currency === next.currency ? next : each)))}
              onRemove={() => setRows(rows.filter(({ currency }) => currency !== row.currency))}
            />
          ))}
          <AddCurrency taken={rows.map(({ currency }) => currency)} onAdd={(currency) => setRows([...rows, newRow(currency)])} />
        </div>
      </Page>
      <SaveLimits limits={saving} onClose={() => setSaving(null)} onSaved={saved} />
    </Screen>
  );
}

/** Days and cooling times go by another zone or time than this computer's; saving again says that this computer is right. */
function Moved({ kept: { ahead, zone, zoneHere } }: { readonly kept: Kept }): ReactElement {
  const head = ahead === null ? t('This computer is in another time zone: {zone}', { zone: placeOf(zoneHere) }) : t('Limits count as if it were {time}', { time: momentOf(ahead) });
  return (
    <Banner family="wait" head={head}>
      {ahead === null ? t('Days still go by {zone}. Save the limits to go by this computer’s zone; it is kept in the audit log.', { zone: placeOf(zone) })
        : t('The clock of this computer was ahead once, and no earlier time frees a limit. If it is right now, save the limits; it is kept in the audit log.')}
    </Banner>
  );
}

/** A time zone as people name it: "Europe/Lisbon". */
const placeOf = (zone: string) => zone.replaceAll('_', ' ');

/** Money leaves in the currencies of wallets and accounts, so only those are offered. */
function AddCurrency({ taken, onAdd }: { readonly taken: readonly CurrencyCode[]; readonly onAdd: (currency: CurrencyCode) => void }): ReactElement | null {
  const provider = useAppPart((app) => app.profile?.provider);
  const [chosen, setChosen] = useState<CurrencyCode | null>(null);
  const left = sendable(provider).filter((code) => !taken.includes(code));
  const first = left[0];
  if (!first) return null;
  const code = chosen !== null && left.includes(chosen) ? chosen : first;
  return (
    <div className={c('add')}>
      <Select label={t('Another currency')} options={left.map((id) => ({ id, label: id, detail: currencies[id].plural }))} value={code} onChange={setChosen} />
      <Button icon={Plus} onPress={() => onAdd(code)}>{t('Add limits for {currency}', { currency: code })}</Button>
    </div>
  );
}

function sendable(provider: string | undefined): readonly CurrencyCode[] {
  return provider === 'kira' ? ['USD'] : walletCurrencies;
}

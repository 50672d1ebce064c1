import { Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { currencies } from '../../../preload/contract/currency.ts';
import { formatMoney, type Money } from '../../../preload/contract/money.ts';
import { IconButton } from '../../components/button.tsx';
import { Card } from '../../components/layout.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { locale, t } from '../../text.ts';
import { amountLimits, fitsHours, type AmountLimit, type LimitRow } from './limits-form.ts';
import css from './limits.module.css';

const c = names(css);

/** Props of {@link LimitsCard}: `used` is what was released today in this currency. */
export type LimitsCardProps = {
  readonly row: LimitRow;
  readonly used: Money;
  readonly onChange: (row: LimitRow) => void;
  readonly onRemove: () => void;
};

/** The limits of one currency. An empty field is no limit. */
export function LimitsCard({ row, used, onChange, onRemove }: LimitsCardProps): ReactElement {
  const { currency, texts, hours } = row;
  return (
    <Card
      title={t('{currency} · {name}', { currency, name: currencies[currency].plural })} note={(
        <span className={c('end')}>
          {t('{amount} used today', { amount: formatMoney(used, locale()) })}
          <IconButton icon={Trash2} label={t('Remove the limits of {currency}', { currency })} onPress={onRemove} />
        </span>
      )}
    >
      <div className={c('fields')}>
        {amountLimits.map((limit) => (
          <MoneyField
            key={limit} small label={limitWords(limit)} text={texts[limit]} currency={currency} hint={limitNote(limit)}
            onChange={(text) => onChange({ ...row, texts: { ...texts, [limit]: text } })}
          />
        ))}
        <TextField
          label={t('An account is new for')} value={hours} onChange={(next) => onChange({ ...row, hours: next })} inputMode="numeric" unit={t('hours')}
          hint={t('Counted from the first payout to it.')} error={fitsHours(hours) ? null : t('A whole number from {from} to {to}.', { from: 0, to: 720 })}
        />
      </div>
    </Card>
  );
}

function limitWords(limit: AmountLimit): string {
  switch (limit) {
    case 'perPayout': return t('One payout');
    case 'perDay': return t('All payouts of a day');
    case 'perPayee': return t('To one account in a day');
    case 'first': return t('To a new account');
  }
}

function limitNote(limit: AmountLimit): string {
  switch (limit) {
    case 'perPayout': return t('Empty is no limit.');
    case 'perDay': return t('From midnight to midnight.');
    case 'perPayee': return t('By account, not by name.');
    case 'first': return t('All of it together. A changed account is new.');
  }
}

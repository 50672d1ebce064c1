import { useState, type ReactElement, type ReactNode } from 'react';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import { amountToType, formatTokens, readTokens, type ExchangeAmounts, type TokenProblem } from '../../../preload/contract/deposit-amount.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { names } from '../../components/names.ts';
import { Segmented } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import { locale, t } from '../../text.ts';
import css from './deposit.module.css';
import { shownAmount } from './deposit-words.ts';

const c = names(css);
type FeeKind = 'flat' | 'percent';

/** What to type at the exchange so that, after what it keeps, exactly the amount arrives. */
export function ExchangeCard({ deposit }: { readonly deposit: DepositFacts }): ReactElement {
  const [kind, setKind] = useState<FeeKind>('flat');
  const [text, setText] = useState('');
  const [left, setLeft] = useState(false);
  const found = toType(deposit.amount, kind, text);
  const problem = found.ok || found.error === 'empty' || !left ? null : problemWords(found.error, kind);
  return (
    <section className={c('card')} data-card="" aria-label={t('What to type at your exchange')}>
      <h2>{t('What to type at your exchange')}</h2>
      <p className={c('hint')}>{t('Exchanges take their fee out of what you type.')}</p>
      <dl className={c('sum')}>
        <Line label={t('Must arrive')} figure={shownAmount(deposit)} code={deposit.token} />
        <div className={c('line')}>
          <dt>{t('Exchange takes')}</dt>
          <dd className={c('fee')}>
            <div className={c('feeField')}>
              <TextField
                label={t('Exchange takes')} hideLabel value={text} inputMode="decimal" maxLength={24} onBlur={() => setLeft(true)}
                onChange={(next) => {
                  setLeft(false);
                  setText(next);
                }}
              />
            </div>
            <Segmented<FeeKind> label={t('How the exchange reckons its fee')} value={kind} onChange={setKind} choices={[{ id: 'flat', label: deposit.token }, { id: 'percent', label: '%' }]} />
          </dd>
        </div>
        {kind === 'percent' && found.ok ? <Line label={t('That is at most')} figure={formatTokens(found.value.fee, locale())} code={deposit.token} /> : null}
        <Line strong label={t('Type this')} figure={<output aria-live="polite">{found.ok ? formatTokens(found.value.type, locale()) : '–'}</output>} code={deposit.token} />
      </dl>
      <p className={c('hint', problem && 'wrong')} aria-live="polite">{problem ?? (found.ok ? t('Some exchanges add the fee on top instead: then type what must arrive.') : t('Your exchange shows its fee before you confirm. Enter 0 if it takes none.'))}</p>
    </section>
  );
}

function toType(arrive: string, kind: FeeKind, text: string): Result<ExchangeAmounts, TokenProblem> {
  const fee = readTokens(text, locale());
  if (!fee.ok) return fee;
  return amountToType(arrive, kind === 'flat' ? { kind, amount: fee.value } : { kind, percent: fee.value });
}

function problemWords(problem: Exclude<TokenProblem, 'empty'>, kind: FeeKind): string {
  switch (problem) {
    case 'not-a-number': return kind === 'flat' ? t('This is not an amount. Write it like 1.50.') : t('This is not a percentage. Write it like 0.5.');
    case 'ambiguous': return t('This can be read two ways. Write the decimals too, or leave the separators out.');
    case 'too-many-decimals': return t('Six decimals at most. Nothing is rounded.');
    case 'too-much': return t('With 100 % or more nothing would arrive.');
  }
}

function Line({ label, figure, code, strong = false }: { readonly label: string; readonly figure: ReactNode; readonly code: string; readonly strong?: boolean }): ReactElement {
  return <div className={c('line', strong && 'strong')}><dt>{label}</dt><dd className={c('value')}><span className={c('digits')} data-copyable="">{figure}</span> <span className={c('unit')}>{code}</span></dd></div>;
}

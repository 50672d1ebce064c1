import { Coins, Link2 } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Card } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Qr } from '../../components/qr.tsx';
import { Pill } from '../../components/status-pill.tsx';
import said from '../../components/said.module.css';
import { t } from '../../text.ts';
import { networkWords } from '../accounts/account-words.ts';
import { addressGroups } from './address-groups.ts';
import { CopyAddress } from './copy-address.tsx';
import css from './deposit.module.css';
import { otherToken, shownAmount } from './deposit-words.ts';

const c = names({ ...said, ...css });
type CardProps = { readonly payout: Payout; readonly deposit: DepositFacts; readonly now: number };

/** The exact amount, on which network, and the address: read in groups, scanned, or copied after its end was read back. */
export function AddressCard({ payout, deposit, now }: CardProps): ReactElement {
  const { address, token } = deposit;
  const other = otherToken(token);
  return (
    <Card>
      <div className={c('address')}>
        <div className={c('what')}>
          <p className={c('label')}>{t('Exactly this must arrive, in one transfer')}</p>
          <p className={c('amount')}>
            <span className={c('figure')}>{shownAmount(deposit)}</span> <span className={c('token')}>{token}</span>
            <CopyButton text={deposit.amount} label={t('Copy the amount')} />
          </p>
          <div className={c('only')}>
            <Pill family="idle" icon={Link2}>{t('{network} network only', { network: networkWords(deposit.network) })}</Pill>
            <Pill family="idle" icon={Coins}>{other ? t('{token} only, not {other}', { token, other }) : t('{token} only', { token })}</Pill>
          </div>
          <h2 className={c('sub')}>{t('To this address, made for this payout alone')}</h2>
          <Address address={address} />
        </div>
        <figure className={c('code')}>
          <div className={c('frame')}><Qr text={address} label={t('The address as a QR code')} /></div>
          <figcaption className={c('caption')}>{t('Address only. Type the amount yourself.')}</figcaption>
        </figure>
      </div>
      <CopyAddress payout={payout} deposit={deposit} now={now} />
    </Card>
  );
}

/** The whole address in groups of four, first and last marked; read out as one. It can't be selected: copying goes through the watch. */
function Address({ address }: { readonly address: string }): ReactElement {
  const { prefix, groups } = addressGroups(address);
  return (
    <p className={c('groups')}>
      <span className={c('said')}>{address}</span>
      <span aria-hidden className={c('prefix')}>{prefix}</span>
      <span aria-hidden className={c('fours')}>
        {groups.map((group, index) => (
          <Fragment key={index}><span className={c('four', (index === 0 || index === groups.length - 1) && 'end')} data-group="">{group}</span></Fragment>
        ))}
      </span>
    </p>
  );
}

import type { ReactElement, ReactNode } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { fieldValue, fieldWords, saidBy } from './repair-words.ts';
import css from './repairs.module.css';

const c = names(css);

/** Why: the provider's words, ours, what to correct and what to do. */
export function CauseCard({ repair, payout }: { readonly repair: Repair; readonly payout: Payout | undefined }): ReactElement {
  const { kind, said, words, fix, sums, reference } = repair;
  const field = fieldWords(repair);
  const value = payout ? fieldValue(repair, payout) : null;
  return (
    <Card title={kind === 'sum' ? t('What does not close') : t('Why')}>
      {kind === 'sum' ? null : <Row name={saidBy(repair)}>{said === null ? <span className={c('quiet')}>{t('nothing')}</span> : <q className={c('quote')} data-copyable="">{said}</q>}</Row>}
      <Row name={t('In plain words')}>{words}</Row>
      {sums.length > 0 ? <Row name={t('Figures')}>{sums.map((line) => <p key={line}>{line}</p>)}</Row> : null}
      {field ? <Row name={t('To correct')}>{field}{value ? <span className={c('quiet')}>, {t('which was')} <span data-copyable="">{value}</span></span> : null}</Row> : null}
      <Row name={t('What to do')}>{fix}</Row>
      {reference ? <Row name={t('For support')}><span className={c('copyable')}><span data-copyable="">{reference}</span> <CopyButton text={reference} label={t('Copy the reference')} /></span></Row> : null}
    </Card>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return <CardRow tight><dl className={c('fact')}><dt>{name}</dt><dd>{children}</dd></dl></CardRow>;
}

import { Archive, FastForward, type LucideIcon } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import work from '../../components/work-list.module.css';
import css from './repairs.module.css';
import { WrittenDialog } from './written-dialog.tsx';

const c = names({ ...work, ...css });

/** What a person may decide: not to wait for the money, or to do nothing more. Each with a reason that is kept. */
export function WaysCard({ repair }: { readonly repair: Repair }): ReactElement | null {
  const [open, setOpen] = useState<'waive' | 'close' | null>(null);
  const { kind, waived, released, closed, payout, money } = repair;
  const shut = () => setOpen(null);
  if (closed && (released || kind === 'sum')) return null;
  return (
    <Card title={kind === 'sum' ? t('Once it is cleared up') : t('Or decide otherwise')}>
      {waived ? (
        <Row icon={FastForward} what={t('The copy may go before the money is back')} note={t('{by}, {time}: {reason}', { by: waived.by, time: momentOf(waived.at), reason: waived.reason })} />
      ) : null}
      {released ? null : (
        <Row icon={FastForward} what={t('Go on without waiting')} note={money.seen === null ? t('No balance here shows the money. Write how you know, or why not to wait.') : t('The corrected copy may be sent although the money is not back. Say why.')}>
          <Button onPress={() => setOpen('waive')}>{t('Go on without waiting')}</Button>
        </Row>
      )}
      {closed ? null : (
        <Row icon={Archive} what={t('Put away')} note={putAwayNote(repair)}>
          <Button onPress={() => setOpen('close')}>{t('Put away')}</Button>
        </Row>
      )}
      <WrittenDialog
        id={payout.id} channel="repairs.waive" open={open === 'waive'} onClose={shut} title={t('Go on without waiting for the money?')} label={t('Why not to wait')}
        decide={t('Let the copy go')} note={t('If the money does not come back, it is paid twice from your side.')}
      />
      <WrittenDialog
        id={payout.id} channel="repairs.close" open={open === 'close'} onClose={shut} title={t('Put this repair away?')} label={t('What came of it')}
        decide={t('Put away')} note={t('It stays in the list of what is done, with what you write.')}
      />
    </Card>
  );
}

function putAwayNote({ kind, released }: Repair): string {
  if (kind === 'sum') return t('When you know which figures are right, write it down.');
  return released ? t('Nothing more is done about it here.') : t('Nothing more is done about it here. A copy of it still waits for the money.');
}

type RowProps = { readonly icon: LucideIcon; readonly what: string; readonly note: string; readonly children?: ReactNode };

function Row({ icon: Icon, what, note, children }: RowProps): ReactElement {
  return (
    <CardRow>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={c('icon')} />
      <div className={c('words')}>
        <p className={c('head')}>{what}</p>
        <p className={c('note')}>{note}</p>
      </div>
      {children}
    </CardRow>
  );
}

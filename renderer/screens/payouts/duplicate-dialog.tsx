import { useNavigate } from '@tanstack/react-router';
import { ArrowUpRight, Check, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { LikelySame } from '../../../preload/contract/radar.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { compareRows } from './duplicate-rows.ts';
import css from './duplicates.module.css';

const c = names(css);

/** Props of {@link DuplicateDialog}: `onSend` is there where a decision is asked for; `notYet` says why it can't be sent now. */
export type DuplicateDialogProps = {
  readonly payout: Payout;
  readonly matches: readonly LikelySame[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly decision?: { readonly onSend: (reason: string) => void; readonly notYet: string | null; readonly onKeep: () => void };
};

/** This payout beside one that may be the same: what is equal is marked. Where it is asked, a person keeps it back or says why it goes. */
export function DuplicateDialog(props: DuplicateDialogProps): ReactElement {
  const { matches, open, onClose, decision } = props;
  const title = decision ? t('Is it the same payout?') : t('A payout that is alike');
  return (
    <Dialog open={open && matches.length > 0} onClose={onClose} width="wide" stays={decision !== undefined} title={title} subtitle={t('What is the same is marked. A payment that is due again may look alike and be right.')}>
      <Inner {...props} />
    </Dialog>
  );
}

function Inner({ payout, matches, onClose, decision }: DuplicateDialogProps): ReactElement | null {
  const [index, setIndex] = useState(0);
  const at = Math.min(index, matches.length - 1);
  const match = matches[at];
  if (!match) return null;
  return (
    <div className={c('compare')}>
      {matches.length > 1 ? <Which at={at} count={matches.length} onChange={setIndex} /> : null}
      <p className={c('reasons')}>{match.reasons.map(({ words }) => words).join(' \u00b7 ')}</p>
      <Comparison payout={payout} match={match} />
      {decision ? <Decide match={match} decision={decision} /> : (
        <div className={c('end')}>
          <OpenOther match={match} />
          <Button onPress={onClose}>{t('Close')}</Button>
        </div>
      )}
    </div>
  );
}

function Which({ at, count, onChange }: { readonly at: number; readonly count: number; readonly onChange: (at: number) => void }): ReactElement {
  return (
    <div className={c('which')}>
      <IconButton icon={ChevronLeft} label={t('The one before')} onPress={() => onChange(Math.max(0, at - 1))} />
      <span aria-live="polite">{t('{at} of {count} that look alike', { at: at + 1, count })}</span>
      <IconButton icon={ChevronRight} label={t('The next one')} onPress={() => onChange(Math.min(count - 1, at + 1))} />
    </div>
  );
}

function Comparison({ payout, match }: { readonly payout: Payout; readonly match: LikelySame }): ReactElement {
  const profile = useAppPart((app) => app.profile?.name) ?? '';
  return (
    <table className={c('table')} aria-label={t('This payout beside that one')}>
      <thead><tr><td /><th scope="col">{t('This one')}</th><th scope="col">{t('That one')}</th><td /></tr></thead>
      <tbody>
        {compareRows(payout, match, profile).map(({ id, label, mine, theirs, same }) => (
          <tr key={id} className={c(same && 'same')}>
            <th scope="row">{label}</th>
            <td data-copyable="">{mine || '\u2013'}</td>
            <td data-copyable="">{theirs || '\u2013'}</td>
            <td className={c('mark')}>{same ? <><Check size={14} strokeWidth={2} aria-hidden />{t('same')}</> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenOther({ match }: { readonly match: LikelySame }): ReactElement | null {
  const navigate = useNavigate();
  if (!match.here) return <p className={c('elsewhere')}>{t('It is in the profile {profile}.', { profile: match.profileName })}</p>;
  return <Button kind="quiet" icon={ArrowUpRight} onPress={() => void navigate({ to: '/payouts/$id', params: { id: match.payout.id } })}>{t('Open that one')}</Button>;
}

type DecideProps = { readonly match: LikelySame; readonly decision: NonNullable<DuplicateDialogProps['decision']> };

function Decide({ match, decision: { onSend, notYet, onKeep } }: DecideProps): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = reason.trim().length < 10 ? t('Write why, in ten letters or more. It is kept.') : null;
  const send = () => {
    setTried(true);
    if (!wrong && !notYet) onSend(reason.trim());
  };
  return (
    <div className={c('decide')}>
      <TextField
        label={t('If it is right to send this one too: why?')} value={reason} onChange={setReason} lines={2} maxLength={500} spellCheck error={tried ? wrong : null}
        hint={t('It stands in the payout’s story and in the audit log.')}
      />
      <div className={c('end')}>
        <OpenOther match={match} />
        <Button onPress={onKeep}>{t('It is the same: keep it as ready')}</Button>
        <Button kind="primary" notYet={notYet} onPress={send}>{t('Send all the same')}</Button>
      </div>
    </div>
  );
}

import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { recipientSections, type RecipientField } from '../../../preload/contract/recipient-checks.ts';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { useAct } from '../../api.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { dateOf } from '../../components/clock.ts';
import { Card, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import stack from '../../components/stack.module.css';
import { useKey } from '../../keys.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { Facts } from '../payouts/facts.tsx';
import css from './recipient-desk.module.css';
import { accountFacts, sectionFacts } from './recipient-facts.ts';
import { nameOf, recipientStatus } from './recipient-words.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import type { Make } from './use-make.ts';

const c = names({ ...stack, ...css });

type PageProps = { readonly recipient: Recipient; readonly make: Make };

/** A recipient that Kira has, may have, or is being asked to make: nothing of it can change any more. */
export function RecipientPage(props: PageProps): ReactElement {
  const { recipient } = props;
  const paid = recipient.lastPaidAt === null ? t('Never paid') : t('Last paid {date}', { date: dateOf(recipient.lastPaidAt) });
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Recipients'), to: '/recipients' }]} title={nameOf(recipient)} pill={<StatusPill status={recipientStatus(recipient.state)} place="header" />}
          note={recipient.state === 'there' ? paid : null} actions={<Actions {...props} />}
        />
      )}
    >
      <div className={c('page')} role="region" aria-label={t('The recipient')} tabIndex={0}>
        <Standing {...props} />
        <Card title={t('The account')}><div className={c('facts')}><Facts label={t('The account')} facts={accountFacts(recipient.fields)} /></div></Card>
        {(['holder', 'address', 'bank', 'document'] as const).map((section) => <Section key={section} recipient={recipient} section={section} />)}
      </div>
    </Screen>
  );
}

function Section({ recipient, section }: { readonly recipient: Recipient; readonly section: RecipientField['section'] }): ReactElement | null {
  const facts = sectionFacts(recipient.fields, section);
  if (facts.length === 0) return null;
  const title = t(recipientSections[section]);
  return <Card title={title}><div className={c('facts')}><Facts label={title} facts={facts} /></div></Card>;
}

/** Where it stands, and what that means for what comes next. */
function Standing({ recipient, make }: PageProps): ReactElement {
  if (make.busy || recipient.state === 'sending') {
    return <Banner family="move" head={t('It is being made at Kira.')}>{t('This takes a few seconds. You can leave this page.')}</Banner>;
  }
  if (recipient.state === 'unknown') {
    return (
      <>
        <Banner family="unk" head={recipient.problem?.message ?? t('It is not known whether Kira has this recipient.')}>
          {t('Try again: the same key goes with it, so it can’t be made twice. Until then it can’t be changed or thrown away.')}
        </Banner>
        <ErrorBanner error={make.error} />
      </>
    );
  }
  return <p className={c('small')}>{t('Kira can neither change nor delete it. If something is wrong, make a corrected copy and hide this one.')}</p>;
}

function Actions({ recipient, make }: PageProps): ReactElement | null {
  const navigate = useNavigate();
  const online = useAppPart((state) => state.connection.online);
  const [hiding, setHiding] = useState(false);
  const [there, unknown] = [recipient.state === 'there', recipient.state === 'unknown'];
  const pay = () => void navigate({ to: '/payouts/new', search: { recipient: recipient.id } });
  useKey('primary', there ? pay : make.run, there || (unknown && online));
  useKey('new-payout', pay, there);
  if (!there && !unknown) return null;
  return (
    <>
      {there ? <Button kind="quiet" onPress={() => setHiding(true)}>{t('Hide')}</Button> : null}
      {there ? <CopyButton recipient={recipient} /> : null}
      {there ? <Button kind="primary" hint="new-payout" onPress={pay}>{t('New payout')}</Button> : (
        <Button kind="primary" hint="primary" busy={make.busy} notYet={online ? null : t('You are offline. Nothing is sent by itself.')} onPress={make.run}>{t('Try again')}</Button>
      )}
      {hiding ? <RemoveDialog recipient={recipient} onClose={() => setHiding(false)} onRemoved={() => void navigate({ to: '/recipients' })} /> : null}
    </>
  );
}

/** A new draft with the same details: the way to mend what can't be changed. */
function CopyButton({ recipient }: { readonly recipient: Recipient }): ReactElement {
  const navigate = useNavigate();
  const save = useAct('recipients.save');
  const copy = () => save.mutate({ id: null, fields: recipient.fields }, { onSuccess: ({ id }) => void navigate({ to: '/recipients/$id', params: { id } }) });
  return <Button busy={save.isPending} notYet={save.error ? save.error.message : null} onNotYet={copy} onPress={copy}>{t('Make a corrected copy')}</Button>;
}

import { useNavigate } from '@tanstack/react-router';
import { ArrowLeftRight, CircleDot, Contact, FlaskConical, Keyboard, Lock, Plus, Search, Settings, UserPlus, Users, type LucideIcon } from 'lucide-react';
import { useDeferredValue, useState, type ReactElement, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import type { Reply } from '../../preload/contract/api.ts';
import type { Profile } from '../../preload/contract/app.ts';
import { accountTail } from '../../preload/contract/payee-fields.ts';
import { providerNames, type ProviderId } from '../../preload/contract/provider.ts';
import { useCall } from '../api.ts';
import { ask } from '../call.ts';
import { KeyHint } from '../components/kbd.tsx';
import { Money } from '../components/money.tsx';
import lines from '../components/list-lines.module.css';
import { names } from '../components/names.ts';
import { customerStatus, payoutStatus } from '../components/status-words.ts';
import { keyTable, type KeyName } from '../keys.ts';
import { useAppPart } from '../state/app-state.ts';
import { setUi } from '../state/ui.ts';
import { t } from '../text.ts';
import css from './palette.module.css';
import { screensFor } from './screens.ts';
import { useSwitchProfile } from './switch-profile.ts';

const c = names({ ...lines, ...css });

type Line = { readonly id: string; readonly icon: LucideIcon; readonly label: string; readonly detail?: ReactNode; readonly hint?: KeyName; readonly run: () => void };
type Part = { readonly id: string; readonly title: string; readonly lines: readonly Line[] };
type Go = ReturnType<typeof useNavigate>;

const close = () => setUi({ palette: false });

/** Search and commands: payouts, customers and payees that match, everything the app can do from anywhere, and the other profiles. */
export function Palette(): ReactElement {
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const go = useNavigate();
  const found = useCall('search.all', { query: asked }, { enabled: asked.length > 0, keep: true });
  const provider = useAppPart((state) => state.profile?.provider ?? null);
  const profiles = useOtherProfiles();
  const own = [commandsFor(provider, go), profiles].map((part) => ({ ...part, lines: part.lines.filter((line) => matches(line, query)) }));
  const parts = [...(asked && found.data ? foundParts(found.data, go) : []), ...own].filter((part) => part.lines.length > 0);
  return (
    <ModalOverlay className={c('overlay')} isOpen onOpenChange={(open) => { if (!open) close(); }} isDismissable>
      <Modal className={c('modal')}>
        <Dialog className={c('dialog')} aria-label={t('Search and commands')}>
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField className={c('search')} aria-label={t('Search or do anything')} autoFocus>
              <Search size={16} strokeWidth={1.75} aria-hidden />
              <Input className={c('input')} placeholder={t('Search or do anything')} />
            </SearchField>
            <Menu className={c('menu')} aria-label={t('What was found')} renderEmptyState={() => <p className={c('nothing')}>{t('Nothing matches')}</p>}>
              {parts.map((part) => (
                <MenuSection key={part.id} id={part.id} className={c('part')}>
                  <Header className={c('title')}>{part.title}</Header>
                  {part.lines.map((line) => <Entry key={line.id} line={line} />)}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Entry({ line }: { readonly line: Line }): ReactElement {
  const Icon = line.icon;
  return (
    <MenuItem id={line.id} textValue={line.label} className={c('entry')} onAction={() => { close(); line.run(); }}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span className={c('cut', 'label')}>{line.label}</span>
      {line.detail ? <span className={c('detail')}>{line.detail}</span> : null}
      {line.hint ? <KeyHint name={line.hint} /> : null}
    </MenuItem>
  );
}

function foundParts(found: Reply<'search.all'>, go: Go): readonly Part[] {
  const now = Date.now();
  return [
    {
      id: 'payouts', title: t('Payouts'),
      lines: found.payouts.map((row) => ({
        id: `payout-${row.id}`, icon: payoutStatus(row.state).icon, label: row.payeeName || t('Payout without a payee'),
        detail: <>{payoutStatus(row.state).word} {row.reference} {row.send ? <Money amount={row.send} /> : null}</>,
        run: () => void go({ to: '/payouts/$id', params: { id: row.id } }),
      })),
    },
    {
      id: 'customers', title: t('Customers'),
      lines: found.customers.map((row) => ({
        id: `customer-${row.id}`, icon: Users, label: row.name || t('Customer without a name'), detail: customerStatus(row, now).word,
        run: () => void go({ to: '/customers/$id', params: { id: row.id } }),
      })),
    },
    {
      id: 'payees', title: t('Pay someone again'),
      lines: found.payees.map((payee) => ({
        id: `payee-${payee.id}`, icon: Contact, label: payee.name, detail: `${payee.currency} ${accountTail(payee.details)}`,
        run: () => void go({ to: '/payouts/new', search: { payee: payee.id } }),
      })),
    },
  ];
}

/** Whether a command holds every word of the search. */
function matches(line: Line, query: string): boolean {
  return query.trim().toLowerCase().split(/\s+/).every((word) => line.label.toLowerCase().includes(word));
}

function commandsFor(provider: ProviderId | null, go: Go): Part {
  const newOne: readonly Line[] = provider === 'kira'
    ? [{ id: 'new-recipient', icon: UserPlus, label: t('New recipient'), hint: 'new-recipient', run: () => void go({ to: '/recipients/new' }) }]
    : [{ id: 'new-customer', icon: UserPlus, label: t('New customer'), hint: 'new-customer', run: () => void go({ to: '/customers/new' }) }];
  const lines: readonly Line[] = [
    { id: 'new-payout', icon: Plus, label: t('New payout'), hint: 'new-payout', run: () => void go({ to: '/payouts/new' }) },
    ...newOne,
    ...screensFor(provider).map(({ to, icon, key }): Line => ({ id: `to-${to}`, icon, label: keyTable[key].words(), hint: key, run: () => void go({ to }) })),
    { id: 'needs-you', icon: CircleDot, label: t('Payouts that need you'), run: () => void go({ to: '/payouts', search: { view: 'needs-you' } }) },
    { id: 'profiles', icon: FlaskConical, label: t('Profiles and keys'), run: () => void go({ to: '/settings/profiles' }) },
    { id: 'settings', icon: Settings, label: t('Settings'), hint: 'settings', run: () => void go({ to: '/settings/general' }) },
    { id: 'keys', icon: Keyboard, label: t('List of keys'), hint: 'keys', run: () => setUi({ keysSheet: true }) },
    { id: 'lock', icon: Lock, label: t('Lock now'), hint: 'lock', run: () => void ask('vault.lock', { reason: 'user' }) },
  ];
  return { id: 'all-commands', title: t('Commands'), lines };
}

/** The profiles to change to. */
function useOtherProfiles(): Part {
  const chosen = useAppPart((state) => state.profile?.id);
  const list = useCall('profiles.list', {});
  const { pick } = useSwitchProfile();
  const others = (list.data ?? []).filter((one) => one.id !== chosen);
  return { id: 'other-profiles', title: t('Profiles'), lines: others.map((one) => ({
    id: `profile-${one.id}`, icon: ArrowLeftRight, label: t('Change to {name}', { name: one.name }), detail: profileDetail(one), run: () => pick(one),
  })) };
}

function profileDetail({ provider, env }: Profile): string {
  return `${providerNames[provider]} ${env === 'live' ? t('LIVE') : t('SANDBOX')}`;
}

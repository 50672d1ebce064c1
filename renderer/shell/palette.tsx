import { useNavigate } from '@tanstack/react-router';
import { CircleDot, Contact, FlaskConical, Keyboard, Lock, Plus, Search, Send, Settings, Sun, UserPlus, Users, type LucideIcon } from 'lucide-react';
import { useDeferredValue, useState, type ReactElement, type ReactNode } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import type { Reply } from '../../preload/contract/api.ts';
import { accountTail } from '../../preload/contract/payee-fields.ts';
import { useCall } from '../api.ts';
import { ask } from '../call.ts';
import { KeyHint } from '../components/kbd.tsx';
import { Money } from '../components/money.tsx';
import lines from '../components/list-lines.module.css';
import { names } from '../components/names.ts';
import { customerStatus, payoutStatus } from '../components/status-words.ts';
import type { KeyName } from '../keys.ts';
import { setUi } from '../state/ui.ts';
import { t } from '../text.ts';
import css from './palette.module.css';

const c = names({ ...lines, ...css });

type Line = { readonly id: string; readonly icon: LucideIcon; readonly label: string; readonly detail?: ReactNode; readonly hint?: KeyName; readonly run: () => void };
type Part = { readonly id: string; readonly title: string; readonly lines: readonly Line[] };
type Go = ReturnType<typeof useNavigate>;

const close = () => setUi({ palette: false });

/** Search and commands: payouts, customers and payees that match, and everything the app can do from anywhere. */
export function Palette(): ReactElement {
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const go = useNavigate();
  const found = useCall('search.all', { query: asked }, { enabled: asked.length > 0, keep: true });
  const parts = [...(asked && found.data ? foundParts(found.data, go) : []), commandsFor(query, go)].filter((part) => part.lines.length > 0);
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

function commandsFor(query: string, go: Go): Part {
  const all: readonly Line[] = [
    { id: 'new-payout', icon: Plus, label: t('New payout'), hint: 'new-payout', run: () => void go({ to: '/payouts/new' }) },
    { id: 'new-customer', icon: UserPlus, label: t('New customer'), hint: 'new-customer', run: () => void go({ to: '/customers/new' }) },
    { id: 'today', icon: Sun, label: t('Go to Today'), hint: 'go-today', run: () => void go({ to: '/today' }) },
    { id: 'to-customers', icon: Users, label: t('Go to Customers'), hint: 'go-customers', run: () => void go({ to: '/customers' }) },
    { id: 'to-payouts', icon: Send, label: t('Go to Payouts'), hint: 'go-payouts', run: () => void go({ to: '/payouts' }) },
    { id: 'needs-you', icon: CircleDot, label: t('Payouts that need you'), run: () => void go({ to: '/payouts', search: { view: 'needs-you' } }) },
    { id: 'profiles', icon: FlaskConical, label: t('Profiles and keys'), run: () => void go({ to: '/settings/profiles' }) },
    { id: 'settings', icon: Settings, label: t('Settings'), hint: 'settings', run: () => void go({ to: '/settings/general' }) },
    { id: 'keys', icon: Keyboard, label: t('List of keys'), hint: 'keys', run: () => setUi({ keysSheet: true }) },
    { id: 'lock', icon: Lock, label: t('Lock now'), hint: 'lock', run: () => void ask('vault.lock', { reason: 'user' }) },
  ];
  const words = query.trim().toLowerCase().split(/\s+/);
  return { id: 'commands', title: t('Commands'), lines: all.filter((line) => words.every((word) => line.label.toLowerCase().includes(word))) };
}

import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { PayoutView } from '../preload/contract/payouts.ts';
import type { ProviderId } from '../preload/contract/provider.ts';
import { Frame } from './shell/frame.tsx';
import { Lost } from './shell/lost.tsx';
import { Mishap } from './shell/mishap.tsx';
import { useAppState } from './state/app-state.ts';

const root = createRootRoute({ component: Frame, notFoundComponent: Lost });

// Written out here, so that the entry doesn't carry the contract's schemas.
const views = ['all', 'needs-you', 'drafts', 'on-the-way', 'done'] as const satisfies readonly PayoutView[];
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the list of payouts keeps in its address. */
type PayoutsSearch = { readonly view?: PayoutView; readonly q?: string };
/** What the list of customers keeps in its address. */
type CustomersSearch = { readonly q?: string; readonly state?: string };
/** What a new payout starts from; `recipient` and `account` are Kira's. */
type NewPayoutSearch = { readonly customer?: string; readonly payee?: string; readonly recipient?: string; readonly account?: string };
/** A recipient that was made for a payout and comes back to it. */
type PayoutSearch = { readonly recipient?: string };
/** What the list of recipients keeps in its address. */
type RecipientsSearch = { readonly q?: string };
/** The payout that a recipient is made for: the way leads back to it. */
type RecipientSearch = { readonly for?: string };

function some<T extends Record<string, unknown>>(from: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** Lets in only profiles of one provider; the screen of another leads to Today. */
const only = (provider: ProviderId) => () => {
  const now = useAppState.getState().state?.profile?.provider;
  if (now !== undefined && now !== provider) throw redirect({ to: '/today', replace: true });
};

const home = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: '/today', replace: true }); } });
const today = createRoute({
  getParentRoute: () => root, path: '/today', component: lazyRouteComponent(() => import('./screens/today/today.tsx'), 'TodayScreen'),
});

const customers = createRoute({
  getParentRoute: () => root, path: '/customers', beforeLoad: only('blaaiz'),
  validateSearch: (search): CustomersSearch => some({ q: text(search['q']), state: text(search['state']) }),
  component: lazyRouteComponent(() => import('./screens/customers/customers.tsx'), 'CustomersScreen'),
});
const newCustomer = createRoute({
  getParentRoute: () => root, path: '/customers/new', beforeLoad: only('blaaiz'), component: lazyRouteComponent(() => import('./screens/customers/customer.tsx'), 'NewCustomerScreen'),
});
const customer = createRoute({
  getParentRoute: () => root, path: '/customers/$id', beforeLoad: only('blaaiz'), component: lazyRouteComponent(() => import('./screens/customers/customer.tsx'), 'CustomerScreen'),
});

const payouts = createRoute({
  getParentRoute: () => root, path: '/payouts',
  validateSearch: (search): PayoutsSearch => some({ view: views.find((view) => view === search['view']), q: text(search['q']) }),
  component: lazyRouteComponent(() => import('./screens/payouts/payouts.tsx'), 'PayoutsScreen'),
});
const newPayout = createRoute({
  getParentRoute: () => root, path: '/payouts/new',
  validateSearch: (search): NewPayoutSearch => some({
    customer: text(search['customer']), payee: text(search['payee']), recipient: text(search['recipient']), account: text(search['account']),
  }),
  component: lazyRouteComponent(() => import('./screens/payouts/payout.tsx'), 'NewPayoutScreen'),
});
const payout = createRoute({
  getParentRoute: () => root, path: '/payouts/$id',
  validateSearch: (search): PayoutSearch => some({ recipient: text(search['recipient']) }),
  component: lazyRouteComponent(() => import('./screens/payouts/payout.tsx'), 'PayoutScreen'),
});
const review = createRoute({
  getParentRoute: () => root, path: '/payouts/$id/review', component: lazyRouteComponent(() => import('./screens/payouts/review.tsx'), 'ReviewScreen'),
});
const findOut = createRoute({
  getParentRoute: () => root, path: '/payouts/$id/find-out', component: lazyRouteComponent(() => import('./screens/payouts/find-out.tsx'), 'FindOutScreen'),
});

const unknown = createRoute({
  getParentRoute: () => root, path: '/unknown', component: lazyRouteComponent(() => import('./screens/payouts/find-out-list.tsx'), 'FindOutListScreen'),
});
const away = createRoute({
  getParentRoute: () => root, path: '/away', component: lazyRouteComponent(() => import('./screens/away/away.tsx'), 'AwayScreen'),
});

const deposits = createRoute({
  getParentRoute: () => root, path: '/deposits', beforeLoad: only('kira'), component: lazyRouteComponent(() => import('./screens/deposits/deposits.tsx'), 'DepositsScreen'),
});
const deposit = createRoute({
  getParentRoute: () => root, path: '/deposits/$id', beforeLoad: only('kira'),
  component: lazyRouteComponent(async () => {
    const { DepositScreen } = await import('./screens/deposits/deposit.tsx');
    return { Deposit: function Deposit() {
      const { id } = deposit.useParams();
      return <DepositScreen key={id} id={id} />;
    } };
  }, 'Deposit'),
});

const repairs = createRoute({
  getParentRoute: () => root, path: '/repairs', component: lazyRouteComponent(() => import('./screens/repairs/repairs.tsx'), 'RepairsScreen'),
});
const repair = createRoute({
  getParentRoute: () => root, path: '/repairs/$id', component: lazyRouteComponent(() => import('./screens/repairs/repair.tsx'), 'RepairScreen'),
});

const recipients = createRoute({
  getParentRoute: () => root, path: '/recipients', beforeLoad: only('kira'),
  validateSearch: (search): RecipientsSearch => some({ q: text(search['q']) }),
  component: lazyRouteComponent(() => import('./screens/recipients/recipients.tsx'), 'RecipientsScreen'),
});
const newRecipient = createRoute({
  getParentRoute: () => root, path: '/recipients/new', beforeLoad: only('kira'),
  validateSearch: (search): RecipientSearch => some({ for: text(search['for']) }),
  component: lazyRouteComponent(() => import('./screens/recipients/recipient.tsx'), 'NewRecipientScreen'),
});
const recipient = createRoute({
  getParentRoute: () => root, path: '/recipients/$id', beforeLoad: only('kira'),
  validateSearch: (search): RecipientSearch => some({ for: text(search['for']) }),
  component: lazyRouteComponent(() => import('./screens/recipients/recipient.tsx'), 'RecipientScreen'),
});

const accounts = createRoute({
  getParentRoute: () => root, path: '/accounts', beforeLoad: only('kira'), component: lazyRouteComponent(() => import('./screens/accounts/accounts.tsx'), 'AccountsScreen'),
});

const settings = createRoute({
  getParentRoute: () => root, path: '/settings', component: lazyRouteComponent(() => import('./screens/settings/settings.tsx'), 'SettingsScreen'),
});
const settingsHome = createRoute({
  getParentRoute: () => settings, path: '/', beforeLoad: () => { throw redirect({ to: '/settings/general', replace: true }); },
});
const general = createRoute({
  getParentRoute: () => settings, path: '/general', component: lazyRouteComponent(() => import('./screens/settings/general.tsx'), 'GeneralPage'),
});
const profiles = createRoute({
  getParentRoute: () => settings, path: '/profiles', component: lazyRouteComponent(() => import('./screens/settings/profiles.tsx'), 'ProfilesPage'),
});
const newProfile = createRoute({
  getParentRoute: () => settings, path: '/profiles/new', component: lazyRouteComponent(() => import('./screens/settings/new-profile.tsx'), 'NewProfilePage'),
});
const profile = createRoute({
  getParentRoute: () => settings, path: '/profiles/$id', component: lazyRouteComponent(() => import('./screens/settings/profile.tsx'), 'ProfilePage'),
});
const lock = createRoute({
  getParentRoute: () => settings, path: '/lock', component: lazyRouteComponent(() => import('./screens/settings/lock.tsx'), 'LockPage'),
});
const rules = createRoute({
  getParentRoute: () => settings, path: '/rules', component: lazyRouteComponent(() => import('./screens/settings/rules.tsx'), 'RulesPage'),
});
const limits = createRoute({
  getParentRoute: () => settings, path: '/limits', component: lazyRouteComponent(() => import('./screens/settings/limits.tsx'), 'LimitsPage'),
});
const auditLog = createRoute({
  getParentRoute: () => settings, path: '/audit', component: lazyRouteComponent(() => import('./screens/settings/audit.tsx'), 'AuditPage'),
});
const backup = createRoute({
  getParentRoute: () => settings, path: '/backup', component: lazyRouteComponent(() => import('./screens/settings/backup.tsx'), 'BackupPage'),
});
const about = createRoute({
  getParentRoute: () => settings, path: '/about', component: lazyRouteComponent(() => import('./screens/settings/about.tsx'), 'AboutPage'),
});

const tree = root.addChildren([
  home, today, customers, newCustomer, customer, payouts, newPayout, payout, review, findOut, unknown, away, deposits, deposit, repairs, repair, recipients, newRecipient, recipient, accounts,
  settings.addChildren([settingsHome, general, profiles, newProfile, profile, lock, rules, limits, auditLog, backup, about]),
]);

/** A router whose address lives after the `#`, so that it survives the lock and needs no server. */
export function makeRouter() {
  return createRouter({ routeTree: tree, history: createHashHistory(), defaultPendingMs: 200, defaultErrorComponent: Mishap, scrollRestoration: false });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

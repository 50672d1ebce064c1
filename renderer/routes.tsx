import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { PayoutView } from '../preload/contract/payouts.ts';
import { Frame } from './shell/frame.tsx';
import { Lost } from './shell/lost.tsx';
import { Mishap } from './shell/mishap.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: Lost });

// Written out here, so that the entry doesn't carry the contract's schemas.
const views = ['all', 'needs-you', 'drafts', 'on-the-way', 'done'] as const satisfies readonly PayoutView[];
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What the list of payouts keeps in its address. */
type PayoutsSearch = { readonly view?: PayoutView; readonly q?: string };
/** What the list of customers keeps in its address. */
type CustomersSearch = { readonly q?: string; readonly state?: string };
/** What a new payout starts from. */
type NewPayoutSearch = { readonly customer?: string; readonly payee?: string };

function some<T extends Record<string, unknown>>(from: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}

const home = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: '/today', replace: true }); } });
const today = createRoute({
  getParentRoute: () => root, path: '/today', component: lazyRouteComponent(() => import('./screens/today/today.tsx'), 'TodayScreen'),
});

const customers = createRoute({
  getParentRoute: () => root, path: '/customers',
  validateSearch: (search): CustomersSearch => some({ q: text(search['q']), state: text(search['state']) }),
  component: lazyRouteComponent(() => import('./screens/customers/customers.tsx'), 'CustomersScreen'),
});
const newCustomer = createRoute({
  getParentRoute: () => root, path: '/customers/new', component: lazyRouteComponent(() => import('./screens/customers/customer.tsx'), 'NewCustomerScreen'),
});
const customer = createRoute({
  getParentRoute: () => root, path: '/customers/$id', component: lazyRouteComponent(() => import('./screens/customers/customer.tsx'), 'CustomerScreen'),
});

const payouts = createRoute({
  getParentRoute: () => root, path: '/payouts',
  validateSearch: (search): PayoutsSearch => some({ view: views.find((view) => view === search['view']), q: text(search['q']) }),
  component: lazyRouteComponent(() => import('./screens/payouts/payouts.tsx'), 'PayoutsScreen'),
});
const newPayout = createRoute({
  getParentRoute: () => root, path: '/payouts/new',
  validateSearch: (search): NewPayoutSearch => some({ customer: text(search['customer']), payee: text(search['payee']) }),
  component: lazyRouteComponent(() => import('./screens/payouts/payout.tsx'), 'NewPayoutScreen'),
});
const payout = createRoute({
  getParentRoute: () => root, path: '/payouts/$id', component: lazyRouteComponent(() => import('./screens/payouts/payout.tsx'), 'PayoutScreen'),
});
const review = createRoute({
  getParentRoute: () => root, path: '/payouts/$id/review', component: lazyRouteComponent(() => import('./screens/payouts/review.tsx'), 'ReviewScreen'),
});
const findOut = createRoute({
  getParentRoute: () => root, path: '/payouts/$id/find-out', component: lazyRouteComponent(() => import('./screens/payouts/find-out.tsx'), 'FindOutScreen'),
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
const about = createRoute({
  getParentRoute: () => settings, path: '/about', component: lazyRouteComponent(() => import('./screens/settings/about.tsx'), 'AboutPage'),
});

const tree = root.addChildren([
  home, today, customers, newCustomer, customer, payouts, newPayout, payout, review, findOut,
  settings.addChildren([settingsHome, general, profiles, newProfile, profile, lock, rules, about]),
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

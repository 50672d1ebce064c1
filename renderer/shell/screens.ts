import { BookUser, Hourglass, Landmark, Send, Sun, Users, Wrench, type LucideIcon } from 'lucide-react';
import type { ProviderId } from '../../preload/contract/provider.ts';
import type { KeyName } from '../keys.ts';
import { t } from '../text.ts';

/** One screen of the sidebar: where it is, its word, and the keys that lead there. `only` names the one provider that has it. */
export type ScreenEntry = {
  readonly to: '/today' | '/customers' | '/payouts' | '/repairs' | '/deposits' | '/recipients' | '/accounts';
  readonly icon: LucideIcon;
  readonly words: () => string;
  readonly key: KeyName;
  readonly only?: ProviderId;
};

const all: readonly ScreenEntry[] = [
  { to: '/today', icon: Sun, words: () => t('Today'), key: 'go-today' },
  { to: '/customers', icon: Users, words: () => t('Customers'), key: 'go-customers', only: 'blaaiz' },
  { to: '/payouts', icon: Send, words: () => t('Payouts'), key: 'go-payouts' },
  { to: '/deposits', icon: Hourglass, words: () => t('Deposits'), key: 'go-deposits', only: 'kira' },
  { to: '/repairs', icon: Wrench, words: () => t('Repairs'), key: 'go-repairs' },
  { to: '/recipients', icon: BookUser, words: () => t('Recipients'), key: 'go-recipients', only: 'kira' },
  { to: '/accounts', icon: Landmark, words: () => t('Accounts'), key: 'go-accounts', only: 'kira' },
];

/** The screens that a profile of this provider has, in the sidebar's order. */
export function screensFor(provider: ProviderId | null): readonly ScreenEntry[] {
  return all.filter(({ only }) => only === undefined || only === provider);
}

import type { CustomerState } from '../../../preload/contract/customers.ts';
import { t } from '../../text.ts';

/** The tabs of the list and the states behind each; none means all. What was cut is being verified: it only has to go on. */
export const customerViews = {
  all: [],
  verifying: ['submitting', 'cut', 'pending'],
  verified: ['verified'],
  rejected: ['rejected'],
  drafts: ['draft'],
} as const satisfies Record<string, readonly CustomerState[]>;

/** The name of a tab. */
export type CustomerView = keyof typeof customerViews;

/** The tabs in order. */
export const viewOrder = Object.keys(customerViews) as readonly CustomerView[];

/** A tab from what the address says. */
export function viewOf(text: string | undefined): CustomerView {
  return viewOrder.find((view) => view === text) ?? 'all';
}

/** The word on a tab. */
export function viewLabel(view: CustomerView): string {
  switch (view) {
    case 'all': return t('All');
    case 'verifying': return t('Being verified');
    case 'verified': return t('Verified');
    case 'rejected': return t('Rejected');
    case 'drafts': return t('Drafts');
  }
}

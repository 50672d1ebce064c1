/** The address of finding out; a payout that is no longer unknown shows the page of its state. */
export { PayoutScreen as FindOutScreen } from './payout.tsx';

/** The address of a review; a payout that is no longer ready shows the page of its state. */
export { PayoutScreen as ReviewScreen } from './payout.tsx';

import { appError, type AppError, type ErrorCode } from '../../preload/contract/errors.ts';

/** The error while no provider is there to ask. */
export const noProvider = appError('not-set-up', 'No Blaaiz profile is open.', { fix: 'Choose a profile in Settings.' });

/** The error while a submission runs. */
export const underWay = appError('conflict', 'This customer is being submitted right now.', { fix: 'Wait until it is done, or stop it.' });

/** The error for what needs the customer to be at the provider already. */
export const notSentYet = appError('conflict', 'This customer has not been sent to Blaaiz yet.', { fix: 'Submit it for verification first.' });

/** The error when the provider no longer knows a customer. */
export const unknownThere = appError('not-found', 'Blaaiz does not know this customer.', {
  fix: 'It may belong to another profile, or have been removed at Blaaiz. Ask Blaaiz support with the customer\u2019s id.',
});

const unsure: readonly ErrorCode[] = ['outcome-unknown', 'timeout', 'provider-down', 'provider-unreadable', 'cancelled', 'offline'];

/** Tells whether a write that ended so may still have arrived. */
export function mayHaveArrived(error: AppError): boolean {
  return unsure.includes(error.code);
}

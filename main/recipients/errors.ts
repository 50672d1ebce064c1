import { appError, type AppError, type FieldIssue } from '../../preload/contract/errors.ts';

/** The error while no Kira profile is connected. */
export const noConnection = appError('not-set-up', 'This profile has no connection to Kira.', { fix: 'Choose a Kira profile in Settings, or add its keys there.' });

/** The error when somebody wants to change what Kira has. */
export const fixedThere = appError('conflict', 'Kira has this recipient, and recipients can\u2019t be changed there.', {
  fix: 'Make a new one with the right details, and hide this one.',
});

/** The error when somebody wants to change or remove what Kira may have. */
export const notKnownYet = appError('conflict', 'It isn\u2019t known yet whether Kira made this recipient.', { fix: 'Try again to find out: nothing is made twice.' });

/** The error with the fields that stop a recipient. */
export function incomplete(fields: FieldIssue[]): AppError {
  return appError('validation', fields.length === 1 ? 'One thing is missing or wrong.' : `${fields.length} things are missing or wrong.`, {
    fix: 'Put right what is marked. Nothing was sent.', fields,
  });
}

/** The problem of a recipient while it isn't known whether it was made; `cause` is a sentence without its full stop. */
export function perhapsMade(cause: string): AppError {
  return appError('outcome-unknown', `It isn\u2019t known whether Kira made this recipient: ${cause}.`, { fix: 'Try again to find out: nothing is made twice.' });
}

/** The problem of a recipient that Kira was asked for long ago and doesn't have: a person decides whether it is made anew. */
export const neverMade = appError('provider-refused', 'Kira doesn\u2019t have this recipient: what was sent never arrived.', { fix: 'Look it over, and make it again.' });

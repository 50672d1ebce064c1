import { z } from 'zod';

/** Every code an error of ours can carry; the screen decides by code, never by text. */
export const errorCodes = [
  'validation', 'not-found', 'conflict', 'locked', 'not-set-up', 'storage', 'internal', 'cancelled', 'refused-sender',
  'keychain-unavailable', 'keychain-denied', 'keychain-timeout', 'wrong-passphrase', 'key-mismatch',
  'offline', 'timeout', 'tls', 'clock-skew', 'signed-out', 'scope-missing', 'rate-limited',
  'insufficient-funds', 'duplicate-reference', 'provider-refused', 'provider-down', 'provider-unreadable', 'outcome-unknown',
  'file-type', 'file-size', 'file-empty', 'file-pages', 'file-damaged', 'file-hostile', 'document-stopped', 'camera', 'id-card-refused', 'upload-expired', 'upload-refused',
  'customer-locked', 'customer-not-verified', 'extra-checks', 'prerequisite', 'price-changed', 'already-sent', 'too-late',
  'scanner-busy', 'scanner-jam', 'scanner-cover', 'scanner-empty', 'scanner-stopped', 'scanner-refused', 'scanner-gone', 'scanner-cancelled', 'scanner-changed',
  'scanner-unreadable', 'scanner-outside',
  'over-limit', 'duplicate-suspected', 'money-not-back', 'look-first', 'audit-broken',
  'code-needed', 'code-wrong', 'code-blocked', 'deposit-expired',
] as const;

/** A code from {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with one field or file: `path` names it as the form does (camelCase, dotted for nested values). */
export const fieldIssueSchema = z.strictObject({ path: z.string(), message: z.string() });

/** An error as it crosses to the screen: what happened and why (`message`), what to do next (`fix`), where (`fields`),
 *  and the provider's reference for support when there is one. Never a stack, path, token or raw provider body. */
export const appErrorSchema = z.strictObject({
  code: z.enum(errorCodes),
  message: z.string(),
  fix: z.string().optional(),
  fields: z.array(fieldIssueSchema).optional(),
  reference: z.string().optional(),
});

/** One field's problem. */
export type FieldIssue = z.infer<typeof fieldIssueSchema>;
/** An expected failure, for people. */
export type AppError = Readonly<z.infer<typeof appErrorSchema>>;

/** Builds an {@link AppError}; optional parts are left out when not given. */
export function appError(code: ErrorCode, message: string, more: Omit<AppError, 'code' | 'message'> = {}): AppError {
  return { code, message, ...more };
}

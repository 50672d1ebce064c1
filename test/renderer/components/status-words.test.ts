import { expect, it } from 'vitest';
import { needsPersonStates, payoutStates } from '../../../preload/contract/payouts.ts';
import { customerStatus, documentStatus, heldStatus, payoutStatus, rawStatus } from '../../../renderer/components/status-words.ts';

const hour = 3_600_000;

it('fills exactly the payouts that need a person, and those on their way that wait for a deposit, which only a person can make', () => {
  const filled = payoutStates.filter((state) => payoutStatus(state).person);
  expect([...filled].sort()).toEqual([...needsPersonStates, 'awaiting_deposit'].sort());
});

it('says of a payout that the provider reviews that somebody may be asked', () => {
  expect(heldStatus()).toMatchObject({ word: 'Held for review', family: 'wait', person: true });
});

it('gives each state its own icon and word', () => {
  const words = payoutStates.map((state) => payoutStatus(state));
  expect(new Set(words.map((one) => one.word)).size).toBe(payoutStates.length);
  expect(new Set(words.map((one) => one.icon)).size).toBe(payoutStates.length);
});

it('keeps violet for what we do not know ourselves', () => {
  expect(payoutStates.filter((state) => payoutStatus(state).family === 'unk')).toEqual(['unknown']);
  expect(rawStatus('ON_HOLD_X')).toMatchObject({ word: 'ON_HOLD_X', family: 'idle', person: false });
});

it('lets a pending customer become late and then urgent', () => {
  const pending = { state: 'pending' as const, extraChecks: false, pendingSince: 0 };
  expect([hour, 3 * hour, 5 * hour].map((now) => customerStatus(pending, now).word)).toEqual(['Pending', 'Late', 'Escalate now']);
});

it('does not call a customer with extra checks verified', () => {
  expect(customerStatus({ state: 'verified', extraChecks: true, pendingSince: null }, 0)).toMatchObject({ word: 'Extra checks', person: true });
});

it('rounds an upload down, so that 100% means done', () => {
  expect(documentStatus({ state: 'uploading', sent: 999, bytes: 1000 }).word).toBe('Uploading 99%');
  expect(documentStatus(null).word).toBe('Empty');
});

import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Payout } from '../../../../preload/contract/payouts.ts';
import { heldForReview, statusSentence } from '../../../../renderer/screens/payouts/status-sentence.ts';
import { depositDesk, depositPayout, fiatPayout } from '../../fake/deposit-samples.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { start } from '../../stage.tsx';

const open = (change: Partial<Payout> = {}) => start('/payouts/fiat-1', { world: depositDesk(fiatPayout(Date.now(), change)) });

describe('a payout at Kira', () => {
  it('shows the UETR, ready to copy, and what it is for', async () => {
    open({ uetr: '97ed4827-7b6f-4491-a06f-b548d5a7512d' });
    expect(await screen.findByText('97ed4827-7b6f-4491-a06f-b548d5a7512d')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Copy UETR' })).toBeDefined();
    expect(screen.getByText(/banks trace a SWIFT payment/)).toBeDefined();
  });

  it('tells account, way of paying, recipient, documents and the key it was sent under', async () => {
    open();
    const facts = within(await screen.findByLabelText('What was sent'));
    expect(await facts.findByText('Operations')).toBeDefined();
    expect(facts.getByText('From the dollar account at Kira')).toBeDefined();
    expect(facts.getByText('000774417745')).toBeDefined();
    expect(facts.getByText('Routing number: 026009593')).toBeDefined();
    expect(facts.getByText('Wire in US dollars')).toBeDefined();
    expect(facts.getByText('Memo')).toBeDefined();
    expect(facts.queryByText('Reference')).toBeNull();
    expect(facts.getByRole('button', { name: 'Look at Invoice 5517.pdf' })).toBeDefined();
    expect(facts.getByText('Invoice 5517.pdf, invoice, 182 kB, Harbour dues, October')).toBeDefined();
    expect(facts.getByText('Idempotency key')).toBeDefined();
    expect(facts.queryByText('Our reference')).toBeNull();
    expect(document.body.textContent).not.toContain('Blaaiz');
  });

  it('is called by memo and payee, and stands in the list under Kira’s words', async () => {
    open({ reference: 'MI-0918', payeeName: 'Calder Freight Inc' });
    expect(await screen.findByRole('heading', { level: 1, name: 'MI-0918, Calder Freight Inc' })).toBeDefined();
    cleanup();
    start('/payouts', { world: depositDesk(fiatPayout(Date.now())) });
    const heads = within(await screen.findByRole('grid', { name: 'Payouts' })).getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads).toEqual(expect.arrayContaining(['Account', 'Memo']));
    expect(heads).not.toContain('Customer');
  });

  it('says that Kira reviews it, in whatever case Kira writes it', async () => {
    open({ providerStatus: 'IN_REVIEW' });
    expect(await screen.findByText('Kira holds it for review')).toBeDefined();
    expect(screen.getByText('Held for review')).toBeDefined();
    expect(heldForReview({ state: 'processing', providerStatus: 'kyt_pending' })).toBe(true);
    expect(heldForReview({ state: 'completed', providerStatus: 'IN_REVIEW' })).toBe(false);
  });

  it('trap 18: tells of one that came back what to look for and how to repair it', async () => {
    const { user, world } = open({ state: 'returned', needsPerson: true });
    expect(await screen.findByText('The bank sent it back')).toBeDefined();
    expect(screen.getByText(/back in the account; the fees may have been kept.*correct the account in a copy/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Make a corrected copy' }));
    await waitFor(() => expect(requestsOf(world, 'payouts.clone')).toEqual([{ id: 'fiat-1' }]));
  });

  it('does not promise where the money of a deposit went', () => {
    const payout = depositPayout(Date.now(), { state: 'returned', needsPerson: true });
    expect(statusSentence(payout).next).toMatch(/Ask Kira support where the deposit is/);
  });

  it('says who in the story', async () => {
    open({ timeline: [{ id: 'e1', at: Date.now(), source: 'kira', actor: null, what: 'Processing', detail: 'wire', state: 'processing', count: 1 }] });
    expect(await screen.findByText('Kira. wire')).toBeDefined();
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Capture } from '../../../../preload/contract/captures.ts';
import type { Customer, CustomerFields, Rejection } from '../../../../preload/contract/customers.ts';
import type { DocumentInfo } from '../../../../preload/contract/documents.ts';
import type { Evidence } from '../../../../preload/contract/evidence.ts';
import { sampleCapture, trayOf } from '../../fake/sample-captures.ts';
import { sampleCustomer, sampleDocument } from '../../fake/sample-customers.ts';
import { glaringEvidence, goodEvidence } from '../../fake/sample-evidence.ts';
import { samplePng } from '../../fake/sample-files.ts';
import { requestsOf } from '../../fake-bursar.ts';
import { looks, start } from '../../stage.tsx';

const whole: Partial<CustomerFields> = { firstName: 'Thea Ines', lastName: 'Marlowe', country: 'KE', email: 'thea@quay.example', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22' };
const page = (evidence: Evidence, change: Partial<DocumentInfo> = {}) => sampleDocument('identity', Date.now(), { name: 'page.png', mime: 'image/png', pages: null, evidence: [evidence], captureIds: ['p1'], ...change });
const shot = (change: Partial<Capture> = {}) => sampleCapture('p1', { documentId: 'doc-identity', ...change });
const open = (customer: Customer, ...captures: readonly Capture[]) => start(`/customers/${customer.id}`, { world: { customers: [customer], files: new Map([['doc-identity', samplePng(8, 8)]]), ...trayOf(...captures) } });
const draft = (documents: DocumentInfo[], fields: Partial<CustomerFields> = {}) => sampleCustomer('c1', 'draft', { ...whole, ...fields }, Date.now(), { documents });
const field = (name: string) => screen.findByRole('textbox', { name: new RegExp(`^${name}`) });

describe('the verdict', () => {
  it('says every check with its value, and what matches the form', async () => {
    looks();
    open(draft([page(goodEvidence)]), shot());
    await screen.findByText('Passed: every check is fine');
    const list = screen.getByRole('list', { name: 'Checks of passport page' });
    expect(within(list).getAllByRole('img', { name: 'Passes' }).length).toBeGreaterThan(10);
    expect(within(list).getByText('342 dpi, at least 200')).toBeDefined();
    expect(screen.getByText('Matches')).toBeDefined();
    expect(screen.getByText(/^Passed, PNG/)).toBeDefined();
  });

  it('follows the form as it is typed, without a new look', async () => {
    const looker = looks();
    const { user } = open(draft([page(goodEvidence)]), shot());
    const number = await field('Passport number');
    await screen.findByText('Passed: every check is fine');
    const before = looker.calls.length;
    await user.type(number, '7');
    await screen.findByText(/^Look again: the form.s number is longer than the document.s$/);
    expect(screen.queryByText('Matches')).toBeNull();
    expect(within(screen.getByRole('region', { name: 'Form' })).getByText(/number is longer/)).toBeDefined();
    await user.type(number, '{Backspace}');
    await screen.findByText('Passed: every check is fine');
    expect(looker.calls.length).toBe(before);
  });

  it('names the slot that would be refused, on the button and in the summary', async () => {
    looks();
    const { user, world } = open(draft([page(glaringEvidence)]), shot());
    await screen.findByText('Look again: glare hides part of the passport');
    await user.click(screen.getByRole('button', { name: /Submit for verification/ }));
    await screen.findByText(/look again: glare hides part of the passport\./);
    expect(requestsOf(world, 'customers.submit')).toEqual([]);
  });

  it('lets a person keep it with a reason of ten letters, shows what is kept of it, and then it can go', async () => {
    looks();
    const { user, world } = open(draft([page(glaringEvidence)]), shot());
    await user.click(await screen.findByRole('button', { name: 'Keep, with a reason' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Femke Osei kept passport page in spite of: glare.')).toBeDefined();
    await user.type(within(dialog).getByRole('textbox', { name: 'Why it is kept' }), 'The lamp');
    await user.click(within(dialog).getByRole('button', { name: 'Keep it' }));
    await within(dialog).findByText(/Write at least 10 characters/);
    expect(requestsOf(world, 'documents.override')).toEqual([]);
    await user.type(within(dialog).getByRole('textbox', { name: 'Why it is kept' }), ' lies on the cover only');
    await user.click(within(dialog).getByRole('button', { name: 'Keep it' }));
    await screen.findByText('Kept with a reason: “The lamp lies on the cover only”');
    expect(requestsOf(world, 'documents.override')).toEqual([{ customerId: 'c1', documentId: 'doc-identity', ids: ['glare'], reason: 'The lamp lies on the cover only' }]);
    expect(screen.getByRole('button', { name: /Submit for verification/ }).getAttribute('aria-disabled')).toBeNull();
  });

  it('is asked for where a document was kept before documents were looked at', async () => {
    looks();
    const { user, world } = open(draft([page(goodEvidence, { evidence: [], captureIds: [] })]));
    await user.click(await screen.findByRole('button', { name: 'Check it now' }));
    await screen.findByText('Passed: every check is fine');
    expect(requestsOf(world, 'documents.place')).toMatchObject([{ slot: 'identity', evidence: [goodEvidence] }]);
  });

  it('comes anew when the document is said to be of another kind', async () => {
    const looker = looks();
    const { user } = open(draft([page(goodEvidence)]), shot());
    await screen.findByText('Passed: every check is fine');
    await user.click(screen.getByRole('radio', { name: 'Resident permit' }));
    await screen.findByText(/^Stopped: this is a passport, not a resident permit/i);
    await waitFor(() => expect(looker.calls).toContain('look p1.png 1 identity'));
  });

  it('has no such way where it stops, and says why', async () => {
    looks();
    open(draft([page(goodEvidence)], { country: 'GH' }), shot());
    await screen.findByText(/^Stopped: issued by Kenya/);
    expect(screen.getByText(/No reason lets this go: Blaaiz would refuse it\./)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Keep, with a reason' })).toBeNull();
  });

  it('is taken again with R, from where it came, and marks go with V', async () => {
    looks();
    const { user } = open(draft([page(glaringEvidence)]), shot({ source: 'file' }));
    await screen.findByRole('button', { name: 'Hide marks' });
    const chooser = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined);
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('r');
    expect(chooser).toHaveBeenCalledOnce();
    chooser.mockRestore();
    await user.keyboard('v');
    await screen.findByRole('button', { name: 'Show marks' });
  });
});

describe('filling the form', () => {
  it('offers what the document says for empty fields, and never writes over what is typed', async () => {
    looks();
    const { user, world } = open(draft([page(goodEvidence)], { firstName: 'Thea', lastName: '', dob: '', idNumber: '', idExpiryDate: '' }), shot());
    await user.click(await screen.findByRole('button', { name: 'Fill the form from this document' }));
    await waitFor(async () => expect((await field('Family name') as HTMLInputElement).value).toBe('Marlowe'));
    expect((await field('Given names') as HTMLInputElement).value).toBe('Thea');
    expect((await field('Birth date') as HTMLInputElement).value).toBe('14 Mar 1991');
    await waitFor(() => expect(world.customers[0]?.fields).toMatchObject({ firstName: 'Thea', idNumber: 'T41X88205', idExpiryDate: '2031-08-22' }));
    expect(screen.queryByRole('button', { name: 'Fill the form from this document' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect((await field('Family name') as HTMLInputElement).value).toBe(''));
  });
});

describe('a refused customer', () => {
  const refused = page(glaringEvidence, { id: 'doc-old', name: 'first.png', state: 'attached', captureIds: ['old'] });
  const rejection: Rejection = {
    count: 2, at: Date.now() - 3_600_000, slots: ['identity'], fields: ['idNumber'], before: [refused],
    points: [{ text: 'Glare on the passport', cause: 'glare', slots: ['identity'] }, { text: 'The number does not match', cause: 'number', slots: ['identity', 'identity_back'] }],
  };
  const customer = (documents: DocumentInfo[] = [refused]) => sampleCustomer('c1', 'rejected', whole, Date.now(), { comment: 'Glare. Number.', rejection, documents });
  const old = sampleCapture('old', { documentId: 'doc-old', evidence: glaringEvidence });

  it('has its reasons one by one, each with its document, and says what a third refusal risks', async () => {
    open(customer(), old);
    await screen.findByRole('heading', { name: 'Blaaiz rejected this customer for 2 reasons' });
    expect(screen.getByText('“Glare on the passport”')).toBeDefined();
    expect(screen.getAllByText('Passport page').length).toBeGreaterThanOrEqual(2);
    expect(screen.getByText('This customer was refused twice. A third refusal can block the customer at Blaaiz for good.')).toBeDefined();
  });

  it('shows the refused document beside the new one, each with its checks, and only what was refused can change', async () => {
    looks();
    const { user, world } = open(customer(), old);
    await user.click(await screen.findByRole('button', { name: /Correct and send again/ }));
    const before = await screen.findByRole('region', { name: 'Refused: Passport page' });
    expect(within(before).getByText(/6\.4%, at most/)).toBeDefined();
    expect((await field('Given names') as HTMLInputElement).readOnly).toBe(true);
    expect(screen.getAllByText('not refused, so it stays').length).toBeGreaterThan(5);
    expect((await field('Passport number') as HTMLInputElement).readOnly).toBe(false);
    await user.upload(document.querySelector('input[type=file]') as HTMLInputElement, new File([samplePng(8, 8)], 'second.png', { type: 'image/png' }));
    const after = await screen.findByRole('region', { name: 'New: Passport page' });
    await within(after).findByRole('img', { name: 'New: second.png' });
    await waitFor(() => expect(requestsOf(world, 'documents.place')).toMatchObject([{ slot: 'identity', name: 'second.png' }]));
    await user.click(screen.getByRole('button', { name: 'Proof of address' }));
    await screen.findByText('Blaaiz did not refuse this one, so it stays as it is.');
    expect(screen.queryByRole('button', { name: 'Choose files' })).toBeNull();
  });
});

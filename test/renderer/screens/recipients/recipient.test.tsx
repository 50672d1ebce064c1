import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { appError } from '../../../../preload/contract/errors.ts';
import type { Recipient } from '../../../../preload/contract/recipients.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';
import { kiraDesk, recipientOf, swiftFields } from '../../fake/kira-desk.ts';
import { sampleAccounts } from '../../fake/kira-samples.ts';
import { requestsOf, type FakeOptions } from '../../fake-bursar.ts';
import { changed, setState } from '../../fake/world.ts';
import { start } from '../../stage.tsx';

const open = (recipient: Recipient, { hash = `/recipients/${recipient.id}`, ...options }: FakeOptions & { readonly hash?: string } = {}) => (
  start(hash, { ...options, world: { ...kiraDesk(), recipients: [recipient], ...options.world } })
);
const makeButton = () => screen.findByRole('button', { name: /^Make it at Kira/ });

describe('a new recipient', () => {
  it('asks for what its rail and its holder need, the rail first', async () => {
    const { user } = start('/recipients/new', { world: kiraDesk() });
    await screen.findByRole('textbox', { name: 'Routing number' });
    expect(screen.getAllByRole('radio')[0]?.closest('label')?.textContent).toContain('Wire');
    await user.click(screen.getByRole('radio', { name: /SWIFT/ }));
    await screen.findByRole('textbox', { name: 'BIC' });
    expect(screen.queryByRole('textbox', { name: 'Routing number' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'A person' }));
    expect(screen.queryByRole('textbox', { name: 'Company' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Family name' })).toBeDefined();
  });

  it('is paid by the only business there is, without asking', async () => {
    const { user, world } = start('/recipients/new', { world: { ...kiraDesk(), accounts: sampleAccounts(Date.now()).slice(0, 2), recipients: [] } });
    await waitFor(() => expect(screen.getByRole('button', { name: /Paying business/ }).textContent).toContain('Moor Imports'));
    expect(requestsOf(world, 'recipients.save')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Company' }), 'K');
    await waitFor(() => expect(requestsOf(world, 'recipients.save').at(-1)).toMatchObject({ fields: { userId: 'user-1', companyName: 'K' } }));
  });

  it('leaves the choice to a person where there are several', async () => {
    const { user, world } = start('/recipients/new', { world: { ...kiraDesk(), recipients: [] } });
    const field = await screen.findByRole('button', { name: /Paying business/ });
    await waitFor(() => expect(field.textContent).toContain('Choose who pays'));
    await user.click(field);
    await user.click(await screen.findByRole('option', { name: 'Northgate Studio' }));
    await user.type(screen.getByRole('textbox', { name: 'Company' }), 'K');
    await waitFor(() => expect(requestsOf(world, 'recipients.save').at(-1)).toMatchObject({ fields: { userId: 'user-2' } }));
  });

  it('comes back after a lock with everything that was typed', async () => {
    const { user, world } = start('/recipients/new', { world: { ...kiraDesk(), recipients: [] } });
    await user.type(await screen.findByRole('textbox', { name: 'Company' }), 'Kestrel');
    await user.click(screen.getByRole('button', { name: 'Lock now' }));
    await screen.findByRole('heading', { name: 'Bursar is locked' });
    expect(document.body.textContent).not.toContain('Kestrel');
    await user.click(screen.getByRole('button', { name: 'Unlock' }));
    expect(await screen.findByRole('textbox', { name: 'Company' })).toHaveProperty('value', 'Kestrel');
    expect(world.recipients.length).toBe(1);
    world.recipients = [];
  });
});

describe('the form', () => {
  it('says at the field what is wrong when it is left, and turns calm while it is mended', async () => {
    const { user } = open(recipientOf('r1', 'draft', { fields: { ...swiftFields, bic: '' } }));
    const bic = await screen.findByRole('textbox', { name: 'BIC' });
    await user.type(bic, 'COBA');
    expect(bic.getAttribute('aria-invalid')).toBeNull();
    await user.tab();
    await waitFor(() => expect(bic.getAttribute('aria-invalid')).toBe('true'));
    await user.type(bic, 'DEFFXXX');
    await waitFor(() => expect(bic.getAttribute('aria-invalid')).toBeNull());
  });

  it('tells a doubt from an error, and a doubt stops nothing', async () => {
    const { user } = open(recipientOf('r1', 'draft', { fields: { ...swiftFields, street: 'Domplatz 1, Köln' } }));
    const street = await screen.findByRole('textbox', { name: 'Street' });
    await user.click(street);
    await user.tab();
    await screen.findByText(/The town seems to stand here too/);
    expect(street.getAttribute('aria-invalid')).toBeNull();
    expect((await makeButton()).getAttribute('aria-disabled')).toBeNull();
  });

  it('shows what the bank will see while letters change, and nothing otherwise', async () => {
    open(recipientOf('r1', 'draft'));
    const side = within(await screen.findByRole('complementary'));
    await side.findByRole('heading', { name: 'What the bank will see' });
    expect(side.getByText('Muller & Sohne GmbH')).toBeDefined();
    expect(side.getByText('Bahnhofstrasse 4')).toBeDefined();
    for (const [name, value] of [['Company', 'Mueller GmbH'], ['Street', 'Ring 4'], ['Town', 'Cologne'], ['Bank’s town', 'Cologne'], ['Bank’s state or region', 'Cologne']] as const) {
      fireEvent.change(screen.getByRole('textbox', { name: new RegExp(`^${name}`) }), { target: { value } });
    }
    await waitFor(() => expect(side.queryByRole('heading', { name: 'What the bank will see' })).toBeNull());
  });

  it('leads to everything that is missing, and asks Kira nothing', async () => {
    const { user, world } = open(recipientOf('r1', 'draft', { fields: { ...swiftFields, accountNumber: '', bankCountry: '' } }));
    await user.click(await makeButton());
    expect((await screen.findByRole('alert')).textContent).toContain('2 things are not right yet');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'IBAN or account number' }));
    expect(requestsOf(world, 'recipients.create')).toEqual([]);
  });

  it('waits for a line, and says so', async () => {
    const { user, world } = open(recipientOf('r1', 'draft'));
    await makeButton();
    setState(world, { connection: { online: false, since: Date.now(), detail: null, budget: null } });
    await waitFor(async () => expect((await makeButton()).getAttribute('aria-disabled')).toBe('true'));
    await user.click(await makeButton());
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('making it at Kira', () => {
  const confirm = async (user: { readonly click: (target: Element) => Promise<void> }) => {
    await user.click(await makeButton());
    const dialog = await screen.findByRole('dialog', { name: 'Make Müller & Söhne GmbH at Kira?' });
    expect(dialog.textContent).toContain('neither change nor delete');
    expect(dialog.textContent).toContain('DE89 3704 0044 0532 0130 00');
    await user.click(within(dialog).getByRole('button', { name: 'Make it at Kira' }));
  };

  it('reads the account back first, then shows it as it is there', async () => {
    const { user, world } = open(recipientOf('r1', 'draft'));
    await confirm(user);
    await screen.findByText(/Kira can neither change nor delete it/);
    expect(requestsOf(world, 'recipients.create')).toEqual([{ id: 'r1' }]);
    expect(screen.getByText('At Kira')).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('goes back to the payout that it was made for', async () => {
    const { user } = open(recipientOf('r1', 'draft'), { hash: '/recipients/r1?for=payout-1' });
    await confirm(user);
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/payout-1?recipient=r1'));
  });

  it('shows what Kira refused at its field until it is changed, and can be tried again', async () => {
    const problem = appError('provider-refused', 'Kira refused this recipient.', { fields: [{ path: 'bankName', message: 'Kira does not know this bank.' }] });
    const { user } = open(recipientOf('r1', 'refused', { problem }));
    await screen.findByText('Kira refused this recipient.');
    const bank = await screen.findByRole('textbox', { name: 'Bank name' });
    expect(bank.getAttribute('aria-invalid')).toBe('true');
    await user.type(bank, ' AG');
    await waitFor(() => expect(bank.getAttribute('aria-invalid')).toBeNull());
    await confirm(user);
    await screen.findByText('At Kira');
  });

  it('is asked once however often it is pressed, and says meanwhile that it is being made', async () => {
    let finish: () => void = () => undefined;
    const answer = new Promise<void>((done) => { finish = done; });
    const recipient = recipientOf('r1', 'draft');
    const { user, world } = open(recipient, { handlers: { 'recipients.create': async () => {
      await answer;
      return ok({ ...recipient, state: 'there' as const });
    } } });
    await confirm(user);
    await waitFor(async () => expect((await makeButton()).getAttribute('aria-disabled')).toBe('true'));
    await user.click(await makeButton());
    world.recipients = [{ ...recipient, state: 'sending' }];
    changed(world, ['recipients'], 'r1');
    await screen.findByText('Being made');
    expect(screen.getByRole('textbox', { name: 'Company' }).closest('fieldset')?.disabled).toBe(true);
    world.recipients = [{ ...recipient, state: 'there' }];
    finish();
    await screen.findByText('At Kira');
    expect(requestsOf(world, 'recipients.create').length).toBe(1);
  });

  it('says why main would not, beside the form', async () => {
    const { user } = open(recipientOf('r1', 'draft'), { handlers: { 'recipients.create': () => fail(appError('not-set-up', 'This profile has no connection to Kira.', { fix: 'Add its keys.' })) } });
    await confirm(user);
    expect((await screen.findByRole('alert')).textContent).toContain('This profile has no connection to Kira.');
  });
});

describe('a recipient that can’t be changed any more', () => {
  it('is tried again with the same key while it is not known whether it was made', async () => {
    const problem = appError('outcome-unknown', 'It isn’t known whether Kira made this recipient. The line dropped.');
    const { user, world } = open(recipientOf('r1', 'unknown', { problem }));
    await screen.findByText(/The line dropped/);
    expect(screen.getByText(/same key goes with it, so it can’t be made twice/)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Hide' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Try again/ }));
    await screen.findByText('At Kira');
    expect(requestsOf(world, 'recipients.create')).toEqual([{ id: 'r1' }]);
  });

  it('is paid with N', async () => {
    const { user } = open(recipientOf('r1', 'there'));
    await screen.findByText('At Kira');
    await user.keyboard('n');
    await waitFor(() => expect(window.location.hash).toBe('#/payouts/new?recipient=r1'));
  });

  it('is copied where something is wrong', async () => {
    const { user, world } = open(recipientOf('r1', 'there'));
    await user.click(await screen.findByRole('button', { name: 'Make a corrected copy' }));
    await waitFor(() => expect(requestsOf(world, 'recipients.save')).toEqual([{ id: null, fields: swiftFields }]));
    await screen.findByRole('textbox', { name: 'Company' });
    expect(screen.getByText('Only here')).toBeDefined();
  });

  it('is hidden, not deleted, and says the difference', async () => {
    const { user, world } = open(recipientOf('r1', 'there'));
    await user.click(await screen.findByRole('button', { name: 'Hide' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Hide Müller & Söhne GmbH?' });
    expect(dialog.textContent).toContain('Kira can’t delete a recipient, so it stays there.');
    await user.click(within(dialog).getByRole('button', { name: 'Hide it here' }));
    await waitFor(() => expect(window.location.hash).toBe('#/recipients'));
    expect(world.recipients).toEqual([]);
  });

  it('says so when it is not here any more', async () => {
    start('/recipients/gone', { world: kiraDesk() });
    await screen.findByText('This recipient is not here any more.');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyCustomerFields, type CustomerFields } from '../../preload/contract/customers.ts';
import { slotLabel, type DocumentSlot } from '../../preload/contract/documents.ts';
import { good, openDesk, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { checkUntil, startInSandbox, submitCustomer } from './support/job.ts';
import { chooseSlot } from './support/people.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ env: { BURSAR_SANDBOX: '{"timeScale":60,"controls":true,"port":0}' } });
  await startInSandbox(desk.page());
});
afterAll(() => desk.close());

const fill = () => desk.page().getByRole('button', { name: 'Fill the form from this document' });

async function giveSpecimen(slot: DocumentSlot, idType: CustomerFields['idType']): Promise<void> {
  const page = desk.page();
  await chooseSlot(page, slot, idType);
  await page.getByRole('button', { name: 'Use a specimen' }).click();
  await page.getByRole('figure', { name: new RegExp(`^${slotLabel(slot, idType)}: specimen-`) }).waitFor();
}

describe('somebody who practises', () => {
  it('needs no paper of anybody: a specimen fills the form, passes and is verified', async () => {
    const page = desk.page();
    await goTo(page, '/customers/new', 'New customer');
    await page.getByLabel('E-mail').fill('specimen@quay.example');
    await giveSpecimen('identity', 'passport');
    await fill().click();
    await page.getByText('Passed: every check is fine').waitFor();
    expect(await page.getByLabel('Family name').inputValue()).not.toBe('');
    await giveSpecimen('proof_of_address', 'passport');
    await page.getByText('Passed: every check is fine').waitFor();
    await submitCustomer(page);
    await checkUntil(page, /Verified/);
  });

  it('is drawn both sides of a card, of the person in the form', async () => {
    const fields: CustomerFields = { ...emptyCustomerFields, firstName: 'Mara', lastName: 'Lindqvist', email: 'mara@quay.example', country: 'US', dob: '1987-02-11', idType: 'drivers_license', idNumber: 'D4417730', idExpiryDate: '2030-04-30' };
    const { id } = good(await desk.ask('customers.save', { id: null, fields }));
    await goTo(desk.page(), `/customers/${id}`, 'Mara Lindqvist');
    await giveSpecimen('identity', 'drivers_license');
    await giveSpecimen('identity_back', 'drivers_license');
    await desk.page().getByText('Passed: every check is fine').waitFor();
    const checks = await desk.page().getByRole('list', { name: /^Checks of/ }).getByRole('listitem').allInnerTexts();
    expect(checks.map((line) => line.replace(/\s+/g, ' '))).toEqual(expect.arrayContaining(['Barcode read', 'Name same as the form', 'Both sides front and back']));
    expect(good(await desk.ask('customers.get', { id })).documents.map(({ slot }) => slot).sort()).toEqual(['identity', 'identity_back']);
  });
});

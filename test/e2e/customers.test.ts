import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo, pick } from './support/go.ts';
import { keepWithReason } from './support/job.ts';
import { drawAll, drawPaper, plainPdf } from './support/papers.ts';
import { completeDraft, person, placePaper, reachState } from './support/people.ts';
import type { TestProvider } from './support/provider.ts';

type Seen = { readonly method: string; readonly path: string; readonly body: Readonly<Record<string, unknown>> | null; readonly status: number | null };

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
let page: Page;

beforeAll(async () => {
  at = await openBlaaizDesk(null);
  ({ desk, provider } = at);
  page = desk.page();
  await provider.control('settings', { rate_limit: 5_000 });
});
afterAll(() => at.close());
beforeEach(() => goTo(page, '/today', /\w/));
afterEach(async () => {
  await provider.control('faults', undefined, 'DELETE');
  await provider.control('requests', undefined, 'DELETE');
});

const seen = async (method: string, path: RegExp) => ((await provider.control('requests')) as readonly Seen[]).filter((one) => one.method === method && path.test(one.path));
const creations = () => seen('POST', /\/customer$/);
const attachments = () => seen('POST', /\/customer\/[^/]+\/files$/);
const header = () => page.getByRole('main').locator('header').first();
const openDraft = async (id: string, name: string) => goTo(page, `/customers/${id}`, name);
const choose = (name: string, mimeType: string, buffer: Buffer) => page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer });
const picture = () => drawPaper({ fields: person('Thea', 'Marlowe') });
const passed = () => page.getByText('Passed: every check is fine').waitFor();

describe('a customer whom the provider rejects', () => {
  it('shows the reason, is corrected and sent again, and is verified', async () => {
    const draft = await completeDraft(desk, person('Ole', 'Rejectson'));
    await openDraft(draft.id, 'Ole Rejectson');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Being verified' }).waitFor();
    await reachState(desk, draft.id, 'rejected');
    await page.getByText(/Blaaiz rejected this customer/).first().waitFor();
    await page.getByText(/gave no reason through its API/).waitFor();
    await page.getByRole('button', { name: 'Correct and send again' }).click();
    await page.getByLabel('Family name').fill('Rowan');
    await choose('rowan.jpg', 'image/jpeg', await drawPaper({ fields: person('Ole', 'Rowan', { idNumber: draft.fields.idNumber }) }));
    // No reason was told, so no measure can show that this one is better: somebody says why it is.
    await page.getByText(/^Look again: blaaiz refused it/i).first().waitFor();
    await keepWithReason(page, 'The name was misspelt; this is the right passport');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByRole('heading', { name: 'Being verified' }).waitFor();
    await reachState(desk, draft.id, 'verified');
    await header().getByText('Verified').waitFor();
    expect(await creations()).toHaveLength(1);
    expect(await attachments()).toHaveLength(2);
  });
});

describe('a person who may be a customer already', () => {
  it('is compared side by side before anything is sent, and the one there is can be used', async () => {
    const first = await completeDraft(desk, person('Amara', 'Dike'));
    good(await desk.ask('customers.submit', { id: first.id }));
    const second = await completeDraft(desk, person('Amara', 'Dike'));
    await provider.control('requests', undefined, 'DELETE');
    await openDraft(second.id, 'Amara Dike');
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Is this the same person?' });
    await dialog.waitFor();
    await dialog.getByText(/Same e-mail/).waitFor();
    expect(await creations()).toHaveLength(0);
    await dialog.getByRole('button', { name: 'Use this one' }).click();
    await page.waitForFunction((id) => location.hash === `#/customers/${id}`, first.id);
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await vi.waitFor(async () => { expect(await desk.ask('customers.get', { id: second.id })).toMatchObject({ ok: false, error: { code: 'not-found' } }); });
  });
});

describe('an upload that is cut in the middle', () => {
  it('shows where it stopped, goes on without a second customer, and attaches everything in one call', async () => {
    const fields = person('Ines', 'Okafor', { idType: 'drivers_license' });
    const draft = good(await desk.ask('customers.save', { id: null, fields }));
    const [front, back, bill] = await drawAll([{ fields, kind: 'licence-front' }, { fields, kind: 'licence-back' }, { fields, kind: 'bill', scan: true, file: 'pdf' }]);
    await placePaper(desk, draft, 'identity', 'front.jpg', front!);
    await placePaper(desk, draft, 'identity_back', 'back.jpg', back!);
    await placePaper(desk, draft, 'proof_of_address', 'bill.pdf', bill!);
    // The back goes first, then the bill, which is cut while it is on its way.
    await provider.control('faults', { kind: 'reset', path: '/upload/', method: 'PUT', times: 1, skip: 1 });
    await openDraft(draft.id, 'Ines Okafor');
    await page.keyboard.press('Control+Enter');
    await header().getByText('Upload cut').waitFor();
    const cut = good(await desk.ask('customers.get', { id: draft.id }));
    expect(cut.documents.map(({ state }) => state).sort()).toEqual(['cut', 'kept', 'uploaded']);
    await page.getByRole('alert').first().waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Proof of address' }).getByText(/Cut at \d+%|Upload cut/).waitFor();
    expect(await attachments()).toHaveLength(0);
    await page.getByRole('button', { name: 'Continue', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Being verified' }).waitFor();
    expect(await creations()).toHaveLength(1);
    const attached = await attachments();
    expect(attached).toHaveLength(1);
    expect(Object.keys(attached[0]?.body ?? {}).sort()).toEqual(['id_file', 'id_file_back', 'proof_of_address_file']);
    expect(await seen('PUT', /\/upload\//)).toHaveLength(4);
  });

  it('can be stopped for one file by the person, and goes on when asked', async () => {
    const draft = await completeDraft(desk, person('Tomasz', 'Wilk'));
    await placePaper(desk, draft, 'proof_of_address', 'bill.pdf', await drawPaper({ fields: draft.fields, kind: 'bill', scan: true, file: 'pdf' }));
    await provider.control('faults', { kind: 'timeout-before-commit', path: '/upload/', method: 'PUT', times: 1 });
    await openDraft(draft.id, 'Tomasz Wilk');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Stop uploading proof of address' }).click();
    await page.getByRole('alert').filter({ hasText: /You stopped the upload of proof of address/ }).waitFor();
    expect(await attachments()).toHaveLength(0);
    await page.getByRole('button', { name: 'Continue uploading proof of address' }).click();
    await page.getByRole('heading', { name: 'Being verified' }).waitFor();
    expect([(await creations()).length, (await attachments()).length]).toEqual([1, 1]);
  });

  it('does not make a twin of a customer whose creation was never answered', async () => {
    const draft = await completeDraft(desk, person('Lucia', 'Ferrer'));
    await provider.control('faults', { kind: 'reset-after-headers', path: '/api/external/customer', method: 'POST', times: 1 });
    await openDraft(draft.id, 'Lucia Ferrer');
    await page.keyboard.press('Control+Enter');
    const verified = page.getByRole('heading', { name: 'Being verified' });
    const goOn = page.getByRole('button', { name: 'Continue', exact: true }).first();
    await verified.or(goOn).first().waitFor();
    if (!(await verified.isVisible())) await goOn.click();
    await verified.waitFor();
    expect((await creations()).map(({ status }) => status).filter((status) => status === 200 || status === 201).length).toBeLessThanOrEqual(1);
    const { timeline } = good(await desk.ask('customers.get', { id: draft.id }));
    expect(timeline.map(({ what }) => what).join()).toMatch(/its answer was lost|not created again/);
  });
});

describe('files', () => {
  const jpegCutShort = async () => (await picture()).subarray(0, 900);
  const wrong: readonly (readonly [string, string, () => Buffer | Promise<Buffer>, RegExp])[] = [
    ['holiday.heic', 'image/heic', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /holiday\.heic ends in the middle/],
    ['passport.jpg', 'image/jpeg', () => Buffer.from('<!doctype html><html><body>Sign in</body></html>'), /passport\.jpg is a web page/],
    ['nothing.pdf', 'application/pdf', () => Buffer.alloc(0), /nothing\.pdf is empty/],
    ['lease.pdf', 'application/pdf', () => plainPdf(51), /lease\.pdf has more than 50 pages/],
    ['half.jpg', 'image/jpeg', jpegCutShort, /half\.jpg (ends in the middle|is damaged)/],
  ];

  it('that are no documents are refused by name and reason, and the earlier file stays', async () => {
    const draft = await completeDraft(desk, person('Femke', 'Osei'));
    await openDraft(draft.id, 'Femke Osei');
    for (const [name, mimeType, make, words] of wrong) {
      await choose(name, mimeType, await make());
      const alert = page.getByRole('alert').filter({ hasText: words });
      await alert.waitFor();
      await alert.getByText(/The earlier file stays: passport\.jpg/).waitFor();
    }
    const { documents } = good(await desk.ask('customers.get', { id: draft.id }));
    expect(documents.map(({ name, state }) => [name, state])).toEqual([['passport.jpg', 'kept']]);
  });

  it('are taken when pasted and when dropped, and the pages of a PDF wait in the tray', async () => {
    await goTo(page, '/customers/new', 'New customer');
    await page.getByLabel('Given names').fill('Paste');
    await transfer('paste', 'pasted.jpg', 'image/jpeg', await picture());
    await page.getByRole('figure', { name: 'Passport page: pasted.jpg' }).waitFor();
    await page.getByText('Fill the form from this document').waitFor();
    await transfer('drop', 'dropped.pdf', 'application/pdf', plainPdf(3));
    await page.getByText('3 pages wait', { exact: true }).waitFor();
    expect(await page.getByRole('list', { name: 'Pages in the tray' }).getByRole('button', { pressed: true }).count()).toBe(3);
    await page.getByRole('button', { name: 'Throw away', exact: true }).last().click();
    await page.getByText('3 pages wait', { exact: true }).waitFor({ state: 'detached' });
  });

  /** Pastes on the page, or drops on the documents' side, as the system would. */
  async function transfer(how: 'paste' | 'drop', name: string, type: string, bytes: Buffer): Promise<void> {
    await page.evaluate(({ how, name, type, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
      if (how === 'paste') document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      else {
        const side = document.querySelector('[data-region="inspector"]');
        for (const kind of ['dragover', 'drop']) side?.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    }, { how, name, type, base64: bytes.toString('base64') });
  }

  it('of a driving licence have two sides: without the back nothing is sent', async () => {
    const draft = good(await desk.ask('customers.save', { id: null, fields: person('Moor', 'Imports', { idType: 'drivers_license', country: 'US' }) }));
    const [front, back] = await drawAll([{ fields: draft.fields, kind: 'us-licence-front' }, { fields: draft.fields, kind: 'us-licence-back' }]);
    await placePaper(desk, draft, 'identity', 'front.jpg', front!);
    await openDraft(draft.id, 'Moor Imports');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: /Driving licence, back/ }).waitFor();
    expect(await creations()).toHaveLength(0);
    await page.getByRole('button', { name: 'Driving licence, back', exact: true }).last().click();
    await choose('back.jpg', 'image/jpeg', back!);
    await passed();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Being verified' }).waitFor();
    expect(Object.keys((await attachments())[0]?.body ?? {}).sort()).toEqual(['id_file', 'id_file_back']);
  });
});

describe('a customer at the desk', () => {
  it('says what is missing, field by field, and keeps what was typed', async () => {
    await goTo(page, '/customers/new', 'New customer');
    await page.getByLabel('Given names').fill('Noor');
    await page.getByLabel('Birth date').fill('04/03/1991');
    await page.getByLabel('Family name').fill('Haddad');
    await page.getByText(/This can be read two ways/).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: /not right yet/ }).waitFor();
    await pick(page, 'Country.*', /Nigeria/);
    expect(await page.getByLabel('Given names').inputValue()).toBe('Noor');
    expect(await creations()).toHaveLength(0);
  });
});

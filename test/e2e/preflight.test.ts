import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '../../preload/contract/customers.ts';
import { jpegForPdf } from '../../renderer/capture/make/pdf-pictures.ts';
import { writePdf } from '../../renderer/capture/make/pdf-writer.ts';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { keepWithReason } from './support/job.ts';
import { drawAll, drawPaper } from './support/papers.ts';
import { documentIn, giveFile, person, reachState } from './support/people.ts';
import type { TestProvider } from './support/provider.ts';

let at: ConnectedDesk;
let desk: Desk;
let provider: TestProvider;
const page = (): Page => desk.page();

beforeAll(async () => {
  at = await openBlaaizDesk(null);
  ({ desk, provider } = at);
  await provider.control('settings', { rate_limit: 5_000 });
});
afterAll(() => at.close());
beforeEach(() => goTo(page(), '/today', /\w/));
afterEach(() => provider.control('requests', undefined, 'DELETE'));

const sent = async () => ((await provider.control('requests')) as readonly { readonly method: string; readonly path: string }[]).filter(({ method, path }) => method === 'POST' && path.endsWith('/customer')).length;
const passed = () => page().getByText('Passed: every check is fine').waitFor();
const says = (words: RegExp) => page().getByText(words).first().waitFor();
const files = () => page().locator('input[type=file]').first();
const draftOf = async (fields: Customer['fields']) => good(await desk.ask('customers.save', { id: null, fields }));
const open = ({ id, fields }: Customer) => goTo(page(), `/customers/${id}`, `${fields.firstName} ${fields.lastName}`);

describe('a good passport page', () => {
  it('passes, and the form says that they match', async () => {
    const draft = await draftOf(person('Amina', 'Bello'));
    await giveFile(desk, draft, 'identity', 'passport.jpg', await drawPaper({ fields: draft.fields }));
    await passed();
    await page().getByText('Matches', { exact: true }).waitFor();
    const checks = await page().getByRole('list', { name: 'Checks of passport page' }).getByRole('listitem').allInnerTexts();
    expect(checks.map((line) => line.replace(/\s+/g, ' '))).toEqual(expect.arrayContaining(['Check digits 5 of 5 right', 'Name same as the form', 'Birth date same as the form', 'Document number same as the form', 'Valid until 22 August 2031']));
    await page().getByLabel('Family name').fill('Belloni');
    await says(/^(Look again|Stopped): the document says AMINA BELLO/);
  });

  it('fills an empty form', async () => {
    const told = person('Thea', 'Marlowe');
    await goTo(page(), '/customers/new', 'New customer');
    await files().setInputFiles({ name: 'passport.jpg', mimeType: 'image/jpeg', buffer: await drawPaper({ fields: told }) });
    await page().getByRole('button', { name: 'Fill the form from this document' }).click();
    await passed();
    expect(await page().getByLabel('Given names').inputValue()).toBe('Thea');
    expect(await page().getByLabel('Passport number').inputValue()).toBe(told.idNumber);
    expect(await page().getByLabel('Birth date').inputValue()).toMatch(/14 Mar 1991/);
    await page().getByRole('button', { name: /Nigeria/ }).waitFor();
  });
});

describe('a blurred passport page', () => {
  it('is to be looked at again, can be kept with a reason, and the reason stands in the story', async () => {
    const reason = 'The only picture there is; the bearer has left the country';
    const draft = await draftOf(person('Bola', 'Adeyemi'));
    await giveFile(desk, draft, 'identity', 'passport.jpg', await drawPaper({ fields: draft.fields, defect: 'out of focus' }));
    await says(/^Look again: /);
    expect(await desk.ask('customers.submit', { id: draft.id })).toMatchObject({ ok: false });
    await keepWithReason(page(), reason);
    await says(/^Kept with a reason: /);
    await page().keyboard.press('Control+Enter');
    await page().getByRole('heading', { name: 'Being verified' }).waitFor();
    await page().getByText(reason).first().waitFor();
    const { timeline, documents } = good(await desk.ask('customers.get', { id: draft.id }));
    expect(timeline).toContainEqual(expect.objectContaining({ what: 'Passport page kept in spite of a finding', detail: reason }));
    expect(documents[0]?.overrides.map((one) => one.reason)).toContain(reason);
  });
});

describe('what is stopped', () => {
  it.each([
    ['a national ID card in the passport slot', { kind: 'id2-front' }, /^Stopped: this is a national ID card/],
    ['a passport of another country', { defect: 'other country' }, /^Stopped: issued by /],
    ['an expired passport', { defect: 'expired' }, /^Stopped: the passport expired on /],
  ] as const)('can’t be kept or submitted, by the screen or by asking main: %s', async (_what, wish, words) => {
    const draft = await draftOf(person('Dayo', 'Ekwueme'));
    const document = await giveFile(desk, draft, 'identity', 'page.jpg', await drawPaper({ fields: draft.fields, ...wish }));
    await says(words);
    expect(await page().getByRole('button', { name: 'Keep, with a reason' }).count()).toBe(0);
    await page().keyboard.press('Control+Enter');
    await page().getByRole('alert').first().waitFor();
    const ids = ['kind', 'issuer', 'expiry'] as const;
    for (const id of ids) expect(await desk.ask('documents.override', { customerId: draft.id, documentId: document.id, ids: [id], reason: 'I am quite sure about it' })).toMatchObject({ ok: false });
    expect(await desk.ask('customers.submit', { id: draft.id })).toMatchObject({ ok: false });
    expect(await sent()).toBe(0);
    good(await desk.ask('customers.discard', { id: draft.id }));
  });
});

describe('a PDF of two pages', () => {
  it('waits in the tray, survives a power cut with its original, and one of its pages is used', async () => {
    const draft = await draftOf(person('Folake', 'Okon'));
    const pages = await drawAll([{ fields: draft.fields, kind: 'letter', scan: true, file: 'jpeg' }, { fields: draft.fields, scan: true, file: 'jpeg' }]);
    const pdf = Buffer.from(writePdf(pages.flatMap((bytes) => jpegForPdf(bytes) ?? [])));
    await open(draft);
    await files().setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page().getByText('2 pages wait', { exact: true }).waitFor();
    await page().getByText('2 chosen').waitFor();
    await at.killAndStart();
    await page().getByRole('navigation', { name: 'Screens' }).waitFor();
    await open(draft);
    await page().getByText('2 pages wait', { exact: true }).waitFor();
    expect(await originalOf(desk)).toBe(createHash('sha256').update(pdf).digest('hex'));
    await page().getByRole('list', { name: 'Pages in the tray' }).getByRole('button', { name: /page 2/ }).click();
    await page().getByRole('button', { name: 'Use as passport page' }).click();
    await passed();
    await page().getByText('1 page waits', { exact: true }).waitFor();
    expect(await documentIn(desk, draft.id, 'identity')).toMatchObject({ name: 'scan.jpg', mime: 'image/jpeg' });
    const left = good(await desk.ask('captures.list', { documentId: null }));
    expect(left.map(({ page: number, pages: all }) => [number, all])).toEqual([[1, 2]]);
    good(await desk.ask('captures.remove', { ids: left.map(({ id }) => id) }));
  });

  /** The hash of the tray's first original, as main gives it. */
  async function originalOf(given: Desk): Promise<string> {
    return given.page().evaluate(async () => {
      type Answer<T> = Promise<{ readonly value: T }>;
      const { bursar } = globalThis as unknown as { readonly bursar: { readonly captures: { readonly list: (one: unknown) => Answer<readonly { readonly id: string }[]>; readonly read: (one: unknown) => Answer<{ readonly bytes: Uint8Array<ArrayBuffer> }> } } };
      const { value } = await bursar.captures.list({ documentId: null });
      const { bytes } = (await bursar.captures.read({ id: value[0]?.id })).value;
      return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    });
  }
});

describe('a customer whom Blaaiz rejected for blur and darkness', () => {
  it('shows the points, old and new side by side, takes only a better page, and is verified', async () => {
    const draft = await draftOf(person('Gift', 'Obi', { email: 'gift+reject-blur-dark@quay.example' }));
    const [blurred, sharp] = await drawAll([{ fields: draft.fields, defect: 'out of focus' }, { fields: draft.fields, seed: 'better' }]);
    await giveFile(desk, draft, 'identity', 'passport.jpg', blurred!);
    await keepWithReason(page(), 'It can be read, with good will');
    await page().keyboard.press('Control+Enter');
    await page().getByRole('heading', { name: 'Being verified' }).waitFor();
    await reachState(desk, draft.id, 'rejected');
    await page().getByText('Blaaiz rejected this customer for 2 reasons').waitFor();
    expect(await page().getByRole('region', { name: /2 reasons/ }).getByRole('listitem').count()).toBe(2);
    await page().getByRole('button', { name: 'Correct and send again' }).click();
    await page().getByRole('region', { name: 'Refused: Passport page' }).waitFor();
    await page().getByRole('region', { name: 'New: Passport page' }).getByText('none yet').waitFor();
    expect(await page().getByLabel('Family name').getAttribute('readonly')).not.toBeNull();
    expect(await page().getByRole('list', { name: 'Files' }).getByRole('img', { name: 'Stays as it is' }).count()).toBe(2);
    await files().setInputFiles({ name: 'again.jpg', mimeType: 'image/jpeg', buffer: blurred! });
    await says(/^Stopped: this is the picture that was refused/);
    expect(await desk.ask('customers.submit', { id: draft.id })).toMatchObject({ ok: false });
    await files().setInputFiles({ name: 'better.jpg', mimeType: 'image/jpeg', buffer: sharp! });
    await passed();
    await page().getByRole('button', { name: 'Send again' }).click();
    await page().getByRole('heading', { name: 'Being verified' }).waitFor();
    await reachState(desk, draft.id, 'verified');
    expect(await sent()).toBe(1);
  });
});

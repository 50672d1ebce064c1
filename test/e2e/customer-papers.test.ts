import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Customer } from '../../preload/contract/customers.ts';
import { lockedPdf, samplePdf, samplePng } from '../renderer/fake/sample-files.ts';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good, type Desk } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { drawPaper } from './support/papers.ts';
import { completeDraft, person } from './support/people.ts';
import type { TestProvider } from './support/provider.ts';

let at: ConnectedDesk;
let provider: TestProvider;
let desk: Desk;
const trouble: string[] = [];
beforeEach(async () => {
  trouble.length = 0;
  at = await openBlaaizDesk(null);
  ({ desk, provider } = at);
  desk.page().on('console', (message) => { if (message.type() === 'error') trouble.push(message.text()); });
});
afterEach(() => at.close());

const page = () => desk.page();
const give = (name: string, mimeType: string, bytes: Uint8Array) => page().locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
const documents = async () => {
  const { rows } = good(await desk.ask('customers.list', { query: '', states: [], cursor: null, limit: 10 }));
  return good(await desk.ask('customers.get', { id: rows[0]?.id ?? '' })).documents.map(({ slot, name, mime, pages }) => ({ slot, name, mime, pages }));
};

async function atDesk(): Promise<Customer> {
  const draft = await completeDraft(desk, person('Thea', 'Marlowe'));
  await goTo(page(), `/customers/${draft.id}`, 'Thea Marlowe');
  return draft;
}

describe('papers of a customer', () => {
  it('are shown as they are: a PDF page by page, without the page’s rules being broken', async () => {
    await atDesk();
    await page().getByRole('button', { name: 'Proof of address' }).click();
    await give('statement.pdf', 'application/pdf', samplePdf(3));
    await page().getByRole('button', { name: 'Put 3 pages together' }).click();
    await page().getByText('Page 1 of 3').waitFor();
    await page().getByRole('button', { name: 'Page after' }).click();
    await page().getByRole('figure', { name: 'Proof of address: statement.pdf, page 2' }).waitFor();
    await page().waitForFunction(() => {
      const canvas = document.querySelector('canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value, index) => index % 4 === 0 && value < 100);
    });
    expect((await documents()).at(-1)).toEqual({ slot: 'proof_of_address', name: 'statement.pdf', mime: 'application/pdf', pages: 3 });
    expect(trouble).toEqual([]);
  });

  it('are refused before they are kept when they don’t open, and the earlier one stays', async () => {
    await atDesk();
    const before = await documents();
    await give('locked.pdf', 'application/pdf', lockedPdf());
    await page().getByText('locked.pdf is protected by a password').waitFor();
    await give('torn.pdf', 'application/pdf', samplePdf(1).slice(0, 60));
    await page().getByText(/torn.pdf (ends in the middle|is damaged)/).waitFor();
    await give('long.pdf', 'application/pdf', samplePdf(51));
    await page().getByText('long.pdf has more than 50 pages').waitFor();
    await give('half.png', 'image/png', samplePng(200, 200).slice(0, 200));
    await page().getByText(/half.png (ends in the middle|is damaged)/).waitFor();
    await page().getByText('The earlier file stays: passport.jpg.').waitFor();
    expect(await documents()).toEqual(before);
  });

  it('can be pasted from another program', async () => {
    await atDesk();
    await page().getByRole('button', { name: 'Proof of address' }).click();
    const bill = await drawPaper({ fields: person('Thea', 'Marlowe'), kind: 'bill' });
    await page().evaluate((base64) => {
      const carried = new DataTransfer();
      carried.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'image.jpg', { type: 'image/jpeg' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }));
    }, bill.toString('base64'));
    await page().getByText('Passed: every check is fine').waitFor();
    expect((await documents()).find(({ slot }) => slot === 'proof_of_address')).toMatchObject({ name: 'image.jpg', mime: 'image/jpeg' });
  });

  it('go on from where a person stopped them', async () => {
    const { id } = await atDesk();
    await provider.control('faults', { kind: 'timeout-before-commit', method: 'PUT', path: '/upload', times: 1 });
    await page().keyboard.press('Control+Enter');
    await page().getByText(/^Uploading 1 of 1/).waitFor();
    await page().getByRole('button', { name: 'Stop all' }).click();
    await page().getByText('The file is safe here').waitFor();
    expect(good(await desk.ask('customers.get', { id })).state).toBe('cut');
    await page().getByRole('button', { name: /^Continue$/ }).click();
    await page().getByRole('heading', { name: 'Being verified' }).waitFor();
    const seen = await provider.control('requests') as readonly { readonly method: string; readonly path: string }[];
    expect(seen.filter(({ method, path }) => method === 'POST' && path === '/api/external/customer')).toHaveLength(1);
  });
});

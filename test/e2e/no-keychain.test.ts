import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { good, openDesk, type Desk } from './support/desk.ts';
import { fillCustomer, submitCustomer } from './support/job.ts';

// No session bus, so that no keychain can be reached: a server, or a plain Linux desktop.
const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus', XDG_RUNTIME_DIR: '/nonexistent', DISPLAY: '', BURSAR_SANDBOX: '{"timeScale":60,"port":0}' };
const person = { given: 'Wilhelmina', family: 'Quastenberg', number: 'QX7719034', email: 'wq@quastenberg.example' };
const words = 'correct horse battery staple';

let desk: Desk;
afterEach(() => desk.close());

/** Every file of the app's folder that holds one of the texts. */
function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => {
    const bytes = readFileSync(file);
    return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')));
  });
}

describe('a computer without a keychain', () => {
  it('is told so, and a passphrase keeps everything over a restart', async () => {
    desk = await openDesk({ env });
    const page = desk.page();
    await page.getByText('This computer has no keychain that Bursar can use.').waitFor();
    const start = page.getByRole('button', { name: 'Practice with Blaaiz and Kira' });
    expect(await start.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('With a passphrase').click();
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(words);
    await page.getByRole('textbox', { name: 'Passphrase again' }).fill('something else');
    expect(await start.getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('textbox', { name: 'Passphrase again' }).fill(words);
    await start.click();
    await page.getByRole('heading', { name: 'Your first payout' }).waitFor();
    await fillCustomer(page, person);
    expect(filesWith(desk.folder, [person.family, person.number, words])).toEqual([]);
    await desk.app().close();
    await desk.startAgain();
    const again = desk.page();
    const field = again.getByRole('textbox', { name: 'Passphrase' });
    await field.fill('not the passphrase');
    await again.keyboard.press('Enter');
    await again.getByText(/That is not the passphrase/).waitFor();
    await field.fill(words);
    await again.keyboard.press('Enter');
    await again.getByRole('navigation', { name: 'Screens' }).waitFor();
    const { rows } = good(await desk.ask('customers.list', { query: '', states: [], cursor: null, limit: 5 }));
    expect(rows).toMatchObject([{ name: 'Wilhelmina Quastenberg' }]);
  });

  it('can do without, for as long as Bursar runs, and then nothing is left on the disk', async () => {
    desk = await openDesk({ env });
    const page = desk.page();
    await page.getByText('Until Bursar closes').click();
    await page.getByText('Everything is forgotten on closing').waitFor();
    await page.getByRole('button', { name: 'Practice with Blaaiz and Kira' }).click();
    await page.getByRole('heading', { name: 'Your first payout' }).waitFor();
    await fillCustomer(page, person);
    await submitCustomer(page);
    await page.keyboard.press('Control+,');
    await page.getByRole('link', { name: 'Lock and secrets' }).click();
    await page.getByText(/Nothing survives closing Bursar/).waitFor();
    const texts = [person.given, person.family, person.number, person.email];
    expect(filesWith(desk.folder, texts)).toEqual([]);
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText(/Nothing survives closing Bursar/).waitFor();
    expect(good(await desk.ask('customers.list', { query: '', states: [], cursor: null, limit: 5 })).rows).toMatchObject([{ name: 'Wilhelmina Quastenberg' }]);
    await desk.app().close();
    expect(filesWith(desk.folder, [...texts, 'Practice'])).toEqual([]);
    await desk.startAgain();
    await desk.page().getByText('This computer has no keychain that Bursar can use.').waitFor();
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startScannerServer, type ScannerServer } from '../scanner-server/server.ts';
import { openBlaaizDesk, type ConnectedDesk } from './support/connected.ts';
import { good } from './support/desk.ts';
import { goTo } from './support/go.ts';
import { completeDraft, person } from './support/people.ts';

let at: ConnectedDesk;
let scanner: ScannerServer;
beforeEach(async () => {
  scanner = await startScannerServer({ tls: true, switches: { sheets: 2, resolutions: [100, 300] } });
  at = await openBlaaizDesk(null);
});
afterEach(async () => {
  await at.close();
  await scanner.close();
});

const page = () => at.desk.page();
const dialog = () => page().getByRole('dialog');
const scanned = async () => good(await at.desk.ask('captures.list', { documentId: null })).map(({ source, mime }) => `${source} ${mime}`);

async function connect(): Promise<void> {
  const draft = await completeDraft(at.desk, person('Thea', 'Marlowe'));
  await goTo(page(), `/customers/${draft.id}`, 'Thea Marlowe');
  await page().getByRole('button', { name: 'Scan', exact: true }).first().click();
  await dialog().getByRole('textbox', { name: 'Address of the scanner' }).fill(`127.0.0.1:${scanner.port}`);
  await page().keyboard.press('Enter');
  await dialog().getByRole('button', { name: /Resolution/ }).waitFor();
}

describe('a scanner in the network', () => {
  it('gives its pages to the tray, from the glass and from the feeder', async () => {
    await connect();
    await dialog().getByRole('button', { name: 'Scan', exact: true }).click();
    await dialog().getByText('One page is in the tray.').waitFor();
    await dialog().getByRole('button', { name: /From/ }).click();
    await page().getByRole('option', { name: 'Feeder, one side' }).click();
    await dialog().getByRole('button', { name: 'Scan', exact: true }).click();
    await dialog().getByText('2 pages are in the tray.').waitFor();
    expect(await scanned()).toEqual(Array.from({ length: 3 }, () => 'scanner image/jpeg'));
    expect(scanner.jobs.map(({ wanted }) => [wanted.source, wanted.dpi, wanted.color])).toEqual([['Platen', 300, 'RGB24'], ['Feeder', 300, 'RGB24']]);
    await dialog().getByRole('button', { name: 'Done' }).click();
    await dialog().waitFor({ state: 'detached' });
  });

  it('says that paper is jammed, keeps what came, and is trusted anew after its certificate changed', async () => {
    await connect();
    scanner.switches.trouble = { after: 1, state: 'Jam' };
    await dialog().getByRole('button', { name: /From/ }).click();
    await page().getByRole('option', { name: 'Feeder, one side' }).click();
    await dialog().getByRole('button', { name: 'Scan', exact: true }).click();
    await dialog().getByText(/Paper is jammed/).waitFor();
    expect(await scanned()).toEqual(['scanner image/jpeg']);
    await scanner.renewCertificate();
    await dialog().getByRole('button', { name: 'Try again' }).click();
    await dialog().getByText(/another certificate/).waitFor();
    scanner.switches.trouble = null;
    await dialog().getByRole('button', { name: 'Trust it again' }).click();
    await dialog().getByRole('button', { name: 'Scan', exact: true }).click();
    await dialog().getByText('2 pages are in the tray.').waitFor();
  });
});

import { expect, test } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { broughtUpToDate } from '../../../../main/sandbox/kira/seed.ts';
import { bench } from '../client.ts';

const { world } = buildWorld({ clock: () => 5 });
const { kira } = world.state;

test('a fresh state has a tenant, two customers, three accounts and three recipients', () => {
  expect([kira.tenant.name, kira.tenant.email, kira.tenant.password.length, kira.tenant.profile]).toEqual(['Northfield Trading', 'payments@northfield.example', 52, 'G1']);
  expect(kira.users.map((one) => [one.type, one.status])).toEqual([['business', 'VERIFIED'], ['individual', 'CREATED']]);
  expect(kira.accounts.map((one) => [one.mode, one.status, one.balance])).toEqual([['fiat', 'active', 25_000_00], ['crypto', 'active', 0], ['fiat', 'pending', 0]]);
  expect(kira.recipients.map((one) => one.account['account_type'])).toEqual(['WIRE', 'SWIFT', 'ACH']);
  expect([kira.accounts, kira.recipients].flat().every((one) => one.user_id === kira.users[0]?.id)).toBe(true);
});

test('every balance is the sum of its entries', () => {
  for (const account of kira.accounts) {
    expect(kira.ledger.filter((one) => one.virtual_account_id === account.id).reduce((sum, one) => sum + one.amount, 0)).toBe(account.balance);
  }
});

test('is plain JSON, and the credentials are others every time', () => {
  expect(JSON.parse(JSON.stringify(kira))).toEqual(kira);
  const other = buildWorld({}).world.state.kira.tenant;
  for (const key of ['client_id', 'password', 'api_key'] as const) expect(other[key]).not.toBe(kira.tenant[key]);
});

test('a state of before a setting was there gets it, and keeps its own', () => {
  const saved = structuredClone(kira);
  saved.settings.code.fixed = '000000';
  Reflect.deleteProperty(saved.settings.code, 'attempts');
  Reflect.deleteProperty(saved.settings, 'quote_seconds');
  expect(broughtUpToDate(saved).settings).toMatchObject({ quote_seconds: 600, code: { attempts: 3, fixed: '000000' } });
});

test('reset brings back the beginning, with the same credentials and ids; tokens end', async () => {
  const at = await bench();
  const { kira: credential } = at.sandbox;
  await at.control('POST', `kira/accounts/${credential.virtual_account_fiat}`, { balance: '1.00' });
  await at.control('POST', 'kira/settings', { stage: 'root' });
  await at.control('POST', 'kira/tenant', { profile: 'G3' });
  await at.control('POST', 'reset');
  const { body } = await at.control('GET', 'kira/ledger');
  expect(body).toMatchObject([{ kind: 'set', virtual_account_id: credential.virtual_account_fiat, amount: 25_000_00 }]);
  expect((await at.control('GET', 'kira/settings')).body['stage']).toBeNull();
  expect((await at.control('GET', 'kira/tenant')).body).toMatchObject({ client_id: credential.client_id, profile: 'G1' });
});

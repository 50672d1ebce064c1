import { describe, expect, it } from 'vitest';
import { safeFields } from '../../../../main/log/fields.ts';
import { account, authReply, createdBody, idempotencyKey, jwt, kiraAt, kiraKeys, kiraOrder, payout, previewBody, recipient, startKira, swiftFields, user } from '../support/kira.ts';
import { startServer, type Answer, type Seen } from '../support/server.ts';

const file = Uint8Array.from({ length: 64 }, (_, i) => i);
const code = '918273';
const tokenText = jwt({ sub: 'secret-claims' });
const order = { ...kiraOrder, funding: { network: 'solana', token: 'USDC' } as const, documents: [{ kind: 'invoice', mime: 'image/png', bytes: file, description: 'Private words' } as const] };
const secrets = [
  kiraKeys.clientId, kiraKeys.password, kiraKeys.apiKey, tokenText, code, Buffer.from(file).toString('base64').slice(0, 20), '02120300000000202051', 'DE0212', 'Globex', '250.50', 'Private words', idempotencyKey, recipient, account, user, payout,
];

async function everyFlow(baseUrl: string) {
  const rig = kiraAt(baseUrl);
  const { kira } = rig;
  const replies = [
    await kira.warmUp(), await kira.accounts(), await kira.deposits(account), await kira.recipients([user]), await kira.createRecipient(idempotencyKey, kira.composeRecipient(swiftFields)), await kira.sendCode(),
    await kira.price(order), await kira.send({ accountId: account, key: idempotencyKey, body: kira.compose(order), code }), await kira.similar(account, order.amount, 0), await kira.status(payout), await rig.provider.test(),
  ];
  return { rig, replies };
}
const good = ({ path, method }: Seen): Answer => {
  if (path.endsWith('/auth')) return { body: authReply(tokenText) };
  if (path.endsWith('/preview')) return { body: previewBody() };
  if (path.endsWith('/payout')) return { status: 201, body: createdBody() };
  if (path.startsWith('/v1/users')) return { body: { data: [{ id: user, status: 'VERIFIED' }], pagination: { has_more: false } } };
  if (path.startsWith('/v1/virtual-accounts')) return { body: path.includes('?') && !path.includes('deposits') ? { data: [{ id: account }], pagination: { has_more: false } } : path.includes('deposits') ? [] : { id: account, user_id: user, mode: 'crypto' } };
  if (path.startsWith('/v1/recipients')) return { status: method === 'POST' ? 201 : 200, body: { recipient_id: recipient, account_type: 'SWIFT', account_details: { account_number: 'DE02120300000000202051' } } };
  return { body: { payout_id: payout } };
};

describe('what reaches the log', () => {
  it.each<[string, (seen: Seen) => Answer]>([
    ['everything goes well', good], ['everything is refused', (seen) => (seen.path.endsWith('/auth') ? good(seen) : { status: 400, body: { message: `no ${seen.body}`, code: seen.path } })],
    ['everything is cut', (seen) => (seen.path.endsWith('/auth') ? good(seen) : 'cut')], ['nobody is let in', () => ({ status: 401, body: { message: kiraKeys.password } })],
  ])('trap 27: has no secret, code, file or account when %s', async (_name, answer) => {
    const server = await startServer(answer);
    try {
      const { rig } = await everyFlow(server.url);
      const written = JSON.stringify([rig.logs, rig.reach, rig.budgets]);
      expect(rig.logs.length).toBeGreaterThan(2);
      expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
    } finally { await server.close(); }
  });
  it('is let through by the log\u2019s own list, so that each call can be told', async () => {
    const server = await startKira(good);
    try {
      const { rig } = await everyFlow(server.url);
      const routes = new Set(rig.logs.map((line) => line.route).filter((route) => route !== '/'));
      expect([...routes].toSorted()).toEqual([
        '/auth', '/v1/payouts', '/v1/payouts/{id}', '/v1/recipients', '/v1/recipients/{id}', '/v1/users', '/v1/virtual-accounts', '/v1/virtual-accounts/{id}', '/v1/virtual-accounts/{id}/deposits',
        '/v1/virtual-accounts/{id}/payout', '/v1/virtual-accounts/{id}/payout/preview', '/verification/send',
      ]);
      for (const route of routes) expect(safeFields({ route })).toEqual({ route });
    } finally { await server.close(); }
  });
  it('trap 27: and what people are told has neither keys nor codes, even when Kira echoes them', async () => {
    const server = await startServer((seen) => (seen.path.endsWith('/auth') ? good(seen) : { status: 400, body: { code: 'validation_error', message: `Bad header ${String(seen.headers['x-validation-header'])} ${seen.headers.authorization ?? ''} ${String(seen.headers['x-api-key'])}` } }));
    try {
      const { replies } = await everyFlow(server.url);
      const told = JSON.stringify(replies);
      expect([kiraKeys.password, kiraKeys.apiKey, tokenText, code].filter((secret) => told.includes(secret))).toEqual([]);
    } finally { await server.close(); }
  });
});

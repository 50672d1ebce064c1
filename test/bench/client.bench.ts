import { expectOk, openLine } from './desk.ts';
import { quantile, type Report } from './figures.ts';

const batch = 100;
const rounds = 7;

/** Calls a second through the client, with all it checks and parses, against a bare fetch loop over the same sandbox. */
export async function run(report: Report): Promise<void> {
  const { sandbox, provider, close } = await openLine();
  const { client_id, client_secret, scope } = sandbox.blaaiz;
  const signedIn = await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret, scope }) });
  const { access_token: token } = await signedIn.json() as { access_token: string };
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
  const bare = async () => { JSON.parse(await (await fetch(`${sandbox.url}/api/external/wallet`, { headers })).text()); };
  const ours = async () => { expectOk(await provider.payouts.wallets()); };
  const ourRates: number[] = [];
  const bareRates: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await perSecond(ours), await perSecond(bare)];
    if (round > 0) ourRates.push(one);
    if (round > 0) bareRates.push(other);
  }
  await close();
  const [value, of] = [quantile(ourRates, 0.5), quantile(bareRates, 0.5)];
  report({ name: 'client-calls-per-second-to-bare-fetch', value: value / of, unit: 'ratio', budget: null, reference: { value, of, unit: 'calls/s' } });
}

async function perSecond(call: () => Promise<void>): Promise<number> {
  const began = performance.now();
  for (let turn = 0; turn < batch; turn += 1) await call();
  return batch / ((performance.now() - began) / 1_000);
}

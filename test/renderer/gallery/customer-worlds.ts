import type { Customer } from '../../../preload/contract/customers.ts';
import { builtInProfile } from '../fake/app-state.ts';
import { sampleDocument } from '../fake/sample-customers.ts';
import { samplePdf, samplePng } from '../fake/sample-files.ts';
import type { World } from '../fake/world.ts';

function alter(world: World, id: string, change: (customer: Customer) => Partial<Customer>): void {
  world.customers = world.customers.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
}

const complete = { lastName: 'Marlowe', phone: '+254 20 441 7082', idExpiryDate: '2031-08-22', street: '12 Anyder Quay', city: 'Amaurot', zipCode: 'AM 2049' };

/** Documents with bytes behind them, whatever customer they are of. */
function files(world: World): void {
  const now = world.now();
  const [png, pdf] = [samplePng(), samplePdf(3)];
  const page = sampleDocument('identity', now, { name: 'marlowe-passport.png', mime: 'image/png', bytes: 1_258_291, pages: null });
  const bill = sampleDocument('proof_of_address', now, { name: 'statement-october.pdf', bytes: 864_000, pages: 3 });
  world.files.set(page.id, png).set(bill.id, pdf);
  alter(world, 'customer-8', (one) => ({ documents: [page, bill], fields: { ...one.fields, ...complete } }));
  alter(world, 'customer-3', () => ({ pendingSince: now - 6.2 * 3_600_000 }));
  world.profiles = [...world.profiles, builtInProfile];
  world.state = { ...world.state, profile: builtInProfile };
}

/** Worlds for the customers' pictures. */
export const customerWorlds: Readonly<Record<string, (world: World) => void>> = {
  customers: files,
  submitting: (world) => {
    files(world);
    alter(world, 'customer-8', (one) => ({
      state: 'submitting', remoteId: 'remote-8', documents: one.documents.map((document) => (document.slot === 'identity' ? document : { ...document, state: 'uploading' as const, sent: 535_680 })),
    }));
  },
  cut: (world) => {
    files(world);
    alter(world, 'customer-8', (one) => ({
      state: 'cut', remoteId: 'remote-8', problem: { code: 'offline', message: 'Proof of address: the network is gone.', fix: 'The file is safe here. It goes on when you press Continue.' },
      documents: one.documents.map((document) => (document.slot === 'identity' ? document : { ...document, state: 'cut' as const, sent: 345_600, problem: 'Stopped at 40%. The network is gone.' })),
    }));
  },
};

import { makeFakeBursar, type FakeBursar } from '../fake-bursar.ts';
import { auditOf } from './audit-worlds.ts';
import { guardOf } from './guard-worlds.ts';
import { worldOf } from './worlds.ts';

/** What the picture taker sets before the page starts. */
type Wanted = { readonly world: string; readonly now: number; readonly theme: 'light' | 'dark' };
const wanted = (globalThis as unknown as { readonly wanted: Wanted }).wanted;

const fake: FakeBursar = makeFakeBursar({ world: { now: () => wanted.now }, handlers: { ...auditOf(wanted.world), ...guardOf(wanted.world, () => fake.world) } });
worldOf(wanted.world)(fake.world);
Object.assign(globalThis, { bursar: fake.api, world: fake.world });

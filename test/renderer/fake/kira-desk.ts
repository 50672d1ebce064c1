import type { AppState } from '../../../preload/contract/app.ts';
import { emptyRecipientFields, recipientName, type Recipient, type RecipientFields } from '../../../preload/contract/recipients.ts';
import { liveProfile, readyState } from './app-state.ts';
import { kiraPractice, kiraProfile } from './kira-profiles.ts';
import type { World } from './world.ts';

/** A desk at Kira: its live profile is chosen, and a Blaaiz one and the practice one are beside it. */
export function kiraDesk(change: Partial<AppState> = {}): Pick<World, 'state' | 'profiles'> {
  return { state: { ...readyState(Date.now()), profile: kiraProfile, ...change }, profiles: [liveProfile, kiraProfile, kiraPractice] };
}

/** A recipient abroad with everything that SWIFT asks for. */
export const swiftFields: RecipientFields = {
  ...emptyRecipientFields, userId: 'user-1', rail: 'swift', kind: 'business', companyName: 'Müller & Söhne GmbH', email: 'ap@mueller.example', phone: '+4930901820',
  street: 'Bahnhofstraße 4', city: 'Köln', postalCode: '50667', country: 'DE', accountNumber: 'DE89370400440532013000', bic: 'COBADEFFXXX',
  bankName: 'Rheinbank', bankStreet: 'Domplatz 1', bankCity: 'Köln', bankState: 'Köln', bankPostalCode: '50667', bankCountry: 'DE',
};

/** A recipient of the book in any state. */
export function recipientOf(id: string, state: Recipient['state'], change: Partial<Recipient> = {}): Recipient {
  const fields = change.fields ?? swiftFields;
  return {
    id, remoteId: state === 'there' ? `rec_${id}` : null, state, name: recipientName(fields), tail: '··3000', fields, problem: null, lastPaidAt: null,
    createdAt: Date.UTC(2026, 10, 1), updatedAt: Date.UTC(2026, 10, 2), ...change,
  };
}

import type { Request } from '../../../preload/contract/api.ts';
import { noEdit } from '../../../preload/contract/captures.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import { emptyCustomerFields } from '../../../preload/contract/customers.ts';
import { emptyRecipientFields } from '../../../preload/contract/recipients.ts';
import { emptyPayoutDraft, type Price } from '../../../preload/contract/payouts.ts';
import { goodEvidence } from '../../main/documents/evidence.ts';

const gbp = { minor: 100, currency: 'GBP' } as const;
const price: Price = { send: gbp, fees: [], totalFees: gbp, converted: gbp, rate: '1', receive: gbp, gap: null, readAt: 1 };
const id = 'nobody';
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff);
const reason = 'Blaaiz support says so.';

/** A well-formed request for each channel, about nothing that exists. */
export const validRequests: { readonly [C in Channel]: Request<C> } = {
  'app.state': {}, 'app.savePreferences': {}, 'app.window': { action: 'minimize' }, 'app.openHelp': { page: 'blaaiz-support' }, 'app.sawUnknown': {},
  'vault.setUp': { mode: 'session-only' }, 'vault.unlock': {}, 'vault.lock': { reason: 'user' }, 'vault.changePassphrase': { current: null, next: null },
  'vault.flushed': {}, 'vault.active': {},
  'profiles.list': {}, 'profiles.useSandbox': { provider: 'blaaiz' }, 'profiles.rename': { id, name: 'Name' }, 'profiles.replaceSecret': { id, field: 'client_id', value: 'value' },
  'profiles.add': { provider: 'blaaiz', name: 'Name', env: 'sandbox', baseUrl: 'https://blaaiz.example', clientId: 'id', clientSecret: 'secret', scopes: ['wallet:read'] },
  'profiles.remove': { id }, 'profiles.choose': { id }, 'profiles.test': { id },
  'wallets.list': { fresh: false }, 'banks.list': { currency: 'NGN' }, 'banks.operators': { currency: 'NGN' }, 'banks.lookup': { bankId: id, accountNumber: '0123456789' },
  'customers.list': { query: '', states: [], cursor: null, limit: 10 }, 'customers.get': { id }, 'customers.save': { id: null, fields: emptyCustomerFields },
  'customers.discard': { id }, 'customers.twins': { id }, 'customers.idLabel': { country: 'NG' }, 'customers.submit': { id }, 'customers.cancelUpload': { id, slot: null },
  'customers.check': { id }, 'customers.supportNote': { id }, 'customers.update': { id, fields: emptyCustomerFields }, 'customers.adopt': { remoteId: id },
  'documents.place': { customerId: id, slot: 'identity', captureIds: [id], name: 'page.jpg', bytes: jpeg, evidence: [goodEvidence(emptyCustomerFields, 'identity')] },
  'documents.override': { customerId: id, documentId: id, ids: ['glare'], reason },
  'captures.list': { documentId: null }, 'captures.add': { name: 'page.jpg', source: 'file', bytes: jpeg, pages: null }, 'captures.opened': { id, pages: 1 },
  'captures.refuse': { id, problem: 'It is damaged.' }, 'captures.save': { id, edit: noEdit, thumb: jpeg, evidence: null }, 'captures.read': { id }, 'captures.thumb': { id },
  'captures.order': { ids: [id] }, 'captures.remove': { ids: [id] }, 'captures.chooseFolder': {}, 'captures.folder': {}, 'captures.forgetFolder': {},
  'scanners.list': {}, 'scanners.watch': { on: true }, 'scanners.open': { at: { address: '127.0.0.1:1' }, trust: false }, 'scanners.cancel': {}, 'scanners.forget': { id },
  'scanners.scan': { id, settings: { source: 'platen', color: 'color', dpi: 300, width: 210, height: 297 } },
  'documents.read': { customerId: id, documentId: id }, 'documents.remove': { customerId: id, documentId: id },
  'payouts.list': { view: 'all', query: '', cursor: null, limit: 10 }, 'payouts.counts': { view: 'all', query: '' }, 'payouts.get': { id },
  'payouts.save': { id: null, revision: 0, draft: emptyPayoutDraft }, 'payouts.discard': { id }, 'payouts.price': { id }, 'payouts.prerequisites': { id, fresh: false },
  'payouts.ready': { id, revision: 0 }, 'payouts.change': { id }, 'payouts.send': { id, revision: 0, accepted: price, code: null }, 'payouts.takeBack': { id }, 'payouts.look': { id },
  'payouts.check': { id }, 'payouts.sendAgain': { id, reason, code: null }, 'payouts.recordAnswer': { id, outcome: 'not-received', who: 'Femke', said: reason }, 'payouts.clone': { id },
  'profiles.saveKira': { id, settings: { codeMailbox: '', codeNeeded: true, apiVersion: null } },
  'payouts.attach': { id, name: 'invoice.pdf', bytes: Uint8Array.of(0x25, 0x50, 0x44, 0x46), kind: 'invoice' }, 'payouts.describeDocument': { id, documentId: id, kind: 'other', description: '' },
  'payouts.detach': { id, documentId: id }, 'payouts.readDocument': { id, documentId: id }, 'payouts.codeState': {}, 'payouts.requestCode': { id },
  'payouts.copyAddress': { id }, 'payouts.noteDeposit': { id, transactionHash: '0xabc' },
  'accounts.list': { fresh: false }, 'accounts.deposits': { accountId: id }, 'recipients.list': { query: '', fresh: false },
  'recipients.save': { id: null, fields: emptyRecipientFields }, 'recipients.create': { id }, 'recipients.remove': { id }, 'practice.mailbox': {},
  'payees.list': { query: '' }, 'payees.remove': { id }, 'today.summary': {}, 'search.all': { query: '' },
  'payouts.radar': { id }, 'payouts.limits': { id }, 'limits.get': {}, 'limits.save': { limits: [], reason },
  'repairs.list': { closed: false }, 'repairs.get': { id }, 'repairs.checkMoney': { id }, 'repairs.waive': { id, reason }, 'repairs.close': { id, reason },
  'away.sheet': {}, 'away.read': {}, 'away.accept': { key: 'none' },
  'audit.state': {}, 'audit.verify': {}, 'audit.list': { before: null, limit: 10 }, 'audit.export': {}, 'audit.accept': { reason },
  'backup.state': {}, 'backup.setPassphrase': { passphrase: null }, 'backup.setDaily': { on: true, keep: 7 }, 'backup.chooseFolder': {}, 'backup.make': {},
  'backup.choose': { name: 'none' }, 'backup.look': { token: id, passphrase: null }, 'backup.restore': { token: id, passphrase: null }, 'backup.startAnew': {},
};

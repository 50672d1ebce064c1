import { z } from 'zod';
import {
  appStateSchema, bankSchema, connectionCheckSchema, idLabelSchema, kiraSettingsSchema, preferencesSchema, profileSchema, vaultStateSchema, walletSchema,
} from './app.ts';
import { auditRowSchema, auditStateSchema } from './audit-log.ts';
import { awaySheetSchema } from './away.ts';
import { backupStateSchema, foundBackupSchema, heldProfileSchema, restoredSchema } from './backup.ts';
import { codeStateSchema, depositSchema, practiceMailSchema, virtualAccountSchema } from './accounts.ts';
import type { Channel, EventName } from './channels.ts';
import { currencyCodes, type CurrencyCode } from './currency.ts';
import { customerFieldsSchema, customerRowSchema, customerSchema, customerStates, likelyTwinSchema } from './customers.ts';
import { depositFactsSchema, payoutDocumentKinds, payoutDocumentMimes } from './deposit.ts';
import { captureEditSchema, captureLimits, captureMimes, captureSchema, captureSources, scanFolderSchema } from './captures.ts';
import { documentMimes, documentSchema, documentSlots, maxDocumentPages } from './documents.ts';
import type { AppError } from './errors.ts';
import { evidenceSchema } from './evidence.ts';
import { currencyLimitsSchema, limitLineSchema } from './limits.ts';
import { moneySchema } from './money.ts';
import {
  payeeSchema, payoutDraftSchema, payoutRowSchema, payoutSchema, payoutViews, prerequisiteSchema, priceSchema,
} from './payouts.ts';
import { checkIds } from './preflight.ts';
import { providerIds } from './provider.ts';
import { radarSchema } from './radar.ts';
import { recipientFieldsSchema, recipientSchema } from './recipients.ts';
import { repairSchema } from './repairs.ts';
import type { Result } from './result.ts';
import { scannerInfoSchema, scannerSchema, scanSettingsSchema, type ScanProgress, type Scanner } from './scanning.ts';

const id = z.string().min(1).max(100);
/** An id that the provider made: it becomes a part of an address there, so it can be nothing but a name. */
const remoteId = z.string().max(100).regex(/^\w[\w.:-]*$/);
/** What a scanner is known by: a UUID, a name in the network, or an address. */
const scannerId = z.string().min(1).max(400);
const nothing = z.strictObject({});
const done = z.null();
const currency = z.enum(currencyCodes as unknown as [CurrencyCode, ...CurrencyCode[]]);
const secret = z.string().trim().min(1).max(1200);
const passphrase = z.string().min(8).max(200);
const code = z.string().regex(/^\d{6}$/);
const reason = z.string().trim().min(10).max(500);
/** The most rows one page may carry. */
export const maxPageRows = 500;
const page = { cursor: z.string().max(200).nullable(), limit: z.number().int().min(1).max(maxPageRows) };

/** The text form of a secret field's name. */
export const secretFields = ['client_id', 'client_secret', 'x-api-key', 'password', 'webhook_secret'] as const;

const newProfile = { name: z.string().trim().min(1).max(60), env: z.enum(['sandbox', 'live']), baseUrl: z.string().max(300), clientId: secret };
const newBlaaizProfile = z.strictObject({
  provider: z.literal('blaaiz'), ...newProfile, clientSecret: secret, scopes: z.array(z.string().regex(/^[a-z:-]+$/).max(60)).min(1).max(40),
});
const newKiraProfile = z.strictObject({ provider: z.literal('kira'), ...newProfile, password: secret, apiKey: secret, kira: kiraSettingsSchema });

/** The only list of requests: what each takes and what it gives. Both sides are typed from it and main parses every argument with it. */
export const api = {
  /** The app at a glance. */
  'app.state': { request: nothing, result: appStateSchema },
  /** Saves some preferences and gives them all. */
  'app.savePreferences': { request: preferencesSchema.partial(), result: preferencesSchema },
  /** Acts on the window that asks. */
  'app.window': { request: z.strictObject({ action: z.enum(['minimize', 'maximize', 'close']) }), result: done },
  /** The list of payouts whose outcome wasn't known at opening has been shown. */
  'app.sawUnknown': { request: nothing, result: done },
  /** Opens one of our few help pages in the person's browser. */
  'app.openHelp': { request: z.strictObject({ page: z.enum(['blaaiz-dashboard', 'blaaiz-support', 'kira-docs', 'kira-support']) }), result: done },

  /** First-run choice of where the data key lives. */
  'vault.setUp': { request: z.strictObject({ mode: z.enum(['keychain', 'passphrase', 'session-only']), passphrase: passphrase.optional() }), result: vaultStateSchema },
  /** Opens the vault; the passphrase is needed when the state says so. */
  'vault.unlock': { request: z.strictObject({ passphrase: z.string().max(200).optional() }), result: vaultStateSchema },
  /** Locks at once. */
  'vault.lock': { request: z.strictObject({ reason: z.enum(['shortcut', 'user']) }), result: vaultStateSchema },
  /** Adds, changes or (null) removes the passphrase that unlocking asks for. */
  'vault.changePassphrase': { request: z.strictObject({ current: z.string().max(200).nullable(), next: passphrase.nullable() }), result: vaultStateSchema },
  /** Answers the `locking` event: everything typed has been saved. */
  'vault.flushed': { request: nothing, result: done },
  /** Says that the person did something, so the idle clock starts again. */
  'vault.active': { request: nothing, result: done },

  'profiles.list': { request: nothing, result: z.array(profileSchema) },
  /** Makes (if needed) the built-in sandbox profiles, one a provider, and chooses the asked one: no typing, no account, no network. */
  'profiles.useSandbox': { request: z.strictObject({ provider: z.enum(providerIds) }), result: profileSchema },
  /** Adds a profile; its secrets go to the vault and never come back. Blaaiz takes a client secret and scopes, Kira a password and an API key. */
  'profiles.add': { request: z.discriminatedUnion('provider', [newBlaaizProfile, newKiraProfile]), result: profileSchema },
  /** Changes what a Kira profile holds beside its keys. */
  'profiles.saveKira': { request: z.strictObject({ id, settings: kiraSettingsSchema }), result: profileSchema },
  'profiles.rename': { request: z.strictObject({ id, name: z.string().trim().min(1).max(60) }), result: profileSchema },
  'profiles.replaceSecret': { request: z.strictObject({ id, field: z.enum(secretFields), value: secret }), result: profileSchema },
  'profiles.remove': { request: z.strictObject({ id }), result: done },
  'profiles.choose': { request: z.strictObject({ id }), result: profileSchema },
  /** Runs the connection test and gives its lines in order. */
  'profiles.test': { request: z.strictObject({ id }), result: z.strictObject({ at: z.number(), checks: z.array(connectionCheckSchema), note: z.string().nullable() }) },

  /** Wallets as last read; `fresh` asks the provider first and falls back to what is kept when offline. */
  'wallets.list': { request: z.strictObject({ fresh: z.boolean() }), result: z.strictObject({ wallets: z.array(walletSchema), readAt: z.number().nullable() }) },
  'banks.list': { request: z.strictObject({ currency }), result: z.strictObject({ banks: z.array(bankSchema), readAt: z.number().nullable() }) },
  'banks.operators': { request: z.strictObject({ currency }), result: z.strictObject({ banks: z.array(bankSchema), readAt: z.number().nullable() }) },
  /** Asks whose account it is; needs the network. */
  'banks.lookup': { request: z.strictObject({ bankId: id, accountNumber: z.string().regex(/^\d{10}$/) }), result: z.strictObject({ accountName: z.string() }) },

  'customers.list': {
    request: z.strictObject({ query: z.string().max(200), states: z.array(z.enum(customerStates)), ...page }),
    result: z.strictObject({ rows: z.array(customerRowSchema), next: z.string().nullable(), total: z.number().int() }),
  },
  'customers.get': { request: z.strictObject({ id }), result: customerSchema },
  /** Saves the form as a draft; `id` null starts a new one. */
  'customers.save': { request: z.strictObject({ id: id.nullable(), fields: customerFieldsSchema }), result: customerSchema },
  /** Throws away a customer that was never sent to the provider, with its documents. */
  'customers.discard': { request: z.strictObject({ id }), result: done },
  /** Customers who may be the same person, here and (online) at the provider. */
  'customers.twins': { request: z.strictObject({ id }), result: z.array(likelyTwinSchema) },
  /** What the country's tax or personal number is called; fetched, kept, null when not known and offline. */
  'customers.idLabel': { request: z.strictObject({ country: z.string().length(2) }), result: idLabelSchema.nullable() },
  /** Creates the customer if needed, uploads every kept document and attaches all in one call; goes on where it stopped. */
  'customers.submit': { request: z.strictObject({ id }), result: customerSchema },
  /** Stops one upload, or all with slot null; what has been created stays. */
  'customers.cancelUpload': { request: z.strictObject({ id, slot: z.enum(documentSlots).nullable() }), result: done },
  /** Looks at the provider now. */
  'customers.check': { request: z.strictObject({ id }), result: customerSchema },
  /** The text for support when verification is late. */
  'customers.supportNote': { request: z.strictObject({ id }), result: z.strictObject({ subject: z.string(), body: z.string() }) },
  /** Sends changed, unlocked fields of a submitted customer to the provider. */
  'customers.update': { request: z.strictObject({ id, fields: customerFieldsSchema }), result: customerSchema },
  /** Takes a customer that exists only at the provider into this app. */
  'customers.adopt': { request: z.strictObject({ remoteId }), result: customerSchema },

  /** Makes pages of the tray the document of a slot, replacing the one before, whose pages go back to the tray. `bytes` is the file that will be sent,
   *  made from the pages on the screen's side: a JPEG or PNG of one page, or a PDF; `evidence` is what each page's pixels say. */
  'documents.place': {
    request: z.strictObject({
      customerId: id, slot: z.enum(documentSlots), captureIds: z.array(id).min(1).max(maxDocumentPages), name: z.string().max(255),
      bytes: z.instanceof(Uint8Array), evidence: z.array(evidenceSchema).min(1).max(maxDocumentPages),
    }),
    result: documentSchema,
  },
  /** Keeps a document in spite of findings, with a written reason. Error validation when one of them can't be overridden or isn't there. */
  'documents.override': { request: z.strictObject({ customerId: id, documentId: id, ids: z.array(z.enum(checkIds)).min(1), reason }), result: documentSchema },
  /** The kept bytes, for the preview. */
  'documents.read': { request: z.strictObject({ customerId: id, documentId: id }), result: z.strictObject({ mime: z.enum(documentMimes), bytes: z.instanceof(Uint8Array) }) },
  /** Takes a document out of its slot; its pages go back to the tray. */
  'documents.remove': { request: z.strictObject({ customerId: id, documentId: id }), result: done },

  /** The tray of this profile: pages that belong to no document yet, in the person's order; or one document's pages. */
  'captures.list': { request: z.strictObject({ documentId: id.nullable() }), result: z.array(captureSchema).max(captureLimits.tray) },
  /** Keeps an original in the tray, sealed and as it came. `pages` when the screen has opened it already: one row a page. Errors: file-*, storage. */
  'captures.add': {
    request: z.strictObject({
      name: z.string().max(255), source: z.enum(captureSources), bytes: z.instanceof(Uint8Array), pages: z.number().int().min(1).max(captureLimits.pages).nullable(),
    }),
    result: z.array(captureSchema),
  },
  /** Says how many pages a `new` original has: one row a page from now on. */
  'captures.opened': { request: z.strictObject({ id, pages: z.number().int().min(1).max(captureLimits.pages) }), result: z.array(captureSchema) },
  /** Says why a `new` original can't be used. */
  'captures.refuse': { request: z.strictObject({ id, problem: z.string().min(1).max(300) }), result: captureSchema },
  /** Keeps what was done to a page: the edit, the small picture, and what its pixels say; each left as it is when null. */
  'captures.save': {
    request: z.strictObject({ id, edit: captureEditSchema.nullable(), thumb: z.instanceof(Uint8Array).nullable(), evidence: evidenceSchema.nullable() }), result: captureSchema,
  },
  /** The original's bytes; of a file with several pages, the whole file. */
  'captures.read': { request: z.strictObject({ id }), result: z.strictObject({ mime: z.enum(captureMimes), bytes: z.instanceof(Uint8Array) }) },
  /** The small picture (JPEG), null before one was saved. */
  'captures.thumb': { request: z.strictObject({ id }), result: z.strictObject({ bytes: z.instanceof(Uint8Array).nullable() }) },
  /** Puts pages of the tray in this order. */
  'captures.order': { request: z.strictObject({ ids: z.array(id).max(captureLimits.tray) }), result: done },
  /** Throws pages of the tray away, with originals that no other page needs. */
  'captures.remove': { request: z.strictObject({ ids: z.array(id).min(1).max(captureLimits.tray) }), result: done },
  /** Lets the person choose a folder whose new files come into the tray; null when they chose none. */
  'captures.chooseFolder': { request: nothing, result: scanFolderSchema.nullable() },
  /** The watched folder; null without one. */
  'captures.folder': { request: nothing, result: scanFolderSchema.nullable() },
  'captures.forgetFolder': { request: nothing, result: done },

  /** The scanners that were used here, and those found in the network while it is watched. */
  'scanners.list': { request: nothing, result: z.array(scannerSchema).max(200) },
  /** Looks for scanners in the network, or stops looking; the `scanners` event tells of them. */
  'scanners.watch': { request: z.strictObject({ on: z.boolean() }), result: done },
  /** Asks a scanner what it can, and remembers it. `trust` takes another certificate than the known one. Errors: validation for the address, scanner-*,
   *  tls, not-found. */
  'scanners.open': {
    request: z.strictObject({ at: z.union([z.strictObject({ id: scannerId }), z.strictObject({ address: z.string().max(300) })]), trust: z.boolean() }), result: scannerInfoSchema,
  },
  /** Scans pages into the tray, each as it comes, until there are no more: the `scan` event tells how far it is. Errors: conflict while another scan
   *  runs or the tray is full, validation, scanner-*, file-*, storage, cancelled; pages that came before stay in the tray. */
  'scanners.scan': { request: z.strictObject({ id: scannerId, settings: scanSettingsSchema }), result: z.strictObject({ pages: z.number().int() }) },
  /** Stops the scan that runs, at the scanner too. */
  'scanners.cancel': { request: nothing, result: done },
  /** Forgets a scanner that was used here, with its certificate. */
  'scanners.forget': { request: z.strictObject({ id: scannerId }), result: done },

  'payouts.list': {
    request: z.strictObject({ view: z.enum(payoutViews), query: z.string().max(200), ...page }),
    result: z.strictObject({ rows: z.array(payoutRowSchema), next: z.string().nullable() }),
  },
  /** Rows in each tab for a search, and totals sent per currency of the asked tab. */
  'payouts.counts': {
    request: z.strictObject({ view: z.enum(payoutViews), query: z.string().max(200) }),
    result: z.strictObject({ counts: z.record(z.enum(payoutViews), z.number().int()), totals: z.array(moneySchema), rows: z.number().int(), indexOfOthers: z.number().int() }),
  },
  'payouts.get': { request: z.strictObject({ id }), result: payoutSchema },
  /** Saves the draft; `id` null starts a new one. `revision` is what the screen last saw; `blank` keeps a new draft with nothing in it, for a file that comes first. */
  'payouts.save': { request: z.strictObject({ id: id.nullable(), revision: z.number().int(), draft: payoutDraftSchema, blank: z.boolean().optional() }), result: payoutSchema },
  'payouts.discard': { request: z.strictObject({ id }), result: done },
  /** Reads fees and rate from the provider for the draft as saved; offline gives the last price of the same question, or an error. */
  'payouts.price': { request: z.strictObject({ id }), result: priceSchema },
  'payouts.prerequisites': { request: z.strictObject({ id, fresh: z.boolean() }), result: z.array(prerequisiteSchema) },
  /** Marks a complete draft ready. */
  'payouts.ready': { request: z.strictObject({ id, revision: z.number().int() }), result: payoutSchema },
  /** Makes a ready payout a draft again. */
  'payouts.change': { request: z.strictObject({ id }), result: payoutSchema },
  /** Queues the payout: prerequisites and price are read again first; it leaves after the take-back time. `accepted` is the price as shown;
   *  `code` is Kira's one-time code, kept in memory only until it leaves, null where none is asked for. `duplicates` answers the radar: the key of
   *  what was shown, and why it is sent all the same. Errors, beside those of the prerequisites: `price-changed`, `already-sent`, `over-limit` (fields
   *  name each limit), `duplicate-suspected`, `money-not-back`, `look-first`, `audit-broken`. */
  'payouts.send': {
    request: z.strictObject({
      id, revision: z.number().int(), accepted: priceSchema, code: code.nullable(), duplicates: z.strictObject({ key: z.string().max(100), reason }).optional(),
    }),
    result: payoutSchema,
  },
  /** Takes a queued payout back to ready. */
  'payouts.takeBack': { request: z.strictObject({ id }), result: payoutSchema },
  /** Looks an unknown payout up now. */
  'payouts.look': { request: z.strictObject({ id }), result: payoutSchema },
  /** Reads an accepted payout's status now. */
  'payouts.check': { request: z.strictObject({ id }), result: payoutSchema },
  /** A person decides with a reason that an unknown payout is sent again: same key or reference, same bytes. Blaaiz: only after the settle
   *  time. Kira: only while it still knows the key, with a new code where one is asked for. */
  'payouts.sendAgain': { request: z.strictObject({ id, reason, code: code.nullable() }), result: payoutSchema },
  /** A person records what the provider said about an unknown payout; 'not-received' makes it refused, 'received' keeps looking. */
  'payouts.recordAnswer': { request: z.strictObject({ id, outcome: z.enum(['received', 'not-received']), who: z.string().trim().min(2).max(120), said: reason }), result: payoutSchema },
  /** Makes a new draft from a payout, linked to it. */
  'payouts.clone': { request: z.strictObject({ id }), result: payoutSchema },

  /** Keeps a supporting file with a draft; the type is read from the bytes. Errors: file-*, validation beyond the limits, conflict when it has left. */
  'payouts.attach': {
    request: z.strictObject({ id, name: z.string().max(255), bytes: z.instanceof(Uint8Array), kind: z.enum(payoutDocumentKinds) }), result: payoutSchema,
  },
  'payouts.describeDocument': {
    request: z.strictObject({ id, documentId: id, kind: z.enum(payoutDocumentKinds), description: z.string().max(255) }), result: payoutSchema,
  },
  'payouts.detach': { request: z.strictObject({ id, documentId: id }), result: payoutSchema },
  /** The kept bytes of a supporting file, for the preview. */
  'payouts.readDocument': { request: z.strictObject({ id, documentId: id }), result: z.strictObject({ mime: z.enum(payoutDocumentMimes), bytes: z.instanceof(Uint8Array) }) },
  /** Where the one-time code stands. */
  'payouts.codeState': { request: nothing, result: codeStateSchema },
  /** Has Kira mail a new code for releasing this payout; a code that was mailed before stops working. Errors: code-blocked; conflict when
   *  asked again too soon, or while another payout leaves with a code. */
  'payouts.requestCode': { request: z.strictObject({ id }), result: codeStateSchema },
  /** Puts the deposit address into the clipboard and watches it for two minutes: the `clipboard` event tells when it holds something else. */
  'payouts.copyAddress': { request: z.strictObject({ id }), result: z.strictObject({ watchedUntil: z.number() }) },
  /** Keeps the transaction hash of the deposit that a person made. */
  'payouts.noteDeposit': { request: z.strictObject({ id, transactionHash: z.string().trim().min(1).max(120) }), result: payoutSchema },

  /** Kira's virtual accounts as last read; `fresh` asks first and falls back to what is kept. */
  'accounts.list': { request: z.strictObject({ fresh: z.boolean() }), result: z.strictObject({ accounts: z.array(virtualAccountSchema), readAt: z.number().nullable() }) },
  /** The newest money that came into an account; needs the network. */
  'accounts.deposits': { request: z.strictObject({ accountId: remoteId }), result: z.strictObject({ deposits: z.array(depositSchema) }) },
  /** The book of recipients, by name, at most 500; `fresh` first takes over what was made elsewhere. */
  'recipients.list': { request: z.strictObject({ query: z.string().max(200), fresh: z.boolean() }), result: z.array(recipientSchema) },
  /** Saves a recipient that is only here; `id` null starts a new one. Error conflict when Kira has it: it can't be changed there. */
  'recipients.save': { request: z.strictObject({ id: id.nullable(), fields: recipientFieldsSchema }), result: recipientSchema },
  /** Makes a saved recipient at Kira, once: what was cut off goes on with the same key and bytes. */
  'recipients.create': { request: z.strictObject({ id }), result: recipientSchema },
  /** Throws away a recipient that is only here; one that Kira has is hidden. */
  'recipients.remove': { request: z.strictObject({ id }), result: done },
  /** The mailbox of the built-in sandbox, newest first; empty for other profiles. */
  'practice.mailbox': { request: nothing, result: z.array(practiceMailSchema) },

  'payees.list': { request: z.strictObject({ query: z.string().max(200) }), result: z.array(payeeSchema) },
  'payees.remove': { request: z.strictObject({ id }), result: done },

  /** Payouts that may be the same as this one, in every profile of the same kind (practice or live). */
  'payouts.radar': { request: z.strictObject({ id }), result: radarSchema },
  /** How the limits stand for this payout as saved; empty when none is set for its currency. */
  'payouts.limits': { request: z.strictObject({ id }), result: z.array(limitLineSchema) },
  /** The profile's limits, with what was sent today. A day is one of `zone` (IANA name); `zoneHere` is this computer's. `ahead` is the time that limits go
   *  by where a wrong clock put it ahead (epoch ms), else null. */
  'limits.get': {
    request: nothing,
    result: z.strictObject({ limits: z.array(currencyLimitsSchema).max(60), today: z.array(moneySchema), zone: z.string(), zoneHere: z.string(), ahead: z.number().nullable() }),
  },
  /** Changes the limits of the profile; the reason goes to the audit log with what was before. */
  'limits.save': { request: z.strictObject({ limits: z.array(currencyLimitsSchema).max(60), reason }), result: z.array(currencyLimitsSchema) },

  /** Payouts to repair, the oldest first; closed ones only when asked for, the newest first. */
  'repairs.list': { request: z.strictObject({ closed: z.boolean() }), result: z.array(repairSchema).max(500) },
  'repairs.get': { request: z.strictObject({ id }), result: repairSchema },
  /** Reads the balance and sees whether the money is back. */
  'repairs.checkMoney': { request: z.strictObject({ id }), result: repairSchema },
  /** Lets the corrected copy go before the money is seen back, with a written reason. */
  'repairs.waive': { request: z.strictObject({ id, reason }), result: repairSchema },
  /** Puts a repair away with a written reason: nothing more is done about it. */
  'repairs.close': { request: z.strictObject({ id, reason }), result: repairSchema },

  /** What changed during the last spell without the provider, as last read. */
  'away.sheet': { request: nothing, result: awaySheetSchema },
  /** Reads everything anew for the sheet; needs the network. */
  'away.read': { request: nothing, result: awaySheetSchema },
  /** A person has looked at the sheet with this key; payouts may be released again. Error conflict when it has changed since. */
  'away.accept': { request: z.strictObject({ key: z.string().max(100) }), result: awaySheetSchema },

  'audit.state': { request: nothing, result: auditStateSchema },
  /** Recomputes the whole chain and compares it with the keychain's word. */
  'audit.verify': { request: nothing, result: auditStateSchema },
  /** Rows before a number (null: from the end), newest first. */
  'audit.list': { request: z.strictObject({ before: z.number().int().nullable(), limit: z.number().int().min(1).max(maxPageRows) }), result: z.array(auditRowSchema) },
  /** Writes the log to a file that the person chooses; null when they chose none. */
  'audit.export': { request: nothing, result: z.strictObject({ name: z.string(), rows: z.number().int() }).nullable() },
  /** A person goes on with a broken log, with a written reason: it is written down and the chain is anchored anew from there. */
  'audit.accept': { request: z.strictObject({ reason }), result: auditStateSchema },

  /** How backups stand. Works while the vault is locked or broken. */
  'backup.state': { request: nothing, result: backupStateSchema },
  /** Sets the passphrase that opens backups on another computer; null: backups open only on this one. */
  'backup.setPassphrase': { request: z.strictObject({ passphrase: passphrase.nullable() }), result: backupStateSchema },
  'backup.setDaily': { request: z.strictObject({ on: z.boolean(), keep: z.number().int().min(1).max(60) }), result: backupStateSchema },
  /** Lets the person choose where backups go. */
  'backup.chooseFolder': { request: nothing, result: backupStateSchema },
  /** Makes a backup now. Errors: storage, locked. */
  'backup.make': { request: nothing, result: backupStateSchema },
  /** Lets the person choose a backup file, or takes one of the folder by its name; null when they chose none. Error file-damaged. */
  'backup.choose': { request: z.strictObject({ name: z.string().max(200).nullable() }), result: foundBackupSchema.nullable() },
  /** Opens the chosen backup, compares every byte and says which profiles it holds; nothing is written. Errors: wrong-passphrase, key-mismatch, file-damaged, storage,
   *  conflict. */
  'backup.look': { request: z.strictObject({ token: id, passphrase: z.string().max(200).nullable() }), result: z.strictObject({ profiles: z.array(heldProfileSchema).max(50) }) },
  /** Puts a backup in the place of what is here, which is kept aside; one that isn't what was looked at any more is refused. Errors: wrong-passphrase, key-mismatch, file-damaged, storage, conflict. */
  'backup.restore': { request: z.strictObject({ token: id, passphrase: z.string().max(200).nullable() }), result: restoredSchema },
  /** After the data was found damaged and kept aside: begins with nothing. Error conflict when the data is fine. */
  'backup.startAnew': { request: nothing, result: done },

  'today.summary': {
    request: nothing,
    result: z.strictObject({
      needsYou: z.array(z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('payout'), payout: payoutRowSchema, nextLookAt: z.number().nullable(), why: z.string() }),
        z.strictObject({ kind: z.literal('customer'), customer: customerRowSchema, why: z.string() }),
        z.strictObject({ kind: z.literal('sum'), payout: payoutRowSchema, why: z.string() }),
      ])),
      onTheWay: z.array(payoutRowSchema), onTheWayCount: z.number().int(), beingVerified: z.array(customerRowSchema), customers: z.number().int(), watched: z.number().int(),
      watchedUntil: z.number().nullable(), mayLeave: z.array(moneySchema), drafts: z.number().int(), repairs: z.number().int(),
      /** Payouts that wait for a stablecoin deposit or whose time for it ran out, the soonest to run out first; times as in the deposit's facts. */
      deposits: z.array(z.strictObject({ payout: payoutRowSchema, deposit: depositFactsSchema })),
    }),
  },
  /** Payouts, customers and payees that match, at most ten of each. */
  'search.all': {
    request: z.strictObject({ query: z.string().max(200) }),
    result: z.strictObject({ payouts: z.array(payoutRowSchema), customers: z.array(customerRowSchema), payees: z.array(payeeSchema) }),
  },
} as const satisfies Record<Channel, { request: z.ZodType; result: z.ZodType }>;

/** What each event carries. */
export type EventPayloads = {
  /** The app state changed; here it is. */
  readonly state: z.infer<typeof appStateSchema>;
  /** Kept data changed; what was asked of these topics should be asked again. `id` narrows it. */
  readonly changed: { readonly topics: readonly Topic[]; readonly id: string | null };
  /** An upload moved on; bytes. */
  readonly progress: { readonly customerId: string; readonly documentId: string; readonly sent: number; readonly total: number };
  /** The vault is about to lock: save what is typed, then answer `vault.flushed`. */
  readonly locking: Record<string, never>;
  /** The clipboard holds something else than the deposit address that was copied. `like` is true when it looks like an address too. */
  readonly clipboard: { readonly payoutId: string; readonly like: boolean };
  /** The scanners to choose from, whenever that changes while the network is watched. */
  readonly scanners: { readonly scanners: readonly Scanner[] };
  /** A scan moved on. */
  readonly scan: ScanProgress;
};
/** What kept data a `changed` event is about. */
export type Topic = 'customers' | 'payouts' | 'wallets' | 'banks' | 'payees' | 'profiles' | 'accounts' | 'recipients' | 'captures' | 'repairs' | 'limits' | 'away' | 'audit' | 'backup';

/** What a channel takes. */
export type Request<C extends Channel> = z.infer<(typeof api)[C]['request']>;
/** What a channel gives when it succeeds. */
export type Reply<C extends Channel> = z.infer<(typeof api)[C]['result']>;

type Group<C extends Channel> = C extends `${infer G}.${string}` ? G : never;
type Verb<C extends Channel, G extends string> = C extends `${G}.${infer V}` ? V : never;

/** The object the preload puts on the page as `window.bursar`: one named function a channel, and one subscription an event. */
export type BursarApi = {
  readonly [G in Group<Channel>]: {
    readonly [V in Verb<Channel, G>]: (request: Request<Extract<`${G}.${V}`, Channel>>) => Promise<Result<Reply<Extract<`${G}.${V}`, Channel>>, AppError>>;
  };
} & {
  readonly on: { readonly [E in EventName]: (listener: (payload: EventPayloads[E]) => void) => () => void };
};

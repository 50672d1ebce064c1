/** Every request the screen can make, as `group.verb`; the only list. The preload exposes exactly these. */
export const channels = [
  'app.state', 'app.savePreferences', 'app.window', 'app.openHelp', 'app.sawUnknown',
  'vault.setUp', 'vault.unlock', 'vault.lock', 'vault.changePassphrase', 'vault.flushed', 'vault.active',
  'profiles.list', 'profiles.useSandbox', 'profiles.add', 'profiles.rename', 'profiles.replaceSecret', 'profiles.remove', 'profiles.choose', 'profiles.test', 'profiles.saveKira',
  'wallets.list', 'banks.list', 'banks.operators', 'banks.lookup',
  'customers.list', 'customers.get', 'customers.save', 'customers.discard', 'customers.twins', 'customers.idLabel', 'customers.submit',
  'customers.cancelUpload', 'customers.check', 'customers.supportNote', 'customers.update', 'customers.adopt',
  'documents.place', 'documents.override', 'documents.read', 'documents.remove',
  'captures.list', 'captures.add', 'captures.opened', 'captures.refuse', 'captures.save', 'captures.read', 'captures.thumb', 'captures.order',
  'captures.remove', 'captures.chooseFolder', 'captures.folder', 'captures.forgetFolder',
  'scanners.list', 'scanners.watch', 'scanners.open', 'scanners.scan', 'scanners.cancel', 'scanners.forget',
  'payouts.list', 'payouts.counts', 'payouts.get', 'payouts.save', 'payouts.discard', 'payouts.price', 'payouts.prerequisites', 'payouts.ready',
  'payouts.change', 'payouts.send', 'payouts.takeBack', 'payouts.look', 'payouts.check', 'payouts.sendAgain', 'payouts.recordAnswer', 'payouts.clone',
  'payouts.attach', 'payouts.describeDocument', 'payouts.detach', 'payouts.readDocument', 'payouts.codeState', 'payouts.requestCode',
  'payouts.copyAddress', 'payouts.noteDeposit', 'payouts.radar', 'payouts.limits',
  'accounts.list', 'accounts.deposits', 'recipients.list', 'recipients.save', 'recipients.create', 'recipients.remove', 'practice.mailbox',
  'payees.list', 'payees.remove',
  'today.summary', 'search.all',
  'limits.get', 'limits.save',
  'repairs.list', 'repairs.get', 'repairs.checkMoney', 'repairs.waive', 'repairs.close',
  'away.sheet', 'away.read', 'away.accept',
  'audit.state', 'audit.verify', 'audit.list', 'audit.export', 'audit.accept',
  'backup.state', 'backup.setPassphrase', 'backup.setDaily', 'backup.chooseFolder', 'backup.make', 'backup.choose', 'backup.look', 'backup.restore', 'backup.startAnew',
] as const;

/** The name of a request. */
export type Channel = (typeof channels)[number];

/** Every event the screen can subscribe to. */
export const events = ['state', 'changed', 'progress', 'locking', 'clipboard', 'scanners', 'scan'] as const;
/** The name of an event. */
export type EventName = (typeof events)[number];

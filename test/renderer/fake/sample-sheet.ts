import type { AwaySheet } from '../../../preload/contract/away.ts';

/** A sheet of changes after a morning without Blaaiz, about the sample payouts. */
export function sampleSheet(now: number): AwaySheet {
  const [before, since, until] = [now - 9_600_000, now - 7_200_000, now - 120_000];
  const common = { beforeAt: before, nowAt: now - 60_000, more: 0 };
  const [quarry, halima] = [{ id: 'payout-9', name: 'Okonjo Textiles' }, { id: 'payout-8', name: 'Halima Yusuf' }];
  return {
    pending: true, since, until, readAt: now - 60_000, changed: 6, mattering: 4, held: 0, answered: 13, total: 13, same: 7, unread: [], key: 'sheet-1',
    changes: [
      { ...common, kind: 'price', subject: 'Okonjo Textiles receives', before: '2,343,576.38 NGN', now: '2,301,902.00 NGN', matters: true, payouts: [quarry] },
      { ...common, kind: 'rate', subject: 'GBP to NGN', before: '1 GBP = 2012.5 NGN', now: '1 GBP = 1976.71 NGN', matters: true, payouts: [quarry, halima] },
      { ...common, kind: 'balance', subject: 'GBP wallet', before: '18,240.55 GBP', now: '1,040.55 GBP', matters: true, payouts: [quarry] },
      { ...common, kind: 'customer', subject: 'Moor Imports', before: 'Moor Imports is verified', now: 'Blaaiz holds Moor Imports for extra checks', matters: true, payouts: [halima] },
      { ...common, kind: 'balance', subject: 'EUR wallet', before: '9,412.30 EUR', now: '9,400.10 EUR', matters: false, payouts: [] },
      { ...common, kind: 'payout', subject: 'Priya Raman', before: 'Processing', now: 'Completed', matters: false, payouts: [{ id: 'payout-6', name: 'Priya Raman' }] },
    ],
  };
}

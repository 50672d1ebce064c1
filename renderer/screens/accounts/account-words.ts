import { CircleCheck, CirclePause, CircleX, Clock, OctagonX, Undo2 } from 'lucide-react';
import type { AccountMode, Deposit, VirtualAccount } from '../../../preload/contract/accounts.ts';
import { depositNetworks, networkNames } from '../../../preload/contract/deposit.ts';
import { rawStatus, type StatusWord } from '../../components/status-words.ts';
import { t } from '../../text.ts';

/** How an account is funded, in words. */
export function modeWords(mode: AccountMode | null): string {
  switch (mode) {
    case 'fiat': return t('Pays from its balance');
    case 'crypto': return t('Funded by stablecoin per payout');
    case null: return t('Kira does not say how it is funded');
  }
}

/** What Kira's states come to. */
export function readinessStatus(readiness: VirtualAccount['readiness']): StatusWord {
  switch (readiness) {
    case 'ready': return { word: t('Ready to pay out'), icon: CircleCheck, family: 'ok', person: false };
    case 'waiting': return { word: t('Not ready yet'), icon: Clock, family: 'wait', person: true };
    case 'unusable': return { word: t('Not usable'), icon: OctagonX, family: 'bad', person: true };
  }
}

/** Where money that came in stands; a word of Kira's that we don't know is shown as it is, and doesn't count as received (Kira guide: Deposits). */
export function depositStatus({ status }: Pick<Deposit, 'status'>): StatusWord {
  switch (status.toUpperCase()) {
    case 'COMPLETED': return { word: t('Received'), icon: CircleCheck, family: 'ok', person: false };
    case 'PROCESSING':
    case 'PENDING': return { word: t('On its way'), icon: Clock, family: 'move', person: false };
    case 'KYT_PENDING': return { word: t('Held for review'), icon: CirclePause, family: 'wait', person: true };
    case 'KYT_REJECTED':
    case 'FAILED': return { word: t('Refused'), icon: CircleX, family: 'bad', person: true };
    case 'REFUNDED': return { word: t('Sent back'), icon: Undo2, family: 'idle', person: false };
    default: return rawStatus(status);
  }
}

/** The rail that money came in on, as people write it. */
export function railWords(rail: string): string {
  return rail.toUpperCase() === 'WIRE' ? t('Wire') : rail.replaceAll('_', ' ');
}

/** The network of a stablecoin by its name; one that we don't know keeps Kira's word. */
export function networkWords(network: string): string {
  const known = depositNetworks.find((one) => one === network.toLowerCase());
  return known ? networkNames[known] : network;
}

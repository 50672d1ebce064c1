import type { DocumentSlot, IdType } from '../../../preload/contract/documents.ts';
import type { SpecimenKind } from './kinds.ts';

const barcoded: readonly string[] = ['US', 'CA'];

/** What belongs into a slot; `country` is whose document it is, as the form has it. */
export function specimenKindFor(slot: DocumentSlot, idType: IdType, country: string): SpecimenKind | 'portrait' {
  if (slot === 'proof_of_address') return 'bill';
  if (slot === 'liveness_check') return 'portrait';
  if (idType === 'passport') return 'passport';
  const side = slot === 'identity' ? 'front' : 'back';
  if (idType === 'resident_permit') return `permit-${side}`;
  return barcoded.includes(country) ? `us-licence-${side}` : `licence-${side}`;
}

import { Lock, ScanLine, Upload } from 'lucide-react';
import type { ReactElement } from 'react';
import { captureLimits } from '../../../preload/contract/captures.ts';
import type { DocumentSlot, IdType } from '../../../preload/contract/documents.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './empty-slot.module.css';
import { WaysIn, type Ways } from './ways-in.tsx';

const c = names(css);

/** Props of {@link EmptySlot}: `closed` is why nothing can come, `checking` the name of what is being looked at for it. */
export type EmptySlotProps = {
  readonly slot: DocumentSlot; readonly idType: IdType; readonly frozen: boolean; readonly closed: string | null; readonly checking: string | null; readonly ways: Ways;
};

/** The place where a slot’s document goes, and every way to bring one. */
export function EmptySlot({ slot, idType, frozen, closed, checking, ways }: EmptySlotProps): ReactElement {
  if (closed !== null) return <div className={c('blank')}><Lock size={22} strokeWidth={1.8} aria-hidden /><p className={c('head')}>{closed}</p></div>;
  if (checking !== null) {
    return (
      <div className={c('blank')}>
        <ScanLine size={22} strokeWidth={1.8} aria-hidden />
        <p className={c('head')}>{t('{name} is being checked', { name: checking })}</p>
        <p>{t('On this computer. The original is kept as it came.')}</p>
      </div>
    );
  }
  return (
    <div className={c('blank')}>
      <Upload size={22} strokeWidth={1.8} aria-hidden />
      <p className={c('head')}>{adviceFor(slot, idType)}</p>
      <p className={c('how')}>{t('Photograph or scan it, drop or paste a file, or choose one from this computer.')}</p>
      {frozen ? null : <WaysIn ways={ways} large />}
      <p className={c('limits')}>{t('PDF, JPEG, PNG, HEIC, TIFF or WebP, at most {size} MB. It is checked on this computer before anything is sent.', { size: captureLimits.bytes / 1024 / 1024 })}</p>
    </div>
  );
}

/** What belongs into an empty slot, in one sentence. */
function adviceFor(slot: DocumentSlot, idType: IdType): string {
  switch (slot) {
    case 'identity': return idType === 'passport' ? t('The passport page with the photo, whole, with both code lines.') : t('The front of the card, whole, all four corners in sight.');
    case 'identity_back': return t('The back of the same card, whole, all four corners in sight.');
    case 'proof_of_address': return t('A bill or statement that shows this name and this address.');
    case 'liveness_check': return t('A photo of the person’s face, taken now, without hat or sunglasses.');
  }
}

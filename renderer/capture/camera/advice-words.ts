import { t } from '../../text.ts';
import type { Advice } from './reading.ts';

/** What to do now, for the person who holds the document; `byHand` where the picture doesn't take itself. */
export function adviceWords(advice: Advice, byHand: boolean): string {
  switch (advice) {
    case 'look-for': return t('Lay the document in the picture.');
    case 'whole': return t('Bring all four corners into the picture.');
    case 'closer': return t('Move closer.');
    case 'light': return t('More light is needed.');
    case 'tilt': return t('A lamp shines on it. Tilt it a little.');
    case 'still': return t('Hold still.');
    case 'focus': return t('Wait until it is sharp.');
    case 'ready': return byHand ? t('Good. Take the picture.') : t('Good. Hold still: the picture takes itself.');
  }
}

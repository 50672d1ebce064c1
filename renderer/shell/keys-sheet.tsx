import type { ReactElement } from 'react';
import { Sheet } from '../components/dialog.tsx';
import { useAppPart } from '../state/app-state.ts';
import { setUi } from '../state/ui.ts';
import { t } from '../text.ts';
import { KeysList } from './keys-list.tsx';

/** The list behind `?`. */
export function KeysSheet(): ReactElement {
  const single = useAppPart((state) => state.preferences.singleKeys);
  return (
    <Sheet
      open onClose={() => setUi({ keysSheet: false })} title={t('Keys')}
      subtitle={single ? t('Single letters work outside fields.') : t('Single letters are switched off in Settings, General.')}
    >
      <KeysList />
    </Sheet>
  );
}

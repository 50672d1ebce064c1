import { CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../components/button.tsx';
import { ask } from '../call.ts';
import { t } from '../text.ts';
import { Outside } from './outside.tsx';

/** The app could not start; says why in main's words. */
export function Broken({ problem }: { readonly problem: string | null }): ReactElement {
  return (
    <Outside icon={CircleAlert} title={t('Bursar could not start')} subtitle={problem ?? t('The reason is in the log of this computer.')}>
      <p>{t('Nothing has been sent. What you kept is untouched on this computer.')}</p>
      <Button size="decisive" wide onPress={() => void ask('app.window', { action: 'close' })}>{t('Close Bursar')}</Button>
    </Outside>
  );
}

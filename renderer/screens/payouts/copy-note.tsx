import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { useCall } from '../../api.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { focusField } from '../../components/form-summary.tsx';
import { t } from '../../text.ts';
import { fieldWords } from '../repairs/repair-words.ts';
import { fieldId } from './draft-problems.ts';

/** On a corrected copy: what was wrong with the first one, and which field to correct; it takes the focus once. Nothing on other drafts. */
export function CopyNote({ clonedFrom }: { readonly clonedFrom: string | null }): ReactElement | null {
  return clonedFrom === null ? null : <Known id={clonedFrom} />;
}

function Known({ id }: { readonly id: string }): ReactElement | null {
  const repair = useCall('repairs.get', { id }).data;
  return repair === undefined || repair.kind === 'sum' ? null : <Told repair={repair} />;
}

function Told({ repair }: { readonly repair: Repair }): ReactElement {
  const navigate = useNavigate();
  const field = repair.field;
  const done = useRef(false);
  useEffect(() => {
    if (field === null || done.current) return;
    done.current = true;
    focusField(fieldId(field), 'nearest');
  }, [field]);
  const name = fieldWords(repair);
  return (
    <Banner
      family="wait" head={name ? t('Corrected copy. To correct: {field}', { field: name }) : t('Corrected copy')}
      actions={(
        <>
          {field ? <Button size="small" onPress={() => focusField(fieldId(field))}>{t('Go to the field')}</Button> : null}
          <Button size="small" onPress={() => void navigate({ to: '/repairs/$id', params: { id: repair.payout.id } })}>{t('Open the repair')}</Button>
        </>
      )}
    >
      {repair.words} {repair.fix} {repair.released ? '' : t('It can be sent once the money of the first one is back.')}
    </Banner>
  );
}

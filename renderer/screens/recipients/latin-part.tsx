import { useEffect, useState, type ReactElement } from 'react';
import { recipientFieldsFor } from '../../../preload/contract/recipient-checks.ts';
import type { RecipientFieldKey, RecipientFields } from '../../../preload/contract/recipients.ts';
import { InspectorPart } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useSettled } from '../../components/use-settled.ts';
import { latin } from '../../latin.ts';
import { t } from '../../text.ts';
import css from './recipient-desk.module.css';
import { fieldLabel } from './recipient-words.ts';

const c = names(css);

const written: readonly RecipientFieldKey[] = ['companyName', 'firstName', 'lastName', 'street', 'city', 'state', 'postalCode', 'bankName', 'bankStreet', 'bankCity', 'bankState'];

/** One text whose letters change on the way, and the fields it stands in. */
type Changed = { readonly keys: readonly RecipientFieldKey[]; readonly from: string; readonly to: string };

/** The texts that a bank will see in other letters. */
function useChanged(fields: RecipientFields): readonly Changed[] {
  const asked = recipientFieldsFor(fields.rail, fields.kind).map(({ key }) => key);
  const texts = written.filter((key) => asked.includes(key)).map((key) => [key, fields[key].trim()] as const);
  // As one text, so that it settles and is compared as one.
  const settled = useSettled(JSON.stringify(texts), 250);
  const [changed, setChanged] = useState<readonly Changed[]>([]);
  useEffect(() => {
    let current = true;
    const pairs = JSON.parse(settled) as readonly (readonly [RecipientFieldKey, string])[];
    const keysOf = Map.groupBy(pairs, ([, from]) => from);
    void Promise.all([...keysOf].map(async ([from, same]) => ({ keys: same.map(([key]) => key), from, to: (await latin(from)).trim() }))).then((all) => {
      if (current) setChanged(all.filter(({ from, to }) => from !== to));
    });
    return () => { current = false; };
  }, [settled]);
  return changed;
}

/** What the bank will see, beside the form; nothing while every letter stays as it is. */
export function LatinPart({ fields }: { readonly fields: RecipientFields }): ReactElement | null {
  const changed = useChanged(fields);
  if (changed.length === 0) return null;
  return (
    <InspectorPart title={t('What the bank will see')}>
      <p className={c('small')}>{t('Banks carry plain Latin letters. The others are changed on the way, most likely to these:')}</p>
      <dl className={c('latin')} aria-live="polite">
        {changed.map(({ keys, from, to }) => (
          <div key={from}>
            <dt>{keys.map((key) => fieldLabel(key, fields)).join(', ')}</dt>
            <dd><span className={c('from')}>{from}</span> <span className={c('to')}>{to === '' ? t('nothing') : to}</span></dd>
          </div>
        ))}
      </dl>
    </InspectorPart>
  );
}

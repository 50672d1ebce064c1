import { LoaderCircle } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Scanner } from '../../../preload/contract/scanning.ts';
import { Button } from '../../components/button.tsx';
import { Fold } from '../../components/fold.tsx';
import { names } from '../../components/names.ts';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import turn from '../../components/turn.module.css';
import { t } from '../../text.ts';
import { scannerNote } from './scan-words.ts';
import css from './scanner.module.css';
import type { OpenedScanner } from './use-open-scanner.ts';

const c = names({ ...turn, ...css });

/** The scanners of the network and those used before, one to choose; and the way to one that doesn't show itself. */
export function ScannerList({ scanners, opened }: { readonly scanners: readonly Scanner[] | null; readonly opened: OpenedScanner }): ReactElement {
  const all = scanners ?? [];
  const chosen = opened.at && 'id' in opened.at ? opened.at.id : null;
  const none = all.every(({ found }) => !found);
  return (
    <div className={c('list')}>
      {all.length > 0 ? (
        <div className={c('cards')}>
          <RadioCards
            label={t('Scanner')} columns={1} value={chosen} onChange={(id) => void opened.open({ id })}
            choices={all.map((scanner) => ({ id: scanner.id, label: scanner.name, note: scannerNote(scanner) }))}
          />
        </div>
      ) : null}
      <p className={c('looking')} role="status">
        <LoaderCircle size={14} strokeWidth={2} aria-hidden className={c('turn')} />
        {none ? t('Looking for scanners. They show up here by themselves when they are on and in this network.') : t('Looking for more.')}
      </p>
      {scanners ? <Fold title={t('Type an address')} open={all.length === 0}><TypedAddress opened={opened} /></Fold> : null}
    </div>
  );
}

function TypedAddress({ opened }: { readonly opened: OpenedScanner }): ReactElement {
  const [address, setAddress] = useState('');
  // A mended address turns calm at once.
  const typed = opened.at !== null && 'address' in opened.at && opened.at.address === address.trim();
  const wrong = typed ? opened.error?.fields?.find(({ path }) => path === 'address')?.message ?? null : null;
  const connect = async () => {
    if (address.trim() !== '' && await opened.open({ address: address.trim() })) setAddress('');
  };
  return (
    <form noValidate className={c('typed')} onSubmit={(event) => { event.preventDefault(); void connect(); }}>
      <TextField label={t('Address of the scanner')} mono value={address} onChange={setAddress} maxLength={300} error={wrong} hint={t('Like 192.168.1.20 or printer.local')} />
      <Button type="submit" busy={typed && opened.busy} notYet={address.trim() === '' ? t('Type an address first.') : null}>{t('Connect')}</Button>
    </form>
  );
}

import { LoaderCircle, ScanLine } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Scanner } from '../../../preload/contract/scanning.ts';
import { settingsOf, usualChoice } from '../../capture/scanner/scan-choice.ts';
import { ScanForm } from '../../capture/scanner/scan-form.tsx';
import { pagesWords, progressWords } from '../../capture/scanner/scan-words.ts';
import css from '../../capture/scanner/scanner.module.css';
import { ScannerList } from '../../capture/scanner/scanner-list.tsx';
import { useOpenScanner, type OpenedScanner } from '../../capture/scanner/use-open-scanner.ts';
import { useScan, type ScanRun } from '../../capture/scanner/use-scan.ts';
import { useScanners } from '../../capture/scanner/use-scanners.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import turn from '../../components/turn.module.css';
import { t } from '../../text.ts';

const c = names({ ...turn, ...css });

/** Props of {@link ScanDialog}; `onPages` hears how many pages a scan gave: they are in the tray by then. */
export type ScanDialogProps = { readonly open: boolean; readonly onClose: () => void; readonly onPages: (pages: number) => void };

/** Scans from a scanner of the network into the tray: choose one, say how, scan as often as need be. Closing it stops a scan. */
export function ScanDialog({ open, onClose, onPages }: ScanDialogProps): ReactElement {
  return (
    <Dialog open={open} onClose={onClose} stays width="large" title={t('Scan')} subtitle={t('Pages come straight into the tray on this computer, and are sealed there.')}>
      {open ? <Inside onClose={onClose} onPages={onPages} /> : null}
    </Dialog>
  );
}

function Inside({ onClose, onPages }: Omit<ScanDialogProps, 'open'>): ReactElement {
  const scanners = useScanners();
  const opened = useOpenScanner();
  const run = useScan(onPages);
  const [choice, setChoice] = useState(usualChoice);
  useFirst(scanners, opened);
  const { info } = opened;
  const scan = () => { if (info) void run.start(info.id, settingsOf(info, choice)); };
  if (run.progress) return <UnderWay progress={run.progress} onStop={run.stop} />;
  return (
    <div className={c('inside')}>
      {run.pages !== null && run.error === null ? <Banner family="ok" head={pagesWords(run.pages)} live>{t('Lay the next one in and scan again, or go on with what is there.')}</Banner> : null}
      <ScannerList scanners={scanners} opened={opened} />
      {opened.busy ? <p className={c('asking')} role="status">{t('Asking the scanner what it can…')}</p> : null}
      <Trouble opened={opened} run={run} onScan={scan} />
      {info ? <ScanForm info={info} choice={choice} onChange={(next) => { setChoice(next); run.calm(); }} /> : null}
      <div className={c('controls')}>
        <Forget scanners={scanners} opened={opened} />
        <Button kind={run.pages ? 'secondary' : 'quiet'} onPress={onClose}>{run.pages ? t('Done') : t('Close')}</Button>
        <Button kind="primary" icon={ScanLine} autoFocus={run.pages !== null || run.error !== null} notYet={info ? null : t('Choose a scanner first.')} onPress={scan}>{run.pages ? t('Scan another') : t('Scan')}</Button>
      </div>
    </div>
  );
}

/** Chooses the scanner that was used last and is there, or the only one there is; once. */
function useFirst(scanners: readonly Scanner[] | null, { at, open }: OpenedScanner): void {
  const done = useRef(false);
  useEffect(() => {
    const here = scanners?.filter(({ found }) => found) ?? [];
    const first = here.find(({ known }) => known) ?? (here.length === 1 ? here[0] : undefined);
    if (done.current || at !== null || !first) return;
    done.current = true;
    void open({ id: first.id });
  }, [scanners, at, open]);
}

/** What went wrong, and the way on. */
function Trouble({ opened, run, onScan }: { readonly opened: OpenedScanner; readonly run: ScanRun; readonly onScan: () => void }): ReactElement | null {
  const { at, open } = opened;
  const error = run.error ?? opened.error;
  if (!error || isAtField(error)) return null;
  const again = run.error ? onScan : () => { if (at) void open(at); };
  const trust = () => {
    run.calm();
    if (at) void open(at, true);
  };
  const changed = error.code === 'scanner-changed';
  return <ErrorBanner error={error} actions={changed ? <Button onPress={trust}>{t('Trust it again')}</Button> : <Button onPress={again}>{t('Try again')}</Button>} />;
}

/** An address that is none is said at its field. */
function isAtField({ code }: AppError): boolean {
  return code === 'validation';
}

/** A scanner that was used before can be forgotten, with its certificate. */
function Forget({ scanners, opened: { at, close } }: { readonly scanners: readonly Scanner[] | null; readonly opened: OpenedScanner }): ReactElement {
  const known = scanners?.find((one) => one.known && at !== null && 'id' in at && one.id === at.id);
  const forget = () => {
    close();
    if (known) void ask('scanners.forget', { id: known.id });
  };
  return <span>{known ? <Button kind="quiet" size="small" onPress={forget}>{t('Forget this scanner')}</Button> : null}</span>;
}

function UnderWay({ progress, onStop }: { readonly progress: NonNullable<ScanRun['progress']>; readonly onStop: () => void }): ReactElement {
  const stopping = progress.state === 'cancelling';
  return (
    <div className={c('inside')}>
      <div className={c('running')}>
        <LoaderCircle size={22} strokeWidth={1.8} aria-hidden className={c('turn')} />
        <p role="status">{progressWords(progress)}</p>
        <p className={c('quiet')}>{progress.pages === 0 ? t('No page is in the tray yet.') : pagesWords(progress.pages)}</p>
      </div>
      <div className={c('controls')}>
        <span />
        <Button autoFocus busy={stopping} onPress={onStop}>{t('Stop')}</Button>
      </div>
    </div>
  );
}

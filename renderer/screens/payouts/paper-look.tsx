import { Eye } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { PayoutDocument } from '../../../preload/contract/deposit.ts';
import { useCall } from '../../api.ts';
import { IconButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FilePreview } from '../../components/file-preview.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './papers.module.css';
import { documentKindWords } from './paper-words.ts';

const c = names(css);
type LookProps = { readonly payoutId: string; readonly document: PayoutDocument };

/** Opens a file kept with a payout, as it is. */
export function PaperLook({ payoutId, document }: LookProps): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Eye} label={t('Look at {name}', { name: document.name })} onPress={() => setOpen(true)} />
      <Dialog open={open} onClose={() => setOpen(false)} width="large" title={documentKindWords(document.kind)} subtitle={document.name}>
        {open ? <div className={c('preview')}><Opened payoutId={payoutId} document={document} /></div> : null}
      </Dialog>
    </>
  );
}

function Opened({ payoutId, document }: LookProps): ReactElement {
  const file = useCall('payouts.readDocument', { id: payoutId, documentId: document.id }, { staleTime: Infinity });
  return <FilePreview file={file} label={document.name} />;
}

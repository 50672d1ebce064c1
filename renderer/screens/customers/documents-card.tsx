import { useState, type ReactElement } from 'react';
import type { Customer } from '../../../preload/contract/customers.ts';
import { slotLabel, slotsFor, type DocumentInfo } from '../../../preload/contract/documents.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { documentStatus } from '../../components/status-words.ts';
import { t } from '../../text.ts';
import { DocumentPreview } from './document-preview.tsx';
import css from './documents-card.module.css';
import { fileWords } from './file-words.ts';

const c = names(css);

/** The customer's documents as they were kept, each to look at. */
export function DocumentsCard({ customer }: { readonly customer: Customer }): ReactElement {
  const { id, documents, fields: { idType } } = customer;
  const [looking, setLooking] = useState<DocumentInfo | null>(null);
  const slots = slotsFor(idType).map(({ slot }) => slot);
  const shown = documents.filter(({ slot }) => slots.includes(slot)).sort((a, b) => slots.indexOf(a.slot) - slots.indexOf(b.slot));
  return (
    <Card title={t('Documents')} note={t('Kept on this computer, sealed')}>
      {shown.length === 0 ? <CardRow><span className={c('none')}>{t('None on this computer: they were sent from elsewhere.')}</span></CardRow> : null}
      {shown.map((document) => (
        <CardRow key={document.id}>
          <div className={c('words')}>
            <p className={c('name')}>{slotLabel(document.slot, idType)}</p>
            <p className={c('file')} title={document.name}>{t('{name}, {file}', { name: document.name, file: fileWords(document) })}</p>
          </div>
          <StatusPill status={documentStatus(document)} />
          <Button size="small" label={t('Look at {slot}', { slot: slotLabel(document.slot, idType).toLowerCase() })} onPress={() => setLooking(document)}>{t('Look')}</Button>
        </CardRow>
      ))}
      <Dialog open={looking !== null} onClose={() => setLooking(null)} width="large" title={looking ? slotLabel(looking.slot, idType) : ''} subtitle={looking?.name}>
        {looking ? <div className={c('preview')}><DocumentPreview customerId={id} document={looking} idType={idType} /></div> : null}
      </Dialog>
    </Card>
  );
}

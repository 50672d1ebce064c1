import { FileX } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { DocumentInfo } from '../../../preload/contract/documents.ts';
import { names } from '../../components/names.ts';
import { Pill } from '../../components/status-pill.tsx';
import { t } from '../../text.ts';
import { ChecksList } from './checks-list.tsx';
import css from './compare-documents.module.css';
import { judgedThen, type Against } from './judged.ts';
import { documentPages } from './stage-page.ts';
import { PageStage } from './stage-part.tsx';
import { useDocumentCaptures, type Staged } from './use-staged.ts';

const c = names(css);

/** Props of {@link CompareDocuments}: `staged` is the new one, `empty` stands in its place while there is none. */
export type CompareProps = {
  readonly customerId: string;
  readonly refused: DocumentInfo;
  readonly staged: Staged | null;
  readonly against: Against;
  readonly marks: boolean;
  readonly label: string;
  readonly empty: ReactNode;
};

/** The refused document and the new one side by side, each with its checks. */
export function CompareDocuments({ customerId, refused, staged, against, marks, label, empty }: CompareProps): ReactElement {
  const captures = useDocumentCaptures(refused);
  const [page] = documentPages(customerId, refused, captures);
  const then = judgedThen([refused], against)[refused.slot] ?? [];
  return (
    <div className={c('pair')}>
      <section className={c('one')} aria-label={t('Refused: {label}', { label })}>
        <p className={c('head')}><Pill family="bad" icon={FileX}>{t('Refused')}</Pill><span className={c('name')} title={refused.name}>{refused.name}</span></p>
        {page ? <PageStage staged={{ page, index: 0, findings: then }} label={t('Refused: {name}', { name: refused.name })} marks={marks} /> : null}
        <ChecksList narrow label={t('Checks of the refused one')} findings={then} overrides={refused.overrides} />
        {then.length === 0 ? <p className={c('none')}>{t('It was sent before documents were checked here, so its values aren’t known.')}</p> : null}
      </section>
      <section className={c('one')} aria-label={t('New: {label}', { label })}>
        <p className={c('head')}><span className={c('new')}>{t('New')}</span><span className={c('name')}>{staged ? staged.page.name : t('none yet')}</span></p>
        {staged ? (
          <>
            <PageStage staged={staged} label={t('New: {name}', { name: staged.page.name })} marks={marks} />
            <ChecksList narrow label={t('Checks of the new one')} findings={staged.findings} overrides={staged.overrides} />
          </>
        ) : empty}
      </section>
    </div>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { slotLabel, type DocumentSlot, type IdType } from '../../../preload/contract/documents.ts';
import { drawnOf } from '../../capture/marks/marks-of.ts';
import { Stage } from '../../capture/marks/stage.tsx';
import { IconButton } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './stage-part.module.css';
import { usePagePicture } from './stage-page.ts';
import type { Staged } from './use-staged.ts';

const c = names(css);

/** A page of the slot on the stage; of several, one after the other. */
export function StagePart({ staged, slot, idType, marks }: { readonly staged: Staged; readonly slot: DocumentSlot; readonly idType: IdType; readonly marks: boolean }): ReactElement {
  const label = t('{slot}: {name}', { slot: slotLabel(slot, idType), name: staged.page.name });
  const many = staged.pages.length > 1;
  return (
    <div className={c('part')}>
      <PageStage staged={staged} label={many ? t('{label}, page {page}', { label, page: staged.index + 1 }) : label} marks={marks} />
      {many ? <Turner staged={staged} /> : null}
    </div>
  );
}

/** The picture of a page, with its marks. */
export function PageStage({ staged: { page, index, findings }, label, marks }: { readonly staged: Pick<Staged, 'page' | 'index' | 'findings'>; readonly label: string; readonly marks: boolean }): ReactElement {
  const picture = usePagePicture(page);
  const { evidence } = page;
  const drawn = marks && evidence ? drawnOf(evidence, findings.filter((finding) => finding.page === index)) : null;
  return <Stage picture={picture} label={label} document={evidence?.document?.area ?? null} drawn={drawn} />;
}

function Turner({ staged: { pages, index, turnTo } }: { readonly staged: Staged }): ReactElement {
  return (
    <span className={c('turner')}>
      <IconButton icon={ChevronLeft} label={t('Page before')} onPress={() => turnTo(Math.max(0, index - 1))} />
      <span className={c('count')} aria-live="polite">{t('Page {page} of {pages}', { page: index + 1, pages: pages.length })}</span>
      <IconButton icon={ChevronRight} label={t('Page after')} onPress={() => turnTo(Math.min(pages.length - 1, index + 1))} />
    </span>
  );
}

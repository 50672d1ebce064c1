import type { ReactElement } from 'react';
import type { ScannerInfo } from '../../../preload/contract/scanning.ts';
import { names } from '../../components/names.ts';
import { Select } from '../../components/select.tsx';
import { t } from '../../text.ts';
import { fitChoice, papersOf, sourceOf, type Paper, type ScanChoice } from './scan-choice.ts';
import { colorWords, paperWords, sourceWords } from './scan-words.ts';
import css from './scanner.module.css';

const c = names(css);

/** How to scan: only what the scanner can. */
export function ScanForm({ info, choice, onChange }: { readonly info: ScannerInfo; readonly choice: ScanChoice; readonly onChange: (choice: ScanChoice) => void }): ReactElement {
  const now = fitChoice(info, choice);
  const source = sourceOf(info, now.source);
  const change = (part: Partial<ScanChoice>) => onChange({ ...now, ...part });
  return (
    <div className={c('form')}>
      <Select label={t('From')} value={now.source} options={info.sources.map((one) => ({ id: one.source, label: sourceWords(one.source) }))} onChange={(id) => change({ source: id })} />
      <Select label={t('Colour')} value={now.color} options={source.colors.map((id) => ({ id, label: colorWords(id) }))} onChange={(color) => change({ color })} />
      <Select
        label={t('Resolution')} value={String(now.dpi)} options={source.resolutions.map((dpi) => ({ id: String(dpi), label: t('{dpi} dpi', { dpi }) }))}
        onChange={(id) => change({ dpi: Number(id) })} {...(now.dpi < 300 ? { hint: t('Checks of identity documents want 300 dpi.') } : {})}
      />
      <Select<Paper> label={t('Paper')} value={now.paper} options={papersOf(source).map((id) => ({ id, label: paperWords(id) }))} onChange={(paper) => change({ paper })} />
    </div>
  );
}

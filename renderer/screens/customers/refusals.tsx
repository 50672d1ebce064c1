import type { ReactElement } from 'react';
import type { DocumentInfo } from '../../../preload/contract/documents.ts';
import type { Refusal } from '../../capture/tray/capture-state.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './refusals.module.css';

const c = names(css);

/** Which files could not be used and why, each by its name; the others went on. What the slot held before stays. */
export function Refusals({ refusals, document, onCalm }: { readonly refusals: readonly Refusal[]; readonly document: DocumentInfo | null; readonly onCalm: () => void }): ReactElement | null {
  const [first, ...more] = refusals;
  if (!first) return null;
  const calm = <Button size="small" kind="quiet" onPress={onCalm}>{t('Close')}</Button>;
  const stays = document ? ` ${t('The earlier file stays: {name}.', { name: document.name })}` : '';
  if (more.length === 0) return <Banner family="bad" head={first.error.message} actions={calm} live>{first.error.fix}{stays}</Banner>;
  return (
    <Banner family="bad" head={t('{count} files can’t be used', { count: refusals.length })} actions={calm} live>
      <ul className={c('list')}>{refusals.map(({ error }, index) => <li key={index}>{error.message} {error.fix}</li>)}</ul>
    </Banner>
  );
}

import { useRef, useState, type ReactElement } from 'react';
import type { Capture } from '../../../preload/contract/captures.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { TrayTile } from './tray-tile.tsx';
import css from './tray.module.css';
import { useTrayDrag } from './use-tray-drag.ts';
import { useTrayKeys } from './use-tray-keys.ts';

const c = names(css);

/** Props of {@link TrayStrip}. `shown` is the page on the stage. */
export type TrayStripProps = {
  readonly pages: readonly Capture[];
  readonly chosen: ReadonlySet<string>;
  readonly shown: string | null;
  readonly onChoose: (ids: readonly string[], shown: string | null) => void;
  readonly onOrder: (ids: readonly string[]) => void;
  readonly onRemove: (ids: readonly string[]) => void;
};

/** The pages that wait, in the person's order. Arrows walk, Space adds to the choice, Alt and arrows move a page, Delete throws it away. */
export function TrayStrip({ pages, chosen, shown, onChoose, onOrder, onRemove }: TrayStripProps): ReactElement {
  const strip = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const ids = pages.map(({ id }) => id);
  const current = at !== null && ids.includes(at) ? at : (ids[0] ?? null);
  const choose = (id: string, more: boolean) => onChoose(...choiceAfter(ids, chosen, id, more));
  const drag = useTrayDrag(ids, chosen, onOrder);
  const onKey = useTrayKeys(strip, ids, {
    choose: (id) => choose(id, true), order: onOrder, remove: (id) => onRemove(chosen.has(id) ? ids.filter((one) => chosen.has(one)) : [id]),
  });
  return (
    <ul ref={strip} className={c('strip')} aria-label={t('Pages in the tray')}>
      {pages.map((page, index) => (
        <TrayTile
          key={page.id} page={page} place={t('{n} of {all}', { n: index + 1, all: pages.length })} chosen={chosen.has(page.id)} shown={shown === page.id} walks={current === page.id}
          mark={drag.markOf(page.id, index === pages.length - 1)} onFocus={() => setAt(page.id)} onKeyDown={(event) => onKey(event, page.id)} onPress={(more) => choose(page.id, more)}
          drag={drag.of(page.id)}
        />
      ))}
    </ul>
  );
}

/** What is chosen after a page was pressed: only it, or it beside the others; pressed again it is not. */
function choiceAfter(ids: readonly string[], chosen: ReadonlySet<string>, id: string, more: boolean): [readonly string[], string | null] {
  const has = chosen.has(id);
  if (!more) return has && chosen.size === 1 ? [[], null] : [[id], id];
  const next = ids.filter((one) => (one === id ? !has : chosen.has(one)));
  return [next, has ? (next[0] ?? null) : id];
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode, type RefObject } from 'react';
import { useKey } from '../keys.ts';
import { locale } from '../text.ts';
import { useAppState } from '../state/app-state.ts';
import css from './data-table.module.css';
import type { MenuPart } from './menu.tsx';
import { names } from './names.ts';
import { RowMenu, type RowMenuState } from './row-menu.tsx';
import { itemsOf, pageOf, positionOf, stepPosition, type TableGroup, type TableItems } from './table-items.ts';

const c = names(css);

/** From which width of the table a column is there: always, 760, 860 or 980 px. */
type Level = 'always' | 'medium' | 'large' | 'wide';
const levels: readonly Level[] = ['always', 'medium', 'large', 'wide'];

/** One column. `width` is a CSS grid track: "120px", "minmax(0, 2fr)". `from` names the table width from which the column is there. */
export type Column<Row> = {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly width: string;
  /** money aligns the head with the figures, left of the code column. */
  readonly align?: 'start' | 'end' | 'money';
  readonly from?: Level;
};

/** Props of {@link DataTable}. */
export type DataTableProps<Row> = {
  /** What the rows are, read out: "Payouts". */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly TableGroup<Row>[];
  readonly idOf: (row: Row) => string;
  /** The row the cursor is on; the screen keeps it, so that it survives leaving the list. */
  readonly active: string | null;
  readonly onActive: (id: string | null) => void;
  /** Enter or double click. */
  readonly onOpen: (row: Row) => void;
  /** Space. */
  readonly onPeek?: (row: Row) => void;
  /** Right click or the menu key: what can be done with the row. */
  readonly menuOf?: (row: Row) => readonly MenuPart[];
  /** All rows there are, when more can be read; counted from what is here otherwise. */
  readonly total?: number;
  /** Called with the positions in sight, for a list that is only partly here. */
  readonly onSight?: (first: number, last: number) => void;
  /** Called when the last rows come into sight, to read the next page. */
  readonly onNearEnd?: () => void;
  /** 44 px below the rows: totals and key hints. */
  readonly foot?: ReactNode;
  /** In place of rows when there are none. */
  readonly empty?: ReactNode;
};

/** Rows above which only what is in sight is in the page. */
const virtualAbove = 200;
const groupHeight = 28;

/** A list of rows with a sticky head and foot. J, K, arrows, Home, End and PageUp/Down move, Enter opens, Space peeks. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { label, columns, groups, foot, empty, total } = props;
  const comfortable = useAppState((store) => store.state?.preferences.density === 'comfortable');
  const rowHeight = comfortable ? 40 : 34;
  const items = itemsOf(groups);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const cursor = useCursor(props, items);
  const [menu, setMenu] = useState<RowMenuState | null>(null);
  const tracks = Object.fromEntries(levels.map((from) => [`--tracks-${from}`, tracksOf(columns, from)]));
  return (
    <div className={c('table')} style={tracks}>
      <div className={c('scroller')} ref={scroller}>
        <div
          ref={grid} role="grid" aria-label={label} aria-rowcount={(total ?? items.rows) + 1} aria-colcount={columns.length} tabIndex={0} className={c('grid')}
          aria-activedescendant={props.active ? `row-${props.active}` : undefined}
          onKeyDown={(event) => onGridKey(event, props, items, cursor, pageOf(scroller.current, rowHeight))}
          onContextMenu={(event) => setMenu(menuAt(event, props, items))}
        >
          <Head columns={columns} />
          {items.rows === 0 && empty ? <NoRows span={columns.length}>{empty}</NoRows> : <Body table={props} items={items} rowHeight={rowHeight} scroller={scroller} cursor={cursor} />}
        </div>
      </div>
      {foot ? <div className={c('foot')}>{foot}</div> : null}
      <ListKeys cursor={cursor} grid={grid} />
      {menu ? <RowMenu state={menu} label={label} onClose={() => setMenu(null)} /> : null}
    </div>
  );
}

function NoRows({ span, children }: { readonly span: number; readonly children: ReactNode }): ReactElement {
  return <div role="row"><div role="gridcell" aria-colspan={span} className={c('empty')}>{children}</div></div>;
}

/** The cursor: moves by rows, and waits at a row that is still on its way. `waiting` is its position. */
type Cursor = { readonly move: (step: number) => void; readonly waiting: number | null };

function useCursor<Row>(table: DataTableProps<Row>, items: TableItems<Row>): Cursor {
  const [wait, setWait] = useState<{ readonly position: number; readonly from: string | null } | null>(null);
  // A cursor that has moved meanwhile, by click or by arriving, no longer waits.
  const waiting = wait !== null && wait.from === table.active ? wait.position : null;
  const arrived = waiting === null ? undefined : items.rowAt(waiting);
  useEffect(() => {
    if (arrived !== undefined) table.onActive(table.idOf(arrived));
  }, [arrived, table]);
  const move = (step: number) => {
    const to = stepPosition(items.rows, positionOf(items, table.idOf, table.active), step);
    const row = to === null ? undefined : items.rowAt(to);
    setWait(row === undefined && to !== null ? { position: to, from: table.active } : null);
    if (row !== undefined) table.onActive(table.idOf(row));
  };
  return { move, waiting };
}

function menuAt<Row>(event: MouseEvent<HTMLElement>, table: DataTableProps<Row>, items: TableItems<Row>): RowMenuState | null {
  const line = (event.target as HTMLElement).closest<HTMLElement>('[data-position]');
  // The menu key has no pointer: the menu then opens at the row of the cursor.
  const position = line ? Number(line.dataset['position']) : positionOf(items, table.idOf, table.active);
  const row = position === null ? undefined : items.rowAt(position);
  const parts = row === undefined ? [] : (table.menuOf?.(row) ?? []);
  if (row === undefined || parts.length === 0) return null;
  event.preventDefault();
  table.onActive(table.idOf(row));
  const box = document.getElementById(`row-${table.idOf(row)}`)?.getBoundingClientRect();
  return line ? { x: event.clientX, y: event.clientY, parts } : { x: (box?.left ?? 0) + 24, y: box?.bottom ?? 0, parts };
}

function tracksOf<Row>(columns: readonly Column<Row>[], level: Level): string {
  return columns.filter((column) => levels.indexOf(column.from ?? 'always') <= levels.indexOf(level)).map((column) => column.width).join(' ');
}

function Head<Row>({ columns }: { readonly columns: readonly Column<Row>[] }): ReactElement {
  return (
    <div role="row" aria-rowindex={1} className={c('line', 'head')}>
      {columns.map((column) => (
        <div key={column.id} role="columnheader" className={c('cell', column.align, column.from)}>{column.head}</div>
      ))}
    </div>
  );
}

type BodyProps<Row> = {
  readonly table: DataTableProps<Row>;
  readonly items: TableItems<Row>;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly cursor: Cursor;
};

function Body<Row>({ table, items, rowHeight, scroller, cursor }: BodyProps<Row>): ReactElement {
  const virtual = items.length > virtualAbove;
  const heightOf = (index: number) => (items.at(index)?.kind === 'group' ? groupHeight : rowHeight);
  // The compiler that this rule speaks for is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length, getScrollElement: () => scroller.current, estimateSize: heightOf, overscan: 8, enabled: virtual, paddingStart: 32, scrollPaddingStart: 32,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rowHeight]);
  // Only a move of the cursor scrolls; new rows coming in must not.
  const show = useRef<(active: string | null, waiting: number | null) => void>(() => undefined);
  useEffect(() => {
    show.current = (active, waiting) => {
      const position = waiting ?? positionOf(items, table.idOf, active);
      if (position !== null && virtual) virtualizer.scrollToIndex(items.indexOf(position), { align: 'auto' });
      else if (position !== null) document.getElementById(`row-${active}`)?.scrollIntoView({ block: 'nearest' });
    };
  });
  useEffect(() => show.current(table.active, cursor.waiting), [table.active, cursor.waiting]);

  const seen = virtual ? virtualizer.getVirtualItems() : Array.from({ length: items.length }, (_, index) => ({ index, start: 0 }));
  useSight(table, items, seen[0]?.index ?? 0, seen.at(-1)?.index ?? 0);

  return (
    <div role="rowgroup" className={c('rows')} style={virtual ? { height: virtualizer.getTotalSize() - 32 } : undefined}>
      {seen.map(({ index, start }) => {
        const item = items.at(index);
        if (!item) return null;
        const place: CSSProperties | undefined = virtual ? { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start - 32}px)` } : undefined;
        if (item.kind === 'group') return <GroupLine key={`group-${item.group.id}`} group={item.group} span={table.columns.length} {...(place ? { place } : {})} />;
        if (item.row === undefined) return <Bones key={`on-its-way-${index}`} columns={table.columns} position={item.position} {...(place ? { place } : {})} />;
        return <Line key={table.idOf(item.row)} table={table} row={item.row} position={item.position} {...(place ? { place } : {})} />;
      })}
    </div>
  );
}

/** Tells the screen which rows are in sight, and when the last come near. */
function useSight<Row>({ onSight, onNearEnd }: DataTableProps<Row>, items: TableItems<Row>, first: number, last: number): void {
  const nearEndOf = items.length > 0 && last >= items.length - 20 ? items.length : 0;
  useEffect(() => {
    if (nearEndOf > 0) onNearEnd?.();
  }, [nearEndOf, onNearEnd]);
  useEffect(() => {
    onSight?.(first, last);
  }, [first, last, onSight]);
}

/** A row that is still on its way. */
function Bones<Row>({ columns, position, place }: { readonly columns: readonly Column<Row>[]; readonly position: number; readonly place?: CSSProperties }): ReactElement {
  return (
    <div role="row" aria-rowindex={position + 2} aria-busy className={c('line', 'row')} style={place}>
      {columns.map((column) => <div key={column.id} role="gridcell" className={c('cell', column.from)}><div className={c('bone')} /></div>)}
    </div>
  );
}

function GroupLine<Row>({ group, span, place }: { readonly group: TableGroup<Row>; readonly span: number; readonly place?: CSSProperties }): ReactElement {
  return (
    <div role="row" className={c('group')} style={place}>
      <div role="gridcell" aria-colspan={span}>
        <span className={c('groupName')}>{group.label}</span>
        {group.note ? ` ${group.note}` : ''}
        {group.count === undefined ? '' : ` ${group.count.toLocaleString(locale())}`}
      </div>
    </div>
  );
}

function Line<Row>({ table, row, position, place }: { readonly table: DataTableProps<Row>; readonly row: Row; readonly position: number; readonly place?: CSSProperties }): ReactElement {
  const id = table.idOf(row);
  const active = id === table.active;
  return (
    <div
      id={`row-${id}`} role="row" aria-rowindex={position + 2} aria-selected={active} data-position={position} className={c('line', 'row', active && 'active')} style={place}
      onClick={() => table.onActive(id)} onDoubleClick={() => table.onOpen(row)}
    >
      <Cells columns={table.columns} row={row} />
    </div>
  );
}

/** What a row shows; drawn again only when the row or the columns change, not with every step of scrolling. */
const Cells = memo(CellsOf) as typeof CellsOf;

function CellsOf<Row>({ columns, row }: { readonly columns: readonly Column<Row>[]; readonly row: Row }): ReactElement {
  return <>{columns.map((column) => <div key={column.id} role="gridcell" className={c('cell', column.align, column.from)}>{column.cell(row)}</div>)}</>;
}

function onGridKey<Row>(event: KeyboardEvent, table: DataTableProps<Row>, items: TableItems<Row>, cursor: Cursor, page: number): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
  const step = steps[event.key];
  const position = positionOf(items, table.idOf, table.active);
  const row = position === null ? undefined : items.rowAt(position);
  if (step !== undefined) cursor.move(step);
  else if (event.key === 'Enter' && row !== undefined) table.onOpen(row);
  else if (event.key === ' ' && row !== undefined) table.onPeek?.(row);
  else return;
  event.preventDefault();
}

/** J and K work from anywhere on the page and take the focus to the list. */
function ListKeys({ cursor, grid }: { readonly cursor: Cursor; readonly grid: RefObject<HTMLDivElement | null> }): null {
  const move = (step: number) => {
    grid.current?.focus();
    cursor.move(step);
  };
  useKey('next', () => move(1));
  useKey('previous', () => move(-1));
  return null;
}

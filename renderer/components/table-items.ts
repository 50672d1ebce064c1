/** Rows by position: an array, or a long list of which only a part is here; `at` gives undefined while a row is on its way. */
export type RowSource<Row> = { readonly length: number; at(position: number): Row | undefined };

/** Rows that belong together under a 28 px line: "Needs you 3", "All others newest first". A group without a label shows no line. */
export type TableGroup<Row> = { readonly id: string; readonly label: string | null; readonly note?: string; readonly count?: number; readonly rows: RowSource<Row> };

/** One line of a table: a group's head or a row; `position` counts rows only. A row that is still on its way is undefined. */
export type TableItem<Row> =
  | { readonly kind: 'group'; readonly group: TableGroup<Row> }
  | { readonly kind: 'row'; readonly row: Row | undefined; readonly position: number };

/** The lines of a table by index, worked out when asked for, so that a list of 100,000 costs nothing. */
export type TableItems<Row> = {
  readonly length: number;
  /** How many rows, without the groups' heads. */
  readonly rows: number;
  at(index: number): TableItem<Row> | undefined;
  rowAt(position: number): Row | undefined;
  /** The line on which a row stands. */
  indexOf(position: number): number;
};

type Part<Row> = { readonly group: TableGroup<Row>; readonly start: number; readonly heads: 0 | 1; readonly first: number };

/** The lines of a table in order; groups without rows are left out. */
export function itemsOf<Row>(groups: readonly TableGroup<Row>[]): TableItems<Row> {
  const parts: Part<Row>[] = [];
  let length = 0;
  let rows = 0;
  for (const group of groups.filter(({ rows: source }) => source.length > 0)) {
    const heads = group.label === null ? 0 : 1;
    parts.push({ group, start: length, heads, first: rows });
    length += heads + group.rows.length;
    rows += group.rows.length;
  }
  return {
    length, rows,
    at(index) {
      const part = parts.findLast(({ start }) => start <= index);
      if (!part || index >= length || index < 0) return undefined;
      const inside = index - part.start - part.heads;
      return inside < 0 ? { kind: 'group', group: part.group } : { kind: 'row', row: part.group.rows.at(inside), position: part.first + inside };
    },
    rowAt(position) {
      const part = parts.findLast(({ first }) => first <= position);
      return part && position >= 0 ? part.group.rows.at(position - part.first) : undefined;
    },
    indexOf(position) {
      const part = parts.findLast(({ first }) => first <= position);
      return part ? part.start + part.heads + position - part.first : position;
    },
  };
}

/** Where a row stands among those that are here; null when it isn't. */
export function positionOf<Row>(items: TableItems<Row>, idOf: (row: Row) => string, id: string | null): number | null {
  if (id === null) return null;
  for (let position = 0; position < items.rows; position += 1) {
    const row = items.rowAt(position);
    if (row !== undefined && idOf(row) === id) return position;
  }
  return null;
}

/** The position `step` rows away, held at the ends; the first (or with an endless step the last) without a cursor; null without rows. */
export function stepPosition(rows: number, from: number | null, step: number): number | null {
  if (rows === 0) return null;
  if (from === null) return step === Infinity ? rows - 1 : 0;
  return Math.max(0, Math.min(rows - 1, from + step));
}

/** How many rows a page key moves. */
export function pageOf(scroller: HTMLElement | null, rowHeight: number): number {
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2);
}

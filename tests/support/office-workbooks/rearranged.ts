/**
 * A sheet as another office would keep the same records: other words in the heading, groups of columns in another
 * order, more or fewer lines above, and the records of each block in another order.
 */
import type { Cell, MergedRange, SheetCells } from '@shared/import/model';
import type { Seeded } from './seeded';

export interface Rearranged {
  readonly cells: SheetCells;
  readonly rowOf: (row: number) => number;
  readonly headingOf: (heading: string) => string;
}
export interface Arrangement {
  readonly headerRows: readonly number[];
  /** Rows that keep their place among the records: totals, footers, and rows whose order matters. */
  readonly fixedRows: ReadonlySet<number>;
  readonly renames: Readonly<Record<string, readonly string[]>>;
  /** Columns that must keep their neighbours, such as a cell carrying its section's name. */
  readonly leadColumns: number;
}

type Row = readonly (Cell | null)[];

export function rearrange(sheet: SheetCells, about: Arrangement, random: Seeded): Rearranged {
  const names = new Map<string, string>();
  const headingOf = (heading: string): string => {
    if (!names.has(heading)) names.set(heading, random.pick([heading, ...(about.renames[heading] ?? [])]));
    return names.get(heading) ?? heading;
  };
  const order = columnOrder(sheet, about, random);
  const rows = rowOrder(sheet, about, random);
  const hasTitle = (about.headerRows[0] ?? 1) > 1;
  // One line less, or up to two more, between the title and the heading.
  const shift = hasTitle ? random.below(4) - 1 : 0;
  const place = new Map(rows.map((row, i) => [row, i + 1 + shift]));
  const header = new Set(about.headerRows);
  const moved = rows.map(
    (row): Row =>
      order.map((column) => {
        const cell = sheet.rows[row - 1]?.[column] ?? null;
        const isHeading = header.has(row) && cell?.kind === 'text';
        return isHeading ? { ...cell, value: headingOf(String(cell.value)) } : cell;
      }),
  );
  const cells: SheetCells = {
    ...sheet,
    rows:
      shift < 0 ? moved.slice(1) : [...moved.slice(0, 1), ...Array<Row>(shift).fill([]), ...moved.slice(1)],
    merges: sheet.merges.flatMap((merge) => movedMerge(merge, place, order, about)),
    hiddenRows: sheet.hiddenRows.map((row) => place.get(row) ?? row),
  };
  return { cells, rowOf: (row) => place.get(row) ?? row, headingOf };
}

/** Top-level groups change places; what stands under one heading stays together. */
function columnOrder(sheet: SheetCells, { headerRows, leadColumns }: Arrangement, random: Seeded): number[] {
  const top = headerRows[0] ?? 1;
  const groups: number[][] = [];
  for (let column = leadColumns; column < sheet.columnCount; column++) {
    const isSameGroup = sheet.merges.some(
      (merge) => merge.top === top && merge.left < column && merge.right >= column,
    );
    const last = groups.at(-1);
    if (isSameGroup && last) last.push(column);
    else groups.push([column]);
  }
  const lead = Array.from({ length: leadColumns }, (_, i) => i);
  return [...lead, ...random.shuffle(groups).flat()];
}

/** Records change places between two fixed rows. */
function rowOrder(sheet: SheetCells, { headerRows, fixedRows }: Arrangement, random: Seeded): number[] {
  const last = headerRows.at(-1) ?? 0;
  const order: number[] = [];
  let block: number[] = [];
  const flush = (): void => {
    order.push(...random.shuffle(block));
    block = [];
  };
  for (let row = 1; row <= sheet.rows.length; row++) {
    if (row > last && !fixedRows.has(row)) block.push(row);
    else {
      flush();
      order.push(row);
    }
  }
  flush();
  return order;
}

function movedMerge(
  merge: MergedRange,
  place: ReadonlyMap<number, number>,
  order: readonly number[],
  { headerRows }: Arrangement,
): MergedRange[] {
  const last = headerRows.at(-1) ?? 0;
  const columns = order.flatMap((column, i) => (column >= merge.left && column <= merge.right ? [i] : []));
  const span = Array.from({ length: merge.bottom - merge.top + 1 }, (_, i) => place.get(merge.top + i) ?? 0);
  if (merge.top < (headerRows[0] ?? 1) || (merge.top <= last && merge.bottom > last)) return [];
  return [
    {
      top: Math.min(...span),
      bottom: Math.max(...span),
      left: Math.min(...columns),
      right: Math.max(...columns),
    },
  ];
}

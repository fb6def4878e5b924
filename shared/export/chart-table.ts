/**
 * The table of a chart as a sheet: numbers as numbers, a rate with its numerator and denominator beside it. What is
 * no rate and no count stays text, "—" above all.
 */
import { buildTable, type ColumnNode } from './build-table';
import { group, textColumn, wordColumn } from './columns';
import { textWidth } from './print-layout';
import { NONE, type ReportTable, type ReportValue } from './report-model';

export interface TakenCell {
  /** As shown. With `counted` it begins with the rate. */
  readonly text: string;
  readonly counted?: { readonly numerator: number; readonly denominator: number };
}
export interface TakenRow {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly TakenCell[];
}
export interface TakenTable {
  readonly title: string;
  /** What the chart says about itself: base, order, how it was counted. */
  readonly note: string | null;
  /** Where the figures are about, in words. */
  readonly place: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Who counted, and how current it is. */
  readonly source: string;
  /** Headings, the first is that of the row names. */
  readonly columns: readonly string[];
  readonly rows: readonly TakenRow[];
}

const rate = /^(-?\d+(?:\.(\d+))?)%/;
const count = /^-?\d+$/;
const forbiddenInSheetName = /[[\]:*?/\\']/g;
const longestSheetName = 31;
const widestColumn = 40;

export function chartTable(taken: TakenTable): ReportTable {
  const [names = '', ...headings] = taken.columns;
  const isWide = headings.length > 5;
  return buildTable<TakenRow>({
    frame: {
      code: null,
      title: titleAt(taken.place, taken.title),
      sheetName: taken.title.replace(forbiddenInSheetName, ' ').slice(0, longestSheetName),
      paper: 'A4',
      orientation: isWide ? 'landscape' : 'portrait',
      reportingUnit: taken.place,
      reportedOn: taken.asOf,
      memo: [...(taken.note === null ? [] : [`说明：${taken.note}`]), `数据来源：${taken.source}`],
      foot: null,
      frozenColumns: 1,
    },
    columns: [
      textColumn(
        names,
        widthOf(
          names,
          taken.rows.map(({ name }) => name),
        ),
        ({ name }) => name,
      ),
      ...headings.map((heading, at) => columnOf(heading, at, taken.rows)),
    ],
    rows: taken.rows,
    rowId: () => null,
    hasTotal: false,
  });
}

/** Some titles begin with their place. */
const titleAt = (place: string, title: string): string =>
  title.startsWith(place) ? title : `${place}${title}`;

const widthOf = (heading: string, texts: readonly string[]): number =>
  Math.min(widestColumn, Math.max(8, ...[heading, ...texts].map(textWidth)) + 2);

function columnOf(heading: string, at: number, rows: readonly TakenRow[]): ColumnNode<TakenRow> {
  const cells = rows.flatMap(({ cells }) => cells[at] ?? []);
  const cellOf = (row: TakenRow): TakenCell => row.cells[at] ?? { text: NONE };
  if (cells.some(({ counted }) => counted !== undefined))
    return group(heading, [
      {
        ...wordColumn<TakenRow>('比率', 10, (row) => rateOf(cellOf(row))),
        kind: 'percent',
        align: 'right',
        decimals: Math.max(0, ...cells.map(({ text }) => rate.exec(text)?.[2]?.length ?? 0)),
      },
      numberColumn('分子', (row) => cellOf(row).counted?.numerator ?? NONE),
      numberColumn('分母', (row) => cellOf(row).counted?.denominator ?? NONE),
    ]);
  const width = widthOf(
    heading,
    cells.map(({ text }) => text),
  );
  if (cells.length > 0 && cells.every(({ text }) => count.test(text) || text === NONE || text === ''))
    return { ...numberColumn(heading, (row) => countOf(cellOf(row).text)), width };
  return wordColumn(heading, width, (row) => cellOf(row).text);
}

const numberColumn = (label: string, value: (row: TakenRow) => ReportValue) => ({
  ...wordColumn<TakenRow>(label, 8, value),
  kind: 'number' as const,
  align: 'right' as const,
});

const countOf = (text: string): ReportValue => (count.test(text) ? Number(text) : text);

/** 73.3% is 0.733, as printed; dividing the decimal text keeps the digits. */
function rateOf({ text }: TakenCell): ReportValue {
  const found = rate.exec(text);
  return found ? Number(`${found[1]}e-2`) : NONE;
}
